import type { FieldCode, ScalarName, TypeCode, TypeTable } from '../../src/runtime/table.ts';

/** A source of numbers in [0, 1) that always gives the same ones: mulberry32. */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: Random, choices: readonly T[]): T {
  return choices[Math.floor(random() * choices.length)] as T;
}

const NAMES = ['a', 'id', 'constructor', '__proto__', 'a/b', '~', '', 'é', '😀', 'toString', '1'];

const SCALARS: readonly ScalarName[] = [
  ...(['bool', 's8', 's16', 's32', 'u8', 'u16', 'u32', 's64', 'u64', 'f64'] as const),
  ...(['string', 'json', 'bytes'] as const),
];

/** A type at most `depth` levels deep. */
export function anyType(random: Random, depth: number): TypeCode {
  if (depth === 0) return pick(random, SCALARS);
  const inner = () => anyType(random, depth - 1);
  const make = pick<() => TypeCode>(random, [
    () => pick(random, SCALARS),
    () => ({ list: inner() }),
    () => ({ map: inner() }),
    () => ({ nullable: withoutNull(inner()) }),
    () => ({
      enum: [
        ['label-a', 'A'],
        ['label-b', ''],
        ['constructor', '__proto__'],
      ],
    }),
    () => anyRecord(random, inner),
    () => anyRecord(random, inner),
  ]);
  return make();
}

/** `null` twice over, or null as JSON text, has two readings. */
function withoutNull(code: TypeCode): TypeCode {
  if (code === 'json') return 'string';
  return typeof code === 'object' && 'nullable' in code ? code.nullable : code;
}

function anyRecord(random: Random, inner: () => TypeCode): TypeCode {
  const names = NAMES.filter(() => random() < 0.4);
  const record = (names.length === 0 ? ['a'] : names).map((wire, index): FieldCode => {
    const optional = random() < 0.3;
    const nullable = !optional && random() < 0.3;
    return {
      js: `field${index}`,
      wire,
      type: optional || nullable ? withoutNull(inner()) : inner(),
      ...(optional && { optional }),
      ...(nullable && { nullable }),
    };
  });
  return random() < 0.3 ? { record, extra: { js: 'others', type: inner() } } : { record };
}

/** A WIT value of the type, as JavaScript has it. */
export function anyValue(random: Random, code: TypeCode, types: TypeTable): unknown {
  const value = (inner: TypeCode) => anyValue(random, inner, types);
  const several = <T>(make: (index: number) => T) =>
    Array.from({ length: Math.floor(random() * 4) }, (_, index) => make(index));
  if (typeof code === 'string') return anyScalar(random, code);
  if ('scalar' in code) return anyScalar(random, code.scalar);
  if ('ref' in code) return value(types[code.ref] ?? 'string');
  if ('nullable' in code) return random() < 0.5 ? undefined : value(code.nullable);
  if ('list' in code) return several(() => value(code.list));
  if ('map' in code) return several((index) => [`k${index}`, value(code.map)]);
  if ('enum' in code) return pick(random, code.enum)[0];
  if ('tuple' in code) return code.tuple.map(value);
  if ('variant' in code) {
    const { tag, type } = pick(random, code.variant);
    return { tag, val: value(type) };
  }
  const fields = code.record.map(({ js, type, optional, nullable }) => [
    js,
    (optional || nullable) && random() < 0.5 ? undefined : value(type),
  ]);
  const { extra } = code;
  if (extra) fields.push([extra.js, several((index) => [`other${index}`, value(extra.type)])]);
  return Object.fromEntries(fields);
}

function bits(random: Random, width: number): bigint {
  const low = BigInt(Math.floor(random() * 2 ** 32));
  const high = BigInt(Math.floor(random() * 2 ** 32));
  return BigInt.asUintN(width, (high << 32n) | low);
}

function anyScalar(random: Random, name: ScalarName): unknown {
  const width = Number(name.slice(1));
  if (name === 's64') return BigInt.asIntN(64, bits(random, 64));
  if (name === 'u64') return bits(random, 64);
  if (name === 'f64') return pick(random, [0.1, 1e300, -2.5, 5e-324, random() * 1e6, 3]);
  if (name === 'bool') return random() < 0.5;
  if (name === 'json') return pick(random, ['{"a":[1,null]}', '"x"', '12345678901234567890']);
  if (name === 'bytes') return Uint8Array.from({ length: 5 }, () => random() * 256);
  if (name === 'string') return pick(random, ['', 'a', '"\\', '\u0000\n', '😀', '__proto__']);
  const unsigned = bits(random, width);
  return Number(name.startsWith('s') ? BigInt.asIntN(width, unsigned) : unsigned);
}
