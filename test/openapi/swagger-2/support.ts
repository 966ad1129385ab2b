import type { ApiModel, Operation } from '../../../src/openapi/model.ts';
import { readApiDocument } from '../../../src/openapi/read-api.ts';

export const ok = { 204: { description: '' } };

/** A document with the operation `POST /x/{id}`, and whatever `parts` put over it. */
export function swagger(operation: object, parts: object = {}): object {
  return {
    swagger: '2.0',
    info: { title: 'T', version: '1' },
    paths: { '/x/{id}': { post: { responses: ok, ...operation } } },
    ...parts,
  };
}

interface Read {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly notes: readonly string[];
}

export const id = { name: 'id', in: 'path', required: true, type: 'string' };

export function read(operation: object, parts: object = {}): Read {
  const api = readApiDocument(swagger({ parameters: [id], ...operation }, parts), 'test');
  const notes = api.notes.map(({ pointer, message }) => `${pointer} ${message}`);
  return { api, operation: api.operations[0] as Operation, notes };
}

/** What `parameter`, after the one in the path, is read as. */
export function parameterOf(parameter: object): unknown {
  return read({ parameters: [id, parameter] }).operation.parameters[1];
}

export const post = '#/paths/~1x~1{id}/post';
