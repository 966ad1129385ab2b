import type { ApiModel, Operation, Schema } from '../../src/openapi/model.ts';
import { readApiDocument } from '../../src/openapi/read-api.ts';
import { Failure } from '../../src/terminal/failure.ts';

/** A document with one operation, `GET /x`, and whatever `parts` put over that. */
export function documentWith(parts: object): object {
  return {
    openapi: '3.0.3',
    info: { title: 'T', version: '1' },
    paths: { '/x': { get: { responses: { 204: { description: '' } } } } },
    ...parts,
  };
}

/** A document whose one response is of `schema`; `components` are its schemas. */
export function documentOf(schema: unknown, components: object = {}, openapi = '3.0.3'): object {
  const content = { 'application/json': { schema } };
  return documentWith({
    openapi,
    paths: { '/x': { get: { responses: { 200: { description: '', content } } } } },
    components: { schemas: components },
  });
}

/** The API that `documentOf` describes. */
export function apiOf(schema: unknown, components: object = {}, openapi = '3.0.3'): ApiModel {
  return readApiDocument(documentOf(schema, components, openapi), 'test');
}

/** What `schema` is read as. */
export function schemaOf(schema: unknown, components: object = {}, openapi = '3.0.3'): Schema {
  const read = apiOf(schema, components, openapi).operations[0]?.responses[0]?.media[0]?.schema;
  if (read === undefined) throw new Error('there is no schema');
  return read;
}

/** `schemaOf`, without the places: for comparing by what a schema says. */
export function shapeOf(schema: unknown, components: object = {}, openapi = '3.0.3'): unknown {
  return withoutPointers(schemaOf(schema, components, openapi));
}

/** A copy of `value` in which nothing has a `pointer`. */
export function withoutPointers(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part) => (key === 'pointer' ? undefined : part)));
}

/** The operations of `paths`. */
export function operationsOf(paths: object, parts: object = {}): readonly Operation[] {
  return readApiDocument(documentWith({ paths, ...parts }), 'test').operations;
}

/** The operation `GET /x` described by `operation`. */
export function operationOf(operation: object, parts: object = {}): Operation {
  const [read] = operationsOf({ '/x': { get: operation } }, parts);
  if (read === undefined) throw new Error('there is no operation');
  return read;
}

/** What `run` fails with. */
export function failureOf(run: () => unknown): Failure {
  try {
    run();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('it did not fail');
}
