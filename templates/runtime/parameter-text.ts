/**
 * Text to the JSON that a type's codec expects. Text has no types of its own: parameters and forms say `1`, `true` and
 * `a` alike, so the type tells how to read them. Text that does not look right stays text, and the codec says what it
 * expected.
 */
import type { Codecs, ObjectCode } from './codec.ts';
import { JsonError, parseJson, put } from './json.ts';
import { inside, Mismatch } from './mismatch.ts';
import type { Constant, TypeCode } from './table.ts';
import { caseReader, type Reader, takes } from './union-text.ts';

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * The one value of a parameter that is no list. Throws Mismatch when it is repeated: servers differ in which they take.
 */
export function onlyOne<T>(values: readonly T[]): T | undefined {
  if (values.length > 1) throw new Mismatch('is given more than once');
  return values[0];
}

/**
 * Reads numbers as JSON writes them, `true` and `false`, and JSON text for an object or list inside a list or object,
 * which no style can write (Swagger UI writes it so). An untyped value (`json`) is a JSON string. No text is `null`,
 * where the type has that and no empty text.
 */
export function textReader(type: TypeCode, codecs: Codecs): Reader<string> {
  const read = filledReader(type, codecs);
  const { decode } = codecs.codec(type);
  const emptyIsNull = takes(decode, null) && !takes(decode, '');
  return emptyIsNull ? (text) => (text === '' ? null : read(text)) : read;
}

function filledReader(type: TypeCode, codecs: Codecs): Reader<string> {
  const core = codecs.core(type);
  if (typeof core === 'object') {
    if ('variant' in core) return caseReader(core, codecs, (of) => textReader(of, codecs));
    return 'enum' in core || 'constant' in core ? asIs : structure;
  }
  if (core === 'string' || core === 'bytes' || core === 'json') return asIs;
  if (core === 'bool') return (text) => (text === 'true' ? true : text === 'false' ? false : text);
  return (text) => (NUMBER.test(text) ? structure(text) : text);
}

function asIs(text: string): string {
  return text;
}

function structure(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) return text;
    throw error;
  }
}

/** Reads a value that is given as any number of texts: a list by its items, none as `undefined`. */
export function textsReader(type: TypeCode, codecs: Codecs): Reader<readonly string[]> {
  const core = codecs.core(type);
  if (typeof core === 'object') {
    if ('variant' in core) return caseReader(core, codecs, (of) => textsReader(of, codecs));
    if ('list' in core || 'tuple' in core) {
      const read = itemsReader(core, codecs);
      return (texts) => (texts.length === 0 ? undefined : read(texts));
    }
  }
  const read = textReader(type, codecs);
  return (texts) => {
    const text = onlyOne(texts);
    return text === undefined ? undefined : read(text);
  };
}

export type ItemsCode =
  | { readonly list: TypeCode }
  /** By position. */
  | { readonly tuple: readonly TypeCode[] };

/** Reads the items of a list. One empty text is an empty list, where it can't be an item. */
export function itemsReader(
  code: ItemsCode,
  codecs: Codecs,
): (texts: readonly string[]) => unknown[] {
  if ('tuple' in code) {
    const readers = code.tuple.map((item) => textReader(item, codecs));
    return (texts) => texts.map((text, index) => (readers[index] ?? asIs)(text));
  }
  const read = textReader(code.list, codecs);
  const emptyIsItem = takes(codecs.codec(code.list).decode, read(''));
  return (texts) => (texts.length === 1 && texts[0] === '' && !emptyIsItem ? [] : texts.map(read));
}

/**
 * Adds a property to a JSON object; one that the type does not know, or that says nothing, is left out.
 *
 * @param make - makes the reader of a property
 */
export function memberReader<Given>(
  core: ObjectCode,
  make: (type: TypeCode) => Reader<Given>,
): (json: object, name: string, given: Given) => void {
  const known = new Map<string, Reader<Given>>();
  if ('record' in core) {
    for (const [wire, constant] of core.fixed ?? []) known.set(wire, make(constantType(constant)));
    for (const { wire, type, nullable } of core.record) {
      known.set(wire, make(nullable ? { nullable: type } : type));
    }
  }
  const others = 'map' in core ? core.map : core.extra?.type;
  const readOther = others && make(others);
  return (json, name, given) => {
    const read = known.get(name) ?? readOther;
    const value = read && inside(name, read, given);
    if (value !== undefined) put(json, name, value);
  };
}

/** The type of a constant's text. */
export function constantType(constant: Constant): TypeCode {
  if (typeof constant === 'number') return 'f64';
  return typeof constant === 'boolean' ? 'bool' : 'string';
}

/** Whether a text of this type may hold a comma. Where none may, a percent-encoded one separates too. */
export function mayHoldComma(type: TypeCode, codecs: Codecs): boolean {
  const core = codecs.core(type);
  if (typeof core === 'string') return core === 'string' || core === 'json';
  if ('constant' in core) return String(core.constant).includes(',');
  if ('enum' in core) return core.enum.some(([, wire]) => wire.includes(','));
  return 'variant' in core ? core.variant.some((item) => mayHoldComma(item.type, codecs)) : true;
}
