import type { Parameter } from '../../src/openapi/model.ts';
import type { TypeCode } from '../../src/runtime/table.ts';
import { compileTypes } from '../../templates/runtime/codec.ts';
import { anyType, pick, type Random } from './arbitrary.ts';
import { anyValue } from './arbitrary-values.ts';

export type Style = Pick<Parameter, 'name' | 'in' | 'style' | 'explode' | 'json'>;

const STYLES = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
} as const;

export function anyStyle(random: Random): Style {
  const place = pick(random, ['path', 'query', 'query', 'query', 'header', 'cookie'] as const);
  return {
    name: place === 'path' || place === 'query' ? pick(random, ['p', 'a b', 'ids[]', 'é']) : 'p',
    in: place,
    style: pick<Style['style']>(random, STYLES[place]),
    explode: random() < 0.5,
    json: place !== 'header' && random() < 0.1,
  };
}

/** A type and a JSON value of it that the style can write. */
export function anySendable(random: Random, style: Style): { type: TypeCode; json: unknown } {
  if (style.json) {
    const type = anyType(random, 2);
    return { type, json: compileTypes({}).encode(type, anyValue(random, type, {})) };
  }
  // What is in the items of a header would be split at its commas.
  const type = anySendableType(random, style.in === 'header' ? 1 : 3, style);
  return { type, json: anyJson(random, type, style) };
}

function anySendableType(random: Random, depth: number, style: Style): TypeCode {
  const scalar = () => anyScalarType(random);
  if (depth === 0) return scalar();
  const inner = () => anySendableType(random, depth - 1, style);
  const make = pick<() => TypeCode>(random, [
    scalar,
    () => ({ nullable: pick(random, ['s32', 'bool'] as const) }),
    () => ({ list: withoutNull(inner()) }),
    () => ({ tuple: [withoutNull(inner()), scalar()] }),
    () => anyRecordType(random, inner),
    () => eitherOne(random, { list: withoutNull(inner()), min: 2 }),
    () => (hasOwnNames(style) ? eitherOne(random, anyRecordType(random, inner)) : scalar()),
  ]);
  return make();
}

/** `null` alone in a list is a text without length, like the list without items. */
function withoutNull(type: TypeCode): TypeCode {
  return typeof type === 'object' && 'nullable' in type ? type.nullable : type;
}

/** Whether the properties of an object have names of their own, so that it is never taken for a text. */
function hasOwnNames({ style }: Style): boolean {
  return style === 'deepObject';
}

function anyScalarType(random: Random): TypeCode {
  return pick<TypeCode>(random, [
    ...(['s32', 'u64', 'f64', 'bool', 'string', 'bytes'] as const),
    { scalar: 's64', values: [1, -2] },
    {
      enum: [
        ['one', 'one'],
        ['two', 'TWO'],
      ],
    },
    {
      variant: [
        { tag: 'number', type: pick(random, ['s32', 'f64'] as const) },
        { tag: 'text', type: 'string' },
        { tag: 'boolean', type: 'bool' },
      ],
      by: { types: { number: 0, string: 1, boolean: 2 } },
    },
  ]);
}

/** A number or a text, or something larger. */
function eitherOne(random: Random, type: TypeCode): TypeCode {
  return {
    variant: [
      { tag: 'large', type },
      { tag: 'small', type: pick(random, ['u32', 'string'] as const) },
    ],
    by: { types: { array: 0, object: 0, string: 1, number: 1 } },
  };
}

function anyRecordType(random: Random, inner: () => TypeCode): TypeCode {
  const names = ['R', 'toString', '__proto__'].filter(() => random() < 0.6);
  return {
    record: names.map((wire, index) => ({ js: `field${index}`, wire, type: inner() })),
    fixed: [['kind', pick(random, ['x', 7, true])]],
  };
}

/** A JSON value without an empty list. */
function anyJson(random: Random, type: TypeCode, style: Style): unknown {
  const json = (of: TypeCode) => anyJson(random, of, style);
  if (type === 'string') return anyText(random, style);
  if (typeof type === 'object') {
    if ('nullable' in type) return random() < 0.3 ? null : json(type.nullable);
    if ('variant' in type) return json(pick(random, type.variant).type);
    if ('tuple' in type) return type.tuple.map(json);
    if ('list' in type) {
      const length = (type.min ?? 1) + Math.floor(random() * 3);
      return Array.from({ length }, () => json(type.list));
    }
    if ('record' in type) {
      const fields = type.record.map(({ wire, type: of }): [string, unknown] => [wire, json(of)]);
      return Object.fromEntries([...(type.fixed ?? []), ...fields]);
    }
  }
  return compileTypes({}).encode(type, anyValue(random, type, {}));
}

/** A text that the style does not split, and that no union takes for something else. */
function anyText(random: Random, { in: place, style }: Style): string {
  const texts = ['a', 'true-ish', "it's", 'A-1_~'];
  if (place !== 'header') texts.push('é', '100%', 'x&y=z', 'a,b;c', 'a/b+c', 'a.b', '[c]', '😀');
  if (style !== 'spaceDelimited' && place !== 'header') texts.push(' a b ');
  if (style !== 'pipeDelimited') texts.push('a|b');
  return pick(random, texts);
}
