import { describe, expect, it } from 'vitest';
import type { TypedApi } from '../../../src/wit/typed-api.ts';
import { documentOf, json, returning, typed, typedSchema } from '../support.ts';

const text = { type: 'string' };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object) => ({ type: 'object', properties });

function functions(api: TypedApi): readonly string[] {
  return api.interfaces.flatMap((one) => one.functions.map(({ label }) => label));
}

function types(api: TypedApi): readonly string[] {
  return [...api.types, ...api.interfaces.flatMap((one) => one.types)].map(({ label }) => label);
}

/** An API with an operation for each `METHOD path operationId?`. */
function operations(...lines: readonly string[]): TypedApi {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const line of lines) {
    const [method = '', path = '', operationId] = line.split(' ');
    const id = operationId === undefined ? {} : { operationId };
    paths[path] = { ...paths[path], [method.toLowerCase()]: { ...id, responses: {} } };
  }
  return typed(documentOf(paths));
}

describe('functions', () => {
  it.each([
    ['GET /pets listPets', 'list-pets'],
    ['GET /pets/{petId}', 'get-pets-by-pet-id'],
    ['GET /api/v2/pets', 'get-pets'],
    ['GET /', 'get-root'],
    ['GET /items/{id} read_item_items__id__get', 'read-item'],
    ['GET /orders OrdersController_getOrders', 'get-orders'],
    ['GET /x toString', 'get-to-string'],
    ['GET /x 🍕', 'get-x'],
    ['DELETE /x delete', 'delete'],
  ])('%s is %s', (line, label) => expect(functions(operations(line))).toEqual([label]));

  it('are told apart by their path when a framework gives them one name', () => {
    const api = operations(
      'GET /a/items read_items_a_items_get',
      'GET /a/items/{id} read_items_a_items__id__get',
      'GET /cats CatsController_get',
      'GET /dogs DogsController_get',
    );
    expect(functions(api)).toEqual([
      'read-items-a-items-get',
      'read-items-by-id',
      'get-cats',
      'get-dogs',
    ]);
  });

  it('are told apart from types and from each other', () => {
    const api = typed(
      documentOf(
        {
          '/a': { get: returning('order', ref('Order')) },
          '/b': { get: returning('getOrder'), post: returning('get-order') },
        },
        { Order: object({ id: text }) },
      ),
    );
    expect(functions(api)).toEqual(['get-order', 'get-b', 'post-get-order']);
    expect(new Set(api.table.routes.map(({ id }) => id)).size).toBe(3);
  });
});

describe('interfaces', () => {
  const tagged = (...tags: readonly string[]) =>
    typed(
      documentOf(
        Object.fromEntries(
          tags.map((tag, index) => [
            `/p${index}`,
            { get: returning(`f${index}x`, text, { tags: [tag] }) },
          ]),
        ),
      ),
    ).interfaces.map(({ label, js }) => [label, js]);

  it('are the first tags, however they are spelled', () => {
    expect(tagged('Pet Store', 'pet-store', 'Users')).toEqual([
      ['pet-store', 'petStore'],
      ['users', 'users'],
    ]);
  });

  it('keep clear of the world, the types, the HTTP door and words of JavaScript', () => {
    expect(
      tagged('types', 'Service', 'incoming handler', 'import', 'list').map(([label]) => label),
    ).toEqual(['types-api', 'service-api', 'incoming-handler-api', 'import-api', 'list']);
  });

  it('without tags are path segments that tell something', () => {
    const api = operations(
      'GET /v1/orders',
      'GET /v1/orders/{id}',
      'GET /api/{tenant}/users',
      'GET /',
    );
    expect(api.interfaces.map(({ label }) => label)).toEqual(['orders', 'users', 'api']);
  });

  it('are one when each operation has a segment of its own', () => {
    const lines = Array.from(
      { length: 12 },
      (_, index) => `POST /send${String.fromCharCode(65 + index)}`,
    );
    expect(operations(...lines).interfaces.map(({ label }) => label)).toEqual(['api']);
  });

  it('carry the description of their tag', () => {
    const document = {
      ...(documentOf({ '/a': { get: returning('a') } }) as object),
      tags: [{ name: 'things', description: 'All about things.' }],
    };
    expect(typed(document).interfaces[0]?.docs).toBe('All about things.');
  });
});

describe('inline types', () => {
  it('are called after their title, else after what they belong to', () => {
    const api = typedSchema(ref('Order'), {
      Order: object({
        lines: { type: 'array', items: object({ sku: text }) },
        ship_to: { title: 'Address', ...object({ city: text }) },
        state: { title: 'State', type: 'string', enum: ['open'] },
        order_kind: { type: 'string', enum: ['a', 'b'] },
        limits: { type: 'object', additionalProperties: object({ max: text }) },
        data: object({ x: text }),
      }),
    });
    expect(types(api)).toEqual([
      'order-line',
      'address',
      'order-state',
      'order-kind',
      'order-limit',
      'order-data',
      'order',
      'get-thing-error',
    ]);
  });

  it('that are equal and mean the same are one', () => {
    const page = object({ next: text, count: { type: 'integer' } });
    const status = { type: 'string', enum: ['on', 'off'] };
    const api = typed(
      documentOf(
        {
          '/a': { get: returning('a', ref('Refund')) },
          '/b': { get: returning('b', ref('RefundList')) },
        },
        {
          Refund: object({
            paging_info: page,
            status,
            mode: { type: 'string', enum: ['on', 'off'] },
          }),
          RefundList: object({
            paging_info: page,
            status,
            other: { type: 'string', enum: ['on'] },
          }),
        },
      ),
    );
    expect(types(api)).toEqual(
      expect.arrayContaining(['paging-info', 'refund-status', 'refund-mode', 'refund-list-other']),
    );
    expect(types(api)).not.toContain('refund-list-status');
  });

  it('that a record has many of are the values of that record', () => {
    const state = { type: 'string', enum: ['on', 'off'] };
    const schemas = {
      Flags: object({ a: state, b: state, c: state, d: { ...state, enum: ['x'] } }),
    };
    const api = typedSchema(ref('Flags'), schemas);
    expect(types(api)).toEqual(['flags-value', 'flags-d', 'flags', 'get-thing-error']);
  });

  it('that differ stay apart', () => {
    const api = typed(
      documentOf(
        { '/a': { get: returning('a', ref('A')) }, '/b': { get: returning('b', ref('B')) } },
        {
          A: object({ page: object({ next: text }) }),
          B: object({ page: object({ prev: text }) }),
        },
      ),
    );
    expect(types(api)).toEqual(expect.arrayContaining(['a-page', 'b-page']));
  });

  it('of bodies and results are called after their operation', () => {
    const api = typed(
      documentOf({
        '/a': {
          post: returning(
            'createThing',
            { type: 'array', items: object({ id: text }) },
            {
              requestBody: { content: json(object({ name: text })) },
            },
          ),
        },
      }),
    );
    expect(types(api)).toEqual(expect.arrayContaining(['create-thing-body', 'create-thing-item']));
  });
});

describe('errors', () => {
  const failing = (id: string, ...statuses: readonly number[]) =>
    returning(id, undefined, {
      responses: Object.fromEntries(
        [200, ...statuses].map((status) => [status, { description: '', content: json(text) }]),
      ),
    });
  const errorsOf = (api: TypedApi) =>
    Object.fromEntries(
      api.interfaces.flatMap((one) =>
        one.functions.map(({ label, error }) => [label, error.kind === 'named' ? error.label : '']),
      ),
    );

  it('that all operations have are api-error', () => {
    const api = typed(documentOf({ '/a': { get: failing('a', 404), put: failing('b', 404) } }));
    expect(errorsOf(api)).toEqual({ a: 'api-error', b: 'api-error' });
    expect(types(api).filter((label) => label.endsWith('error'))).toEqual(['api-error']);
  });

  it('are called for what they are', () => {
    const api = typed(
      documentOf({
        '/a': { get: failing('a', 404), put: failing('b', 404), post: failing('c', 400, 404, 409) },
        '/b': { get: failing('d', 400, 404, 409), put: failing('e'), post: failing('f') },
        '/c': { get: failing('g', 410) },
      }),
    );
    expect(errorsOf(api)).toEqual({
      a: 'not-found-error',
      b: 'not-found-error',
      c: 'thing-error',
      d: 'thing-error',
      e: 'http-error',
      f: 'http-error',
      g: 'g-error',
    });
  });
});

describe('all names', () => {
  it('are the same on every run', () => {
    const make = () => operations('GET /a/{b}', 'POST /a/{b}', 'GET /c x', 'PUT /c x2');
    expect(JSON.stringify(make())).toBe(JSON.stringify(make()));
  });
});
