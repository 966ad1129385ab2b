import type { RouteCode } from '../../../../src/runtime/table.ts';
import type { TypedApi } from '../../../../src/wit/typed-api.ts';
import { documentOf, signature, typed, witLines } from '../../support.ts';

export const text = { type: 'string' };
export const binary = { type: 'string', format: 'binary' };
export const order = {
  type: 'object',
  required: ['id'],
  properties: { id: text, note: text },
};

/** The API of operations on `/thing`, by method. */
export function operations(
  byMethod: Readonly<Record<string, object>>,
  schemas: object = {},
): TypedApi {
  const bare = { responses: { 204: { description: 'x' } } };
  const entries = Object.entries(byMethod).map(([method, more]) => [
    method,
    { operationId: `${method}Thing`, tags: ['things'], ...bare, ...more },
  ]);
  return typed(documentOf({ '/thing': Object.fromEntries(entries) }, schemas));
}

/** The API of one operation, `post-thing`, with this body. */
export function bodyOf(content: object, schemas: object = {}) {
  const api = operations({ post: { requestBody: { required: true, content } } }, schemas);
  return { api, as: route(api).body?.as, signature: signature(api, 'post-thing') };
}

/** The API of one operation, `get-thing`, that answers so. */
export function answering(responses: object, schemas: object = {}) {
  const api = operations({ get: { responses } }, schemas);
  return { api, route: route(api), signature: signature(api, 'get-thing') };
}

export function route({ table }: TypedApi): RouteCode {
  const [first] = table.routes;
  if (first === undefined) throw new Error('no route');
  return first;
}

/** The members of a record or variant, a line each. */
export function membersOf(api: TypedApi, declaration: string): readonly string[] {
  const lines = witLines(api);
  const start = lines.indexOf(`${declaration} {`);
  if (start === -1) throw new Error(`no ${declaration} in\n${lines.join('\n')}`);
  return lines.slice(start + 1, lines.indexOf('}', start)).map((line) => line.replace(/,$/u, ''));
}
