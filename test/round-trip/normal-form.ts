/**
 * What may differ between JSON that is read and JSON that is written again. This list is all; the documentation has the
 * same.
 */

import type { Described } from './flat-schema.ts';
import { isRaw } from './raw-document.ts';
import type { Path } from './sample.ts';

export interface Comparison {
  /** It is a PATCH body: null means something else than absent. */
  readonly keepsNull: boolean;
  /** Pointers of the required properties. */
  readonly required: ReadonlySet<string>;
  /** Pointers of values that may be of several schemas. */
  readonly choices: ReadonlySet<string>;
  /** What the document says about a place. */
  describedAt(path: Path): Described;
}

/**
 * Where the JSON that was written says something else than the JSON that was read, up to:
 *
 * 1. a property that the document doesn't know is dropped;
 * 2. an optional property that is null is absent, except where a PATCH body has it by name, outside of lists and maps;
 * 3. -0 is 0;
 * 4. bits of base64 that belong to no byte are 0;
 * 5. an integer beyond 2^53 is rounded where a fraction is allowed too: `anyOf` of integer and number;
 * 6. the order of properties, which is the document's.
 */
export function differences(
  read: unknown,
  written: unknown,
  comparison: Comparison,
  path: Path = [],
): readonly string[] {
  const pointer = pointerTo(path);
  const inside = (a: unknown, b: unknown, key: string | number) =>
    differences(a, b, comparison, [...path, key]);
  if (Array.isArray(read) && Array.isArray(written)) {
    if (read.length !== written.length) return [`${pointer}: ${written.length} items`];
    return read.flatMap((item, index) => inside(item, written[index], index));
  }
  if (isRaw(read) && isRaw(written)) {
    const added = Object.keys(written).filter((key) => !Object.hasOwn(read, key));
    return [
      ...added.map((key) => `${pointer}/${key}: added`),
      ...Object.entries(read).flatMap(([key, value]) => {
        if (Object.hasOwn(written, key)) return inside(value, written[key], key);
        return mayGo([...path, key], value, comparison) ? [] : [`${pointer}/${key}: dropped`];
      }),
    ];
  }
  if (read === written || sameBytes(read, written)) return [];
  const isRounded = typeof read === 'bigint' && Number(read) === Number(written);
  if (isRounded && comparison.choices.has(pointer)) return [];
  return [`${pointer}: ${show(read)} became ${show(written)}`];
}

function mayGo(path: Path, value: unknown, comparison: Comparison): boolean {
  const { keepsNull, required } = comparison;
  const described = comparison.describedAt(path);
  if (described === 'not') return true;
  if (value !== null || required.has(pointerTo(path))) return false;
  return !keepsNull || described === 'otherwise';
}

function sameBytes(read: unknown, written: unknown): boolean {
  if (typeof read !== 'string' || typeof written !== 'string' || !read.endsWith('=')) return false;
  return Buffer.from(read, 'base64').equals(Buffer.from(written, 'base64'));
}

/** RFC 6901. */
export function pointerTo(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function show(value: unknown): string {
  return typeof value === 'bigint'
    ? `${value}n`
    : (JSON.stringify(value) ?? 'undefined').slice(0, 60);
}
