import { put } from './json.ts';
import { expected, Mismatch, under } from './mismatch.ts';
import type { Codec } from './scalars.ts';
import type { TypeCode } from './table.ts';
import { asArray, asObject } from './values.ts';

type ListCode = Extract<TypeCode, { readonly list: unknown }>;

export function listCodec(
  { min = 0, max = Number.POSITIVE_INFINITY }: ListCode,
  item: Codec,
): Codec {
  return {
    decode(json) {
      const list = asArray(json);
      if (list.length < min) throw wrongLength(`at least ${min}`, list);
      if (list.length > max) throw wrongLength(`at most ${max}`, list);
      return convertAll(item.decode, list);
    },
    // A list of `uint8` comes as these through a typed export, and is no bytes here.
    encode: (value) =>
      convertAll(item.encode, value instanceof Uint8Array ? [...value] : asArray(value)),
  };
}

function convertAll(convert: Codec['decode'], list: readonly unknown[]): unknown[] {
  const converted: unknown[] = [];
  try {
    for (let index = 0; index < list.length; index += 1) converted[index] = convert(list[index]);
  } catch (error) {
    throw under(converted.length, error);
  }
  return converted;
}

/** A JSON array of exactly these items. */
export function tupleCodec(items: readonly Codec[]): Codec {
  function convertEach(way: keyof Codec, value: unknown): unknown[] {
    const list = asArray(value);
    if (list.length !== items.length) throw wrongLength(`${items.length}`, list);
    const converted: unknown[] = [];
    try {
      for (const item of items) converted.push(item[way](list[converted.length]));
    } catch (error) {
      throw under(converted.length, error);
    }
    return converted;
  }
  return {
    decode: (json) => convertEach('decode', json),
    encode: (value) => convertEach('encode', value),
  };
}

function wrongLength(wanted: string, { length }: readonly unknown[]): Mismatch {
  return new Mismatch(`expected ${wanted} items, got ${length}`);
}

/** A JSON object ⇄ `list<tuple<string, T>>`. */
export function mapCodec(item: Codec): Codec {
  return {
    decode(json) {
      const object = asObject(json);
      return readEntries(object, Object.keys(object), item);
    },
    encode(value) {
      const object = {};
      putEntries(object, value, item);
      return object;
    },
  };
}

/** The entries of an object that have these keys. */
export function readEntries(
  object: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  { decode }: Codec,
): [string, unknown][] {
  const entries: [string, unknown][] = [];
  try {
    for (const key of keys) entries.push([key, decode(object[key])]);
  } catch (error) {
    throw under(keys[entries.length] ?? '', error);
  }
  return entries;
}

/** Adds the entries of a `list<tuple<string, T>>` to an object that has none of their keys. */
export function putEntries(object: object, entries: unknown, { encode }: Codec): void {
  if (!Array.isArray(entries)) throw expected('array of [key, value] pairs', entries);
  for (const [index, entry] of entries.entries()) {
    if (!Array.isArray(entry) || typeof entry[0] !== 'string') {
      throw under(index, expected('[key, value] pair', entry));
    }
    const [key, value] = entry;
    try {
      if (Object.hasOwn(object, key)) throw new Mismatch('is there twice');
      put(object, key, encode(value));
    } catch (error) {
      throw under(key, error);
    }
  }
}
