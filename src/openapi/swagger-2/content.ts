import { isJson } from '../../runtime/index.ts';
import type { LocatedParameter, OperationSource } from '../dialect.ts';
import { isMediaType, mediaName, mediaTypes } from '../media.ts';
import type { Body, Media, Pointer, Schema } from '../model.ts';
import { child, ROOT } from '../pointer.ts';
import { entriesOf, isRaw, itemsOf, type Raw, textOf } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { BYTES, isFile } from './file.ts';
import { readForm } from './form.ts';
import { schemaBeside } from './schema-beside.ts';
import { examplesOf } from './value.ts';

/**
 * Reads the body of an operation: its parameter in `body`, or the form of those in `formData`; there can't be both
 * (Swagger 2.0, Parameter Object). Of several bodies the first counts.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function readBody(reading: Reading, operation: OperationSource): Body | undefined {
  const [whole, ...others] = operation.parameters.filter(({ raw }) => raw.in === 'body');
  const fields = operation.parameters.filter(({ raw }) => raw.in === 'formData');
  const types = statedTypes(reading, operation, 'consumes');
  if (whole === undefined) {
    return fields.length === 0 ? undefined : readForm(reading, operation, fields, types);
  }
  for (const { pointer } of [...others, ...fields]) {
    reading.note(pointer, 'The operation has a body already; this parameter is left out.');
  }
  return readWhole(reading, whole, types);
}

function readWhole(
  reading: Reading,
  { raw, pointer }: LocatedParameter,
  types: readonly string[],
): Body {
  const schema =
    raw.schema === undefined
      ? schemaBeside(reading, raw, pointer)
      : schemaOf(reading, raw.schema, child(pointer, 'schema'));
  return {
    pointer,
    required: raw.required === true,
    description: textOf(raw.description),
    media: orJson(types).map((type) => ({
      pointer,
      type,
      schema,
      examples: examplesOf(raw, type),
    })),
  };
}

/**
 * Reads what a response holds: its `schema`, in each media type that the operation produces. Without a schema there is no
 * content (Swagger 2.0, Response Object).
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function readContent(
  reading: Reading,
  response: Raw,
  pointer: Pointer,
  operation: OperationSource,
): Media[] {
  if (response.schema === undefined) return [];
  const place = child(pointer, 'schema');
  const schema = schemaOf(reading, response.schema, place);
  return producedTypes(reading, response, operation).map((type) => ({
    pointer: place,
    type,
    schema,
    examples: entriesOf(response.examples)
      .filter(([key]) => mediaName(key) === type)
      .map(([, example]) => example),
  }));
}

/** Those that are stated, those that have examples, or JSON. */
function producedTypes(reading: Reading, response: Raw, operation: OperationSource): string[] {
  const stated = statedTypes(reading, operation, 'produces');
  if (isRaw(response.schema) && isFile(response.schema)) return fileTypes(stated, operation);
  if (stated.length > 0) return stated;
  const examples = entriesOf(response.examples).map(([key]) => mediaName(key));
  return orJson([...new Set(examples.filter(isMediaType))]);
}

/** A file is no JSON; and the XML that a whole document produces is meant for its values, not for a file. */
function fileTypes(stated: readonly string[], { raw }: OperationSource): string[] {
  const isOwn = Array.isArray(raw.produces);
  const types = stated.filter((type) => !isJson(type) && (isOwn || !/[/+]xml$/u.test(type)));
  return types.length > 0 ? types : ['application/octet-stream'];
}

/** What most services speak that say nothing. */
function orJson(types: readonly string[]): string[] {
  return types.length > 0 ? [...types] : ['application/json'];
}

function schemaOf(reading: Reading, raw: unknown, pointer: Pointer): Schema {
  return isRaw(raw) && isFile(raw) ? { pointer, ...BYTES } : reading.schema(raw, pointer);
}

/** The operation's own list, even an empty one, replaces the document's (Swagger 2.0, Operation Object). */
function statedTypes(
  reading: Reading,
  { raw, pointer }: OperationSource,
  field: 'consumes' | 'produces',
): string[] {
  const isOwn = Array.isArray(raw[field]);
  const list: unknown = isOwn ? raw[field] : reading.document[field];
  const place = child(isOwn ? pointer : ROOT, field);
  const entries = itemsOf(list).map((type, index): [string, { pointer: Pointer }] => [
    mediaName(String(type)),
    { pointer: child(place, index) },
  ]);
  // A type that is there again with other parameters says nothing new here.
  return [...mediaTypes(reading, new Map(entries)).keys()];
}
