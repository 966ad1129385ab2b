import { put } from './json.ts';
import { expected, Mismatch, under } from './mismatch.ts';
import { type Codec, scalarCodec } from './scalars.ts';
import { compileSelector } from './selector.ts';
import { tagged } from './service.ts';
import type { FieldCode, ScalarName, ScalarWithBounds, TypeCode, TypeTable } from './table.ts';

type RecordCode = Extract<TypeCode, { readonly record: unknown }>;
type EnumCode = Extract<TypeCode, { readonly enum: unknown }>;
type VariantCode = Extract<TypeCode, { readonly variant: unknown }>;
type ListCode = Extract<TypeCode, { readonly list: unknown }>;
type Properties = Record<string, unknown>;

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

/**
 * An object's property; never one that every object inherits (`constructor`), but a getter of the user's class.
 */
export function property(object: object, name: string): unknown {
  if (name in Object.prototype && !Object.hasOwn(object, name)) return undefined;
  return (object as Properties)[name];
}

function inside(segment: string | number, convert: (value: unknown) => unknown, value: unknown) {
  try {
    return convert(value);
  } catch (error) {
    throw under(segment, error);
  }
}

function nullableCodec(inner: Codec): Codec {
  return {
    decode: (json) => (json === null ? undefined : inner.decode(json)),
    encode: (value) => (value === undefined || value === null ? null : inner.encode(value)),
  };
}

function listCodec({ min, max }: ListCode, item: Codec): Codec {
  function convertAll(convert: (value: unknown) => unknown, list: unknown): unknown[] {
    if (!Array.isArray(list)) throw expected('array', list);
    return list.map((value, index) => inside(index, convert, value));
  }
  return {
    decode(json) {
      const list = convertAll(item.decode, json);
      if (min !== undefined && list.length < min) {
        throw new Mismatch(`expected at least ${min} items, got ${list.length}`);
      }
      if (max !== undefined && list.length > max) {
        throw new Mismatch(`expected at most ${max} items, got ${list.length}`);
      }
      return list;
    },
    encode: (value) => convertAll(item.encode, value),
  };
}

function mapCodec(item: Codec): Codec {
  return {
    decode(json) {
      const object = asObject(json);
      return Object.keys(object).map((key) => [key, inside(key, item.decode, object[key])]);
    },
    encode(value) {
      const object = {};
      putEntries(object, value, item);
      return object;
    },
  };
}

function tupleCodec(items: readonly Codec[]): Codec {
  function convertAll(way: 'decode' | 'encode', list: unknown): unknown[] {
    if (!Array.isArray(list)) throw expected('array', list);
    if (list.length !== items.length) {
      throw new Mismatch(`expected ${items.length} items, got ${list.length}`);
    }
    return items.map((item, index) => inside(index, item[way], list[index]));
  }
  return {
    decode: (json) => convertAll('decode', json),
    encode: (value) => convertAll('encode', value),
  };
}

/** Adds the entries of a `list<tuple<string, T>>` to an object that has none of their keys. */
function putEntries(object: object, entries: unknown, item: Codec): void {
  if (!Array.isArray(entries)) throw expected('array of [key, value] pairs', entries);
  entries.forEach((entry, index) => {
    if (!Array.isArray(entry) || typeof entry[0] !== 'string') {
      throw under(index, expected('[key, value] pair', entry));
    }
    const [key, value] = entry;
    if (Object.hasOwn(object, key)) throw under(key, new Mismatch('is there twice'));
    put(object, key, inside(key, item.encode, value));
  });
}

function enumCodec(code: EnumCode): Codec {
  const labels = new Map(code.enum.map(([label, wire]) => [wire, label]));
  const wires = new Map(code.enum);
  return {
    decode: (json) => labels.get(json as string) ?? notOneOf(labels, json),
    encode: (value) => wires.get(value as string) ?? notOneOf(wires, value),
  };
}

function variantCodec({ variant, by }: VariantCode, codecOf: (code: TypeCode) => Codec): Codec {
  const cases = variant.map(({ tag, type }) => ({ tag, codec: codecOf(type) }));
  const byTag = new Map(cases.map(({ tag, codec }) => [tag, codec]));
  const select = compileSelector(by);
  return {
    decode(json) {
      const chosen = cases[select(json)];
      if (chosen === undefined) throw new Error('the table selects a case that is not there');
      return { tag: chosen.tag, val: chosen.codec.decode(json) };
    },
    encode(value) {
      const { tag, val } = tagged(value) ?? {};
      const codec = byTag.get(tag ?? '');
      if (codec === undefined) {
        throw under('tag', expected(`one of ${[...byTag.keys()].join(', ')}`, tag));
      }
      return inside('val', codec.encode, val);
    },
  };
}

const SHOWN_CASES = 8;

function notOneOf(cases: ReadonlyMap<string, string>, got: unknown): never {
  const shown = [...cases.keys()].slice(0, SHOWN_CASES).map((name) => JSON.stringify(name));
  const more = cases.size > SHOWN_CASES ? ` or ${cases.size - SHOWN_CASES} more` : '';
  throw expected(`one of ${shown.join(', ')}${more}`, got);
}

function recordCodec({ record, extra }: RecordCode, codecOf: (code: TypeCode) => Codec): Codec {
  const fields = record.map((field) => ({ field, codec: codecOf(field.type) }));
  const rest = extra && { js: extra.js, codec: codecOf(extra.type) };
  const wires = new Set(record.map((field) => field.wire));
  return {
    decode(json) {
      const object = asObject(json);
      const value: Properties = {};
      for (const { field, codec } of fields) value[field.js] = readField(field, codec, object);
      if (rest) {
        value[rest.js] = Object.keys(object)
          .filter((key) => !wires.has(key))
          .map((key) => [key, inside(key, rest.codec.decode, object[key])]);
      }
      return value;
    },
    encode(value) {
      const given = asObject(value);
      const object = {};
      for (const { field, codec } of fields) writeField(field, codec, given, object);
      if (rest) {
        const others = {};
        inside(rest.js, (entries) => putEntries(others, entries, rest.codec), given[rest.js]);
        for (const [key, other] of Object.entries(others)) {
          if (wires.has(key)) throw under(rest.js, under(key, new Mismatch('has its own field')));
          put(object, key, other);
        }
      }
      return object;
    },
  };
}

function readField(field: FieldCode, codec: Codec, object: Properties): unknown {
  const json = property(object, field.wire);
  if (json === undefined) {
    if (field.optional) return undefined;
    throw under(field.wire, new Mismatch('is required'));
  }
  if (json === null && field.nullable) return undefined;
  return inside(field.wire, codec.decode, json);
}

function writeField(field: FieldCode, codec: Codec, value: Properties, object: object): void {
  const given = property(value, field.js);
  const isNone = given === undefined || given === null;
  if (isNone && field.optional) return;
  const json = isNone && field.nullable ? null : inside(field.js, codec.encode, given);
  put(object, field.wire, json);
}

function asObject(value: unknown): Properties {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw expected('object', value);
  }
  return value as Properties;
}
