import { readApiDocument } from '../../src/openapi/read-api.ts';
import { type TypingOptions, typeApi } from '../../src/wit/lower.ts';
import { printWit } from '../../src/wit/printing/print.ts';
import type { TypedApi } from '../../src/wit/typed-api.ts';

const PACKAGE = { namespace: 'acme', name: 'orders', version: '1.0.0' };

/** A document with these paths and schemas. */
export function documentOf(paths: unknown, schemas: unknown = {}): unknown {
  return {
    openapi: '3.1.0',
    info: { title: 'Orders', version: '1.0.0' },
    paths,
    components: { schemas },
  };
}

/** The API of a document, typed. */
export function typed(document: unknown, options?: TypingOptions): TypedApi {
  return typeApi(readApiDocument(document, 'test.json'), PACKAGE, options);
}

/** An API with one operation, `get-thing`, that returns this schema. */
export function typedSchema(schema: unknown, schemas: unknown = {}): TypedApi {
  return typed(documentOf({ '/thing': { get: returning('getThing', schema) } }, schemas));
}

/** An operation that answers 200 with a schema as JSON, or without a body. */
export function returning(operationId: string, schema?: unknown, more: object = {}): object {
  const content = schema === undefined ? {} : { content: json(schema) };
  return {
    operationId,
    tags: ['things'],
    responses: { 200: { description: 'Fine.', ...content } },
    ...more,
  };
}

/** The `content` of a JSON body. */
export function json(schema: unknown): object {
  return { 'application/json': { schema } };
}

/** The lines of the WIT without documentation, comments and blank lines, each trimmed. */
export function witLines(api: TypedApi): readonly string[] {
  return printWit(api)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'));
}

/** The WIT type that the fields of one record have, by label. */
export function fieldTypes(api: TypedApi, record: string): Readonly<Record<string, string>> {
  const lines = witLines(api);
  const start = lines.indexOf(`record ${record} {`);
  const body = lines.slice(start + 1, lines.indexOf('}', start));
  return Object.fromEntries(body.map((line) => line.replace(/,$/u, '').split(': ')));
}

/** The signature of a function, on one line. */
export function signature(api: TypedApi, label: string): string {
  const text = witLines(api).join(' ');
  const found = new RegExp(`${label}: func\\(.*?;`, 'u').exec(text)?.[0] ?? '';
  return found.replace(/\( /u, '(').replace(/, \)/u, ')');
}
