/**
 * Values broken on purpose, in one place each.
 */
import { pick, type Random } from '../runtime/arbitrary.ts';
import { type FlatSchema, flatten } from './flat-schema.ts';
import { isRaw, type RawDocument } from './raw-document.ts';
import { define, type Path, type Sample, type Site } from './sample.ts';

export interface Broken {
  readonly what: string;
  readonly value: unknown;
  /** Where it is broken. */
  readonly path: Path;
  /** The choice between schemas that it is in: which of them is meant may not be told there any more. */
  readonly choice: Path | undefined;
}

/** The sample broken in one of its values, in each way that the document tells there. */
export function breakSample(
  document: RawDocument,
  { value, sites }: Sample,
  random: Random,
): readonly Broken[] {
  const site = pick(random, sites);
  const at = valueAt(value, site.path);
  const ways = [...waysToBreak(site, at, random), ...withoutRequired(document, site.flat, at)];
  return ways.map(({ what, replacement, inside = [] }) => ({
    what,
    value: replaced(value, site.path, replacement),
    path: [...site.path, ...inside],
    choice: site.choice,
  }));
}

interface Way {
  readonly what: string;
  readonly replacement: unknown;
  readonly inside?: Path;
}

function waysToBreak({ flat }: Site, at: unknown, random: Random): readonly Way[] {
  const ways: Way[] = [];
  const wrong = WRONG.filter((value) => jsonType(value) !== jsonType(at));
  // Of null it isn't known here what else may stand in its place.
  if (at !== null) ways.push({ what: 'type', replacement: pick(random, wrong) });
  const isNullable = flat.nullable || flat.values?.includes(null);
  if (!isNullable && at !== null) ways.push({ what: 'null', replacement: null });
  if (flat.values !== undefined) ways.push({ what: 'enum', replacement: 'none of these' });
  const { keywords } = flat;
  if (typeof at === 'number' || typeof at === 'bigint') {
    for (const name of ['minimum', 'maximum'] as const) {
      const bound = keywords[name];
      const beyond = typeof bound === 'number' && bound + (name === 'minimum' ? -1 : 1);
      if (typeof beyond === 'number' && Math.abs(beyond) < 2 ** 52) {
        ways.push({ what: name, replacement: beyond });
      }
    }
    if (Number.isInteger(Number(at))) ways.push({ what: 'fraction', replacement: 0.5 });
  }
  if (typeof at === 'string') {
    const { minLength, maxLength } = keywords;
    if (typeof minLength === 'number' && minLength > 0)
      ways.push({ what: 'minLength', replacement: '' });
    if (typeof maxLength === 'number' && maxLength < 10_000) {
      ways.push({ what: 'maxLength', replacement: '😀'.repeat(maxLength + 1) });
    }
  }
  return ways;
}

/** What only one direction has is not asked for in either. */
function withoutRequired(
  document: RawDocument,
  { required, narrowed, properties }: FlatSchema,
  at: unknown,
): readonly Way[] {
  if (!isRaw(at)) return [];
  return [...required]
    .filter((name) => {
      const { readOnly, writeOnly } = flatten(document, properties.get(name) ?? []);
      return Object.hasOwn(at, name) && !narrowed.has(name) && !readOnly && !writeOnly;
    })
    .slice(0, 3)
    .map((name): Way => {
      const { [name]: _, ...rest } = at;
      return { what: 'required', replacement: rest, inside: [name] };
    });
}

const WRONG = ['a text', 17, true, ['item'], { a: 'member' }];

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'bigint' ? 'number' : typeof value;
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((at, key) => (at as Record<string, unknown>)[key], value);
}

function replaced(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value)) {
    return value.with(Number(key), replaced(value[Number(key)], rest, replacement));
  }
  const copy = {};
  for (const [name, member] of Object.entries(value as object)) {
    define(copy, name, name === key ? replaced(member, rest, replacement) : member);
  }
  return copy;
}
