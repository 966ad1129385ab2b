/**
 * Codecs: JSON ⇄ the WIT values of a table's types, as JavaScript has them.
 *
 * A value comes back from JSON as it was. JSON comes back as it was but for
 *
 * - properties that a record does not know: left out;
 * - `null` for an optional, nullable property that is not `triState`: absent;
 * - the order of properties: those that are constant, then the record's own, then the others;
 * - numbers: `1.0` and `1e3` as `1` and `1000`, `-0` as `0`, in a double's place the nearest double;
 * - base64: bits that stand for no byte are zero.
 *
 * On the way in everything that the document limits is checked, on the way out only what no reader could tell apart.
 */
import { listCodec, mapCodec, tupleCodec } from './collections.ts';
import { recordCodec } from './records.ts';
import { type Codec, scalarCodec } from './scalars.ts';
import type { ScalarName, ScalarWithBounds, TypeCode, TypeTable } from './table.ts';
import { constantCodec, enumCodec, variantCodec } from './variants.ts';

/** Codecs for the types of one table; each type is compiled once. */
export interface Codecs {
  /** Throws when the code names a type that the table does not have. */
  codec(code: TypeCode): Codec;
  /** JSON (as `parseJson` reads it) to the WIT value as JavaScript has it. Throws Mismatch. */
  decode(code: TypeCode, json: unknown): unknown;
  /** The WIT value to what `stringifyJson` writes. Throws Mismatch. */
  encode(code: TypeCode, value: unknown): unknown;
  /** The type without names, `nullable` and limits around it. */
  core(code: TypeCode): CoreCode;
}

export type CoreCode = Exclude<
  TypeCode,
  ScalarWithBounds | { readonly ref: string } | { readonly nullable: TypeCode }
>;

/** What a JSON object can be. */
export type ObjectCode = Extract<
  CoreCode,
  { readonly record: unknown } | { readonly map: unknown }
>;

const codecsOf = new WeakMap<TypeTable, Codecs>();

/** Compiles a table's types to closures, on demand; both doors of a component get the same ones. */
export function compileTypes(types: TypeTable): Codecs {
  const codecs = codecsOf.get(types) ?? createCodecs(types);
  codecsOf.set(types, codecs);
  return codecs;
}

function createCodecs(types: TypeTable): Codecs {
  const compiled = new Map<TypeCode, Codec>();

  function named(name: string): TypeCode {
    const code = Object.hasOwn(types, name) ? types[name] : undefined;
    if (code === undefined) throw new Error(`the table has no type ${name}`);
    return code;
  }

  function codec(code: TypeCode): Codec {
    const known = compiled.get(code);
    if (known !== undefined) return known;
    const made = compile(code);
    compiled.set(code, made);
    return made;
  }

  function compile(code: TypeCode): Codec {
    if (typeof code === 'string' || 'scalar' in code) return scalarCodec(code);
    if ('ref' in code) return codec(named(code.ref));
    if ('list' in code) return listCodec(code, codec(code.list));
    if ('map' in code) return mapCodec(codec(code.map));
    if ('record' in code) return recordCodec(code, codec);
    if ('enum' in code) return enumCodec(code);
    if ('tuple' in code) return tupleCodec(code.tuple.map(codec));
    if ('variant' in code) return variantCodec(code, codec);
    if ('constant' in code) return constantCodec(code.constant);
    return nullableCodec(codec(code.nullable));
  }

  function core(code: TypeCode): CoreCode {
    if (typeof code === 'string') return code;
    if ('ref' in code) return core(named(code.ref));
    if ('nullable' in code) return core(code.nullable);
    if ('scalar' in code) return code.scalar satisfies ScalarName;
    return code;
  }

  return {
    codec,
    core,
    decode: (code, json) => codec(code).decode(json),
    encode: (code, value) => codec(code).encode(value),
  };
}

/** `null` ⇄ `undefined`. */
function nullableCodec({ decode, encode }: Codec): Codec {
  return {
    decode: (json) => (json === null ? undefined : decode(json)),
    encode: (value) => (value === undefined || value === null ? null : encode(value)),
  };
}
