import type {
  Constant,
  FieldCode,
  ScalarName,
  SelectorCode,
  TypeCode,
  VariantCaseCode,
} from '../../src/runtime/table.ts';

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

type Make = () => TypeCode;

/** A type at most `depth` levels deep. */
export function anyType(random: Random, depth: number): TypeCode {
  if (depth === 0) return pick(random, SCALARS);
  const inner = () => anyType(random, depth - 1);
  const make = pick<Make>(random, [
    () => pick(random, SCALARS),
    () => anyLimited(random),
    () => anyEnum(),
    () => ({ list: inner() }),
    () => ({ tuple: [inner(), inner()] }),
    () => ({ map: inner() }),
    () => ({ nullable: withoutNull(inner()) }),
    () => anyVariant(random, inner),
    () => anyVariant(random, inner),
    () => anyRecord(random, inner),
    () => anyRecord(random, inner),
  ]);
  return make();
}

/** A scalar with limits. Those of values that are made up anyway are wide: see `anyValue`. */
function anyLimited(random: Random): TypeCode {
  return pick<TypeCode>(random, [
    { scalar: 's32', values: [-1, 0, 2147483647] },
    { scalar: 'u64', values: [1, 2 ** 40] },
    { scalar: 'f64', values: [0.5, 1e300] },
    { scalar: 'bool', values: [true] },
    { scalar: 'string', values: ['', 'toString'] },
    { scalar: 'f64', above: -3, max: 1e300 },
    { scalar: 'string', maxLength: 9 },
  ]);
}

function anyEnum(): TypeCode {
  return {
    enum: [
      ['label-a', 'A'],
      ['label-b', 'B '],
      ['constructor', '__proto__'],
    ],
  };
}

/** `null` twice over, or null as JSON text, has two readings. */
function withoutNull(code: TypeCode): TypeCode {
  if (code === 'json') return 'string';
  return typeof code === 'object' && 'nullable' in code ? code.nullable : code;
}

function anyRecord(random: Random, inner: Make): Extract<TypeCode, { record: unknown }> {
  const names = NAMES.filter(() => random() < 0.4);
  const constants = names.filter(() => random() < 0.2);
  const fields = names.filter((name) => !constants.includes(name));
  return {
    record: (fields.length === 0 ? ['b'] : fields).map((wire, index) =>
      anyField(random, { js: `field${index}`, wire }, inner),
    ),
    ...(constants.length > 0 && {
      fixed: constants.map((wire) => [wire, pick<Constant>(random, ['x', 7, false])] as const),
    }),
    ...(random() < 0.3 && { extra: { js: 'others', type: inner() } }),
  };
}

const PRESENCE: readonly Omit<FieldCode, 'js' | 'wire' | 'type'>[] = [
  { optional: true },
  { nullable: true },
  { optional: true, nullable: true },
  { optional: true, nullable: true, triState: true },
];

function anyField(random: Random, names: Pick<FieldCode, 'js' | 'wire'>, inner: Make): FieldCode {
  if (random() < 0.5) return { ...names, type: inner() };
  return { ...names, type: withoutNull(inner()), ...pick(random, PRESENCE) };
}

/** A union whose cases can be told apart. */
function anyVariant(random: Random, inner: Make): TypeCode {
  const ways = [byType, byProperty, byKeys, byString];
  return pick(random, ways)(random, inner);
}

const cases = (types: readonly TypeCode[]): VariantCaseCode[] =>
  types.map((type, index) => ({ tag: `case-${index}`, type }));

function byType(random: Random, inner: Make): TypeCode {
  const types: readonly TypeCode[] = [
    ...['string' as const, pick(random, ['s32', 'u64', 'f64'] as const), 'bool' as const],
    ...[{ list: inner() }, anyRecord(random, inner)],
  ];
  const by = { types: { string: 0, number: 1, boolean: 2, array: 3, object: 4 } };
  return { variant: cases(types), by };
}

const KINDS: readonly Constant[] = ['cat', 1, true, '__proto__', ''];

function byProperty(random: Random, inner: Make): TypeCode {
  const property = pick(random, ['kind', '__proto__']);
  const kinds = KINDS.filter(() => random() < 0.7);
  const fields = () => [anyField(random, { js: 'own', wire: pick(random, ['x', 'id']) }, inner)];
  const types = kinds.map((kind) => ({ record: fields(), fixed: [[property, kind] as const] }));
  return {
    variant: cases([...types, { record: fields() }]),
    by: { property, values: kinds.map((kind, index) => [kind, index]), other: kinds.length },
  };
}

function byKeys(random: Random, inner: Make): TypeCode {
  const keys = NAMES.filter(() => random() < 0.4);
  const types = keys.map((wire): TypeCode => {
    const own = { js: 'own', wire, type: inner() };
    return { record: [own, anyField(random, { js: 'more', wire: 'also' }, inner)] };
  });
  return {
    variant: cases([...types, { record: [anyField(random, { js: 'own', wire: 'x' }, inner)] }]),
    by: { keys: keys.map((key, index) => [[key], index]), other: keys.length },
  };
}

/** An enum beside other strings, and a union inside a union. */
function byString(random: Random, inner: Make): TypeCode {
  const listed = ['A', 'B ', '__proto__'].map((text) => [text, 0] as const);
  const texts: SelectorCode = { strings: [...listed, ['only', 3]], other: 1 };
  const types = [
    ...[anyEnum(), { scalar: 'string', maxLength: 9 } as const, byKeys(random, inner)],
    { constant: 'only' },
  ];
  return { variant: cases(types), by: { types: { string: texts, object: 2 } } };
}
