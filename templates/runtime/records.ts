import { putEntries, readEntries } from './collections.ts';
import { put } from './json.ts';
import { noteLayout } from './layouts.ts';
import { expected, Mismatch, under } from './mismatch.ts';
import type { Codec } from './scalars.ts';
import type { Constant, FieldCode, TypeCode } from './table.ts';
import { asObject, type Properties, property, tagged } from './values.ts';

type RecordCode = Extract<TypeCode, { readonly record: unknown }>;

/** A property's codec, for which `undefined` in JSON is a property that is not there. */
interface Field extends Codec {
  readonly js: string;
  readonly wire: string;
  /** Every object inherits a property of one of the names: reads and writes need care. */
  readonly isInherited: boolean;
}

/**
 * A JSON object ⇄ record. What comes out has the fixed properties first (some readers want to know the kind of an
 * object before the rest of it), then the fields in order, then the others.
 */
export function recordCodec(
  { record, fixed = [], extra }: RecordCode,
  codecOf: (code: TypeCode) => Codec,
): Codec {
  const fields = record.map((field) => fieldCodec(field, codecOf(field.type)));
  const rest =
    extra &&
    restCodec(extra.js, codecOf(extra.type), [
      ...fixed.map(([wire]) => wire),
      ...record.map(({ wire }) => wire),
    ]);
  noteLayout(record.map(({ js }) => js));
  noteLayout([...fixed.map(([wire]) => wire), ...record.map(({ wire }) => wire)]);
  return {
    decode(json) {
      const object = asObject(json);
      for (const [wire, constant] of fixed) checkConstant(object, wire, constant);
      const value = readFields(fields, object);
      rest?.read(object, value);
      return value;
    },
    encode(value) {
      const given = asObject(value);
      const object: Record<string, unknown> = {};
      for (const [wire, constant] of fixed) put(object, wire, constant);
      writeFields(fields, given, object);
      rest?.write(given, object);
      return object;
    },
  };
}

function readFields(fields: readonly Field[], object: Properties): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  let at = '';
  try {
    // By index: in the engine's interpreter an iterator costs several times the step itself.
    for (let index = 0; index < fields.length; index += 1) {
      const field = fields[index] as Field;
      at = field.wire;
      const json = field.isInherited ? property(object, at) : object[at];
      value[field.js] = field.decode(json);
    }
  } catch (error) {
    throw under(at, error);
  }
  return value;
}

function writeFields(
  fields: readonly Field[],
  value: Properties,
  object: Record<string, unknown>,
): void {
  let at = '';
  try {
    for (let index = 0; index < fields.length; index += 1) {
      const field = fields[index] as Field;
      at = field.js;
      const json = field.encode(field.isInherited ? property(value, at) : value[at]);
      if (json === undefined) continue;
      if (field.isInherited) put(object, field.wire, json);
      else object[field.wire] = json;
    }
  } catch (error) {
    throw under(at, error);
  }
}

function checkConstant(object: Properties, wire: string, constant: Constant): void {
  const json = property(object, wire);
  if (json === constant) return;
  throw under(wire, json === undefined ? missing() : expected(JSON.stringify(constant), json));
}

function missing(): Mismatch {
  return new Mismatch('is required');
}

function fieldCodec({ js, wire, ...flags }: FieldCode, codec: Codec): Field {
  const isInherited = js in Object.prototype || wire in Object.prototype;
  return { js, wire, isInherited, ...presenceCodec(flags, codec) };
}

function presenceCodec(
  { optional, nullable, triState }: Omit<FieldCode, 'js' | 'wire'>,
  inner: Codec,
): Codec {
  if (triState) return triStateCodec(inner);
  const { decode, encode } = inner;
  if (!optional && !nullable) {
    return {
      encode,
      decode(json) {
        if (json === undefined) throw missing();
        return decode(json);
      },
    };
  }
  const none = optional ? undefined : null;
  return {
    decode(json) {
      if (json === undefined && !optional) throw missing();
      const isNone = json === undefined || (json === null && nullable);
      return isNone ? undefined : decode(json);
    },
    encode: (value) => (value === undefined || value === null ? none : encode(value)),
  };
}

/** Absent, null or a value ⇄ `option<option<T>>`. */
function triStateCodec({ decode, encode }: Codec): Codec {
  return {
    decode(json) {
      if (json === undefined) return { tag: 'none' };
      return { tag: 'some', val: json === null ? undefined : decode(json) };
    },
    encode(value) {
      const { tag, val } = tagged(value) ?? {};
      if (tag === 'none') return undefined;
      if (tag !== 'some') throw expected("{ tag: 'none' } or { tag: 'some', val }", value);
      if (val === undefined || val === null) return null;
      try {
        return encode(val);
      } catch (error) {
        throw under('val', error);
      }
    },
  };
}

/** The field `js`, which holds the properties that are not `known`. */
function restCodec(js: string, codec: Codec, known: readonly string[]) {
  const hasField = new Set(known);
  return {
    read(object: Properties, value: Record<string, unknown>): void {
      const keys = Object.keys(object).filter((key) => !hasField.has(key));
      value[js] = readEntries(object, keys, codec);
    },
    write(value: Properties, object: object): void {
      const others = {};
      try {
        putEntries(others, property(value, js), codec);
        for (const [key, json] of Object.entries(others)) {
          if (hasField.has(key)) throw under(key, new Mismatch('has its own field'));
          put(object, key, json);
        }
      } catch (error) {
        throw under(js, error);
      }
    },
  };
}
