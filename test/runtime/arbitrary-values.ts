import type { ScalarName, ScalarWithBounds, TypeCode, TypeTable } from '../../src/runtime/table.ts';
import { pick, type Random } from './arbitrary.ts';

type RecordCode = Extract<TypeCode, { record: unknown }>;

/** A WIT value of the type, as JavaScript has it. */
export function anyValue(random: Random, code: TypeCode, types: TypeTable): unknown {
  const value = (inner: TypeCode) => anyValue(random, inner, types);
  const several = <T>(make: (index: number) => T) =>
    Array.from({ length: Math.floor(random() * 4) }, (_, index) => make(index));
  if (typeof code === 'string') return anyScalar(random, code);
  if ('scalar' in code) return anyAllowed(random, code);
  if ('ref' in code) return value(types[code.ref] ?? 'string');
  if ('nullable' in code) return random() < 0.5 ? undefined : value(code.nullable);
  if ('list' in code) return several(() => value(code.list));
  if ('map' in code) return several((index) => [`k${index}`, value(code.map)]);
  if ('enum' in code) return pick(random, code.enum)[0];
  if ('tuple' in code) return code.tuple.map(value);
  if ('constant' in code) return undefined;
  if ('variant' in code) {
    const { tag, type } = pick(random, code.variant);
    if (typeof type === 'object' && 'constant' in type) return { tag };
    return { tag, val: tag === 'case-1' && isText(type) ? anyOtherText(random) : value(type) };
  }
  return anyRecordValue(random, code, value);
}

function anyRecordValue(
  random: Random,
  { record, extra }: RecordCode,
  value: (code: TypeCode) => unknown,
): object {
  const fields = record.map(({ js, type, optional, nullable, triState }) => {
    const isNone = (optional || nullable) && random() < 0.5;
    if (!triState) return [js, isNone ? undefined : value(type)];
    if (random() < 0.3) return [js, { tag: 'none' }];
    return [js, { tag: 'some', val: isNone ? undefined : value(type) }];
  });
  const others = Array.from({ length: Math.floor(random() * 3) }, (_, index) => index);
  if (extra) fields.push([extra.js, others.map((index) => [`other${index}`, value(extra.type)])]);
  return Object.fromEntries(fields);
}

function isText(type: TypeCode): boolean {
  return typeof type === 'object' && 'scalar' in type && type.scalar === 'string';
}

/** No text of the enum beside it. */
function anyOtherText(random: Random): string {
  return pick(random, ['', 'a', 'label-a', '😀']);
}

function anyAllowed(random: Random, { scalar, values }: ScalarWithBounds): unknown {
  if (values === undefined) return anyScalar(random, scalar);
  const value = pick(random, values);
  return scalar === 's64' || scalar === 'u64' ? BigInt(value) : value;
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
