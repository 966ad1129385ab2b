import { putEntries, readEntries } from './collections.ts';
import { put } from './json.ts';
import { noteLayout } from './layouts.ts';
import { expected, Mismatch, under } from './mismatch.ts';
import type { Codec } from './scalars.ts';
import type { FieldCode, TypeCode } from './table.ts';
import { asObject, type Properties, property, tagged } from './values.ts';

type RecordCode = Extract<TypeCode, { readonly record: unknown }>;

/**
 * The fields of a record by their place: in the engine's interpreter a property costs several times an element, and an
 * iterator more than the step itself.
 */
interface Fields {
  readonly js: readonly string[];
  readonly wires: readonly string[];
  /** Every object inherits a property of one of the names: reads and writes need care. */
  readonly inherited: readonly boolean[];
  /** The property must be there, if with `null`. */
  readonly required: readonly boolean[];
  /** To these a property that is not there is `undefined`. */
  readonly codecs: readonly Codec[];
}

type Fixed = NonNullable<RecordCode['fixed']>;

type Convert = (from: Properties, to: Record<string, unknown>) => void;

/**
 * A JSON object ⇄ record. What comes out has the fixed properties first (some readers want to know the kind of an
 * object before the rest of it), then the fields in order, then the others.
 */
export function recordCodec(
  { record, fixed = [], extra }: RecordCode,
  codecOf: (code: TypeCode) => Codec,
): Codec {
  const fields = fieldsOf(record, codecOf);
  const names = [...fixed.map(([wire]) => wire), ...fields.wires];
  const readFields = compileReader(fields);
  const writeFields = compileWriter(fields);
  const rest = extra && restCodec(extra.js, codecOf(extra.type), names);
  noteLayout(fields.js);
  noteLayout(names);
  return {
    decode(json) {
      const object = asObject(json);
      if (fixed.length > 0) checkFixed(fixed, object);
      const value: Record<string, unknown> = {};
      readFields(object, value);
      rest?.read(object, value);
      return value;
    },
    encode(value) {
      const given = asObject(value);
      const object: Record<string, unknown> = {};
      if (fixed.length > 0) putFixed(fixed, object);
      writeFields(given, object);
      rest?.write(given, object);
      return object;
    },
  };
}

function fieldsOf(record: readonly FieldCode[], codecOf: (code: TypeCode) => Codec): Fields {
  return {
    js: record.map(({ js }) => js),
    wires: record.map(({ wire }) => wire),
    inherited: record.map(({ js, wire }) => js in Object.prototype || wire in Object.prototype),
    required: record.map(({ optional }) => !optional),
    codecs: record.map((field) => presenceCodec(field, codecOf(field.type))),
  };
}

/** What is not there is `undefined`. */
function compileReader({ js, wires, inherited, required, codecs }: Fields): Convert {
  const decoders = codecs.map(({ decode }) => decode);
  return (object, value) => {
    let at = 0;
    try {
      for (; at < decoders.length; at += 1) {
        const wire = wires[at] as string;
        const json = inherited[at] ? property(object, wire) : object[wire];
        if (json === undefined && required[at]) throw missing();
        value[js[at] as string] = (decoders[at] as Codec['decode'])(json);
      }
    } catch (error) {
      throw under(wires[at] as string, error);
    }
  };
}

/** What is `undefined` is left out. */
function compileWriter({ js, wires, inherited, codecs }: Fields): Convert {
  const encoders = codecs.map(({ encode }) => encode);
  return (value, object) => {
    let at = 0;
    try {
      for (; at < encoders.length; at += 1) {
        const name = js[at] as string;
        const encode = encoders[at] as Codec['encode'];
        const json = encode(inherited[at] ? property(value, name) : value[name]);
        if (json === undefined) continue;
        if (inherited[at]) put(object, wires[at] as string, json);
        else object[wires[at] as string] = json;
      }
    } catch (error) {
      throw under(js[at] as string, error);
    }
  };
}

function checkFixed(fixed: Fixed, object: Properties): void {
  for (const [wire, constant] of fixed) {
    const json = property(object, wire);
    if (json === constant) continue;
    throw under(wire, json === undefined ? missing() : expected(JSON.stringify(constant), json));
  }
}

function putFixed(fixed: Fixed, object: object): void {
  for (const [wire, constant] of fixed) put(object, wire, constant);
}

function missing(): Mismatch {
  return new Mismatch('is required');
}

function presenceCodec({ optional, nullable, triState }: FieldCode, inner: Codec): Codec {
  if (triState) return triStateCodec(inner);
  if (!optional && !nullable) return inner;
  const { decode, encode } = inner;
  const none = optional ? undefined : null;
  return {
    decode: (json) =>
      json === undefined || (json === null && nullable) ? undefined : decode(json),
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
