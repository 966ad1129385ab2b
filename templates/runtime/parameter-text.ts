import type { Codecs, ObjectCode } from './codec.ts';
import { JsonError, parseJson, put } from './json.ts';
import { Mismatch } from './mismatch.ts';
import type { TypeCode } from './table.ts';

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * The one value of a parameter that is no list. Throws Mismatch when it is repeated: servers differ in which they take.
 */
export function onlyOne<T>(values: readonly T[]): T | undefined {
  if (values.length > 1) throw new Mismatch('is given more than once');
  return values[0];
}

/**
 * Text to the JSON that the codec of `type` expects: numbers as JSON writes them, `true` and `false`, and JSON text for
 * an object or list inside a list or object, which no style can write (Swagger UI writes it so). Text that does not
 * look right stays text, so that the codec says what it expected. An untyped value (`json`) is a JSON string.
 */
export function textReader(type: TypeCode, codecs: Codecs): (text: string) => unknown {
  const core = codecs.core(type);
  if (typeof core === 'object') return 'enum' in core ? asIs : structure;
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

/** Adds a property that is given as texts to a JSON object; one that the type does not know is left out. */
export function memberReader(core: ObjectCode, codecs: Codecs) {
  const known = new Map<string, (texts: readonly string[]) => unknown>();
  if ('record' in core) {
    for (const { wire, type } of core.record) known.set(wire, textsReader(type, codecs));
  }
  const others = 'map' in core ? core.map : core.extra?.type;
  const readOther = others && textsReader(others, codecs);
  return (json: object, name: string, texts: readonly string[]): void => {
    const read = known.get(name) ?? readOther;
    if (read) put(json, name, read(texts));
  };
}

function textsReader(type: TypeCode, codecs: Codecs): (texts: readonly string[]) => unknown {
  const core = codecs.core(type);
  if (typeof core === 'object' && 'list' in core) {
    const read = textReader(core.list, codecs);
    return (texts) => texts.map(read);
  }
  const read = textReader(type, codecs);
  return (texts) => {
    const text = onlyOne(texts);
    return text === undefined ? undefined : read(text);
  };
}
