/**
 * What may differ between JSON that is read and JSON that is written again. This list is all; the documentation has the
 * same.
 */
import { isRaw } from './raw-document.ts';
import type { Path } from './sample.ts';

export interface Comparison {
  /** In a PATCH body, an optional property that is null stays null: absent means something else there. */
  readonly keepsNull: boolean;
  /** Pointers of the required properties. */
  readonly required: ReadonlySet<string>;
  /** Pointers of values that may be of several schemas. */
  readonly choices: ReadonlySet<string>;
  /** Whether the document says anything about a property. */
  isDescribed(path: Path): boolean;
}

/**
 * Where the JSON that was written says something else than the JSON that was read, up to:
 *
 * 1. a property that the document doesn't know is dropped;
 * 2. an optional property that is null is absent, except in a PATCH body;
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
  const inside = (a: unknown, b: unknown, key: string | number, more = comparison) =>
    differences(a, b, more, [...path, key]);
  if (Array.isArray(read) && Array.isArray(written)) {
    if (read.length !== written.length) return [`${pointer}: ${written.length} items`];
    // Only what is reached through objects is told apart.
    const inList = { ...comparison, keepsNull: false };
    return read.flatMap((item, index) => inside(item, written[index], index, inList));
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
  return read === written || sameBytes(read, written)
    ? []
    : [`${pointer}: ${show(read)} became ${show(written)}`];
}

function mayGo(path: Path, value: unknown, { keepsNull, required, ...more }: Comparison): boolean {
  const isAbsent = value === null && !keepsNull && !required.has(pointerTo(path));
  return isAbsent || !more.isDescribed(path);
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
