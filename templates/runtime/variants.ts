import { expected, Mismatch, notOneOf, under } from './mismatch.ts';
import type { Codec } from './scalars.ts';
import { compileSelector } from './selector.ts';
import type { Constant, EmptyObject, TypeCode } from './table.ts';
import { asObject, lookup, tagged } from './values.ts';

type EnumCode = Extract<TypeCode, { readonly enum: unknown }>;
type VariantCode = Extract<TypeCode, { readonly variant: unknown }>;

/** A JSON string ⇄ the label of a case. */
export function enumCodec(code: EnumCode): Codec {
  const labels = code.enum.map(([label]) => label);
  const wires = code.enum.map(([, wire]) => wire);
  const labelOf = lookup(wires, labels);
  const wireOf = lookup(labels, wires);
  return {
    decode: (json) => labelOf(json) ?? notOneOf(wires, json),
    encode: (value) => wireOf(value) ?? notOneOf(labels, value),
  };
}

/** The only JSON value that there is ⇄ `undefined`. */
export function constantCodec(constant: Constant | EmptyObject): Codec {
  if (typeof constant === 'object') {
    return { decode: (json) => void asObject(json), encode: () => ({}) };
  }
  return {
    decode: (json) => (json === constant ? undefined : notOneOf([constant], json)),
    encode: () => constant,
  };
}

/**
 * One JSON value or another ⇄ `{ tag, val }`. JSON says nothing about the case, so what is written must be read as the
 * same one.
 */
export function variantCodec(
  { variant, by }: VariantCode,
  codecOf: (code: TypeCode) => Codec,
): Codec {
  const cases = variant.map(({ tag, type }, index) => {
    const isBare = typeof type === 'object' && 'constant' in type;
    return { tag, index, isBare, ...codecOf(type) };
  });
  const byTag = new Map(cases.map((item) => [item.tag, item]));
  const select = compileSelector(by, cases);
  return {
    decode(json) {
      const { tag, isBare, decode } = select(json);
      const val = decode(json);
      return isBare ? { tag } : { tag, val };
    },
    encode(value) {
      const given = tagged(value);
      if (given === undefined) throw expected('{ tag, val }', value);
      const { tag, val } = given;
      const item = byTag.get(tag);
      if (item === undefined) return notOneOf(byTag.keys(), tag, 'tag');
      try {
        const json = item.encode(val);
        const read = select(json);
        if (read !== item) throw new Mismatch(`is read as case \`${read.tag}\``);
        return json;
      } catch (error) {
        throw under('val', error);
      }
    },
  };
}
