import type { LocatedParameter, OperationSource } from '../dialect.ts';
import type { Body, Encoding, Schema } from '../model.ts';
import { child } from '../pointer.ts';
import { isRaw, textOf } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { BYTES, hasFile, isFile } from './file.ts';
import { schemaBeside } from './schema-beside.ts';
import { examplesOf, listStyle } from './value.ts';

const URL_ENCODED = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';

/**
 * Reads the parameters in `formData` as one body, an object with a property each. A file makes it multipart (Swagger
 * 2.0, Parameter Object); what says nothing of forms is url-encoded.
 *
 * @param consumed - the media types that the operation consumes
 * @throws Failure (code 2) for a broken reference.
 */
export function readForm(
  reading: Reading,
  operation: OperationSource,
  fields: readonly LocatedParameter[],
  consumed: readonly string[],
): Body {
  const encoding = new Map<string, Encoding>();
  const properties = fields.map((field) => {
    const { schema, written } = readField(reading, field);
    if (written !== undefined) encoding.set(field.name, written);
    return { name: field.name, required: field.raw.required === true, schema };
  });
  const isOwn = Array.isArray(operation.raw.parameters);
  const pointer = isOwn ? child(operation.pointer, 'parameters') : operation.pointer;
  const schema: Schema = { pointer, kind: 'object', properties };
  return {
    pointer,
    required: properties.some(({ required }) => required),
    description: undefined,
    media: formTypes(fields, consumed).map((type) => ({
      pointer,
      type,
      schema,
      examples: [],
      ...(encoding.size > 0 && { encoding }),
    })),
  };
}

function formTypes(fields: readonly LocatedParameter[], consumed: readonly string[]): string[] {
  const usual = fields.some(({ raw }) => hasFile(raw)) ? [MULTIPART] : [URL_ENCODED, MULTIPART];
  const types = consumed.filter((type) => usual.includes(type));
  return types.length > 0 ? types : usual.slice(0, 1);
}

interface Field {
  readonly schema: Schema;
  /** Where it is not written as usual. */
  readonly written?: Encoding;
}

function readField(reading: Reading, { raw, pointer }: LocatedParameter): Field {
  const description = textOf(raw.description);
  const examples = examplesOf(raw);
  const annotations = {
    pointer,
    ...(description !== undefined && { description }),
    ...(examples.length > 0 && { examples }),
  };
  if (isFile(raw)) return { schema: { ...annotations, ...BYTES } };
  if (isRaw(raw.items) && isFile(raw.items)) {
    const items: Schema = { pointer: child(pointer, 'items'), ...BYTES };
    return { schema: { ...annotations, kind: 'array', items } };
  }
  const written = raw.type === 'array' ? listStyle(reading, raw, 'form', pointer) : 'as usual';
  if (written === undefined) return { schema: { ...annotations, kind: 'string' } };
  const schema = { ...schemaBeside(reading, raw, pointer), ...annotations };
  return written === 'as usual' ? { schema } : { schema, written };
}
