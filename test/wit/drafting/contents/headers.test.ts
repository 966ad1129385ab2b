import { describe, expect, it } from 'vitest';
import { json } from '../../support.ts';
import { answering, membersOf, operations, order, text } from './support.ts';

const integer = { type: 'integer' };
const etag = { ETag: { schema: text, required: true } };
const limit = { 'X-Rate-Limit': { schema: integer, description: 'How many are left.' } };
const ref = { $ref: '#/components/schemas/Order' };
const schemas = { Order: order };

describe('headers of an answer', () => {
  it('are fields beside the body', () => {
    const { api, route, signature } = answering(
      { 200: { description: 'x', headers: { ...limit, ...etag }, content: json(ref) } },
      schemas,
    );
    expect(signature).toContain('-> result<get-thing-response, ');
    expect(membersOf(api, 'record get-thing-response')).toEqual([
      'body: order',
      'x-rate-limit: option<s64>',
      'etag: string',
    ]);
    expect(route.ok).toEqual({
      kind: 'one',
      status: 200,
      payload: { media: 'application/json', format: 'json', type: { ref: 'Order' } },
      headers: [
        { js: 'xRateLimit', name: 'X-Rate-Limit', type: 's64', optional: true },
        { js: 'etag', name: 'ETag', type: 'string' },
      ],
    });
    expect(api.report.omissions).toEqual([]);
    expect(JSON.stringify(api.interfaces)).toContain('How many are left.');
    expect(Object.keys(api.table.types)).toEqual(['Order']);
  });

  it('without a body are all there is', () => {
    for (const [status, method] of [
      ['204', 'get'],
      ['200', 'head'],
    ] as const) {
      const api = operations({
        [method]: {
          responses: { [status]: { description: 'x', headers: etag, content: json(text) } },
        },
      });
      expect(membersOf(api, `record ${method}-thing-response`)).toEqual(['etag: string']);
    }
  });

  it('named as the body, or as one another, are told apart', () => {
    const headers = { Body: { schema: text }, 'X-A': { schema: text }, x_a: { schema: text } };
    const { api } = answering({ 200: { description: 'x', headers, content: json(text) } });
    expect(membersOf(api, 'record get-thing-response')).toEqual([
      'body: string',
      'body-header: option<string>',
      'x-a: option<string>',
      'x-a-header: option<string>',
    ]);
  });

  it('keep how they are written', () => {
    const headers = {
      A: { schema: { type: 'object', properties: { r: integer } }, explode: true },
      B: { content: json({ type: 'array', items: integer }) },
      C: { schema: {} },
      D: { schema: { type: 'array', items: text } },
    };
    const { route } = answering({ 200: { description: 'x', headers } });
    expect(route.ok).toMatchObject({
      headers: [
        { name: 'A', type: { ref: 'GetThingA' }, explode: true },
        { name: 'B', type: { list: 's64' }, json: true },
        { name: 'C', type: 'string' },
        { name: 'D', type: { list: 'string' } },
      ],
    });
  });

  it.each(['Content-Length', 'Date', 'transfer-encoding', 'Connection', 'a b'])(
    '%s is left out, and reported',
    (name) => {
      const { api, signature } = answering({
        200: { description: 'x', headers: { [name]: { schema: text } } },
      });
      expect(signature).toContain('-> result<_, ');
      expect(api.report.omissions).toMatchObject([
        { pointer: expect.stringContaining('/responses/200/headers/') },
      ]);
    },
  );

  it('of an error are in its case', () => {
    const failed = { description: 'x', headers: limit, content: json(ref) };
    const { api, route } = answering(
      { 204: { description: 'x' }, 429: failed, default: failed },
      schemas,
    );
    expect(membersOf(api, 'variant get-thing-error')).toEqual([
      'too-many-requests(get-thing-too-many-requests-response)',
      'default(tuple<u16, get-thing-too-many-requests-response>)',
      'other(tuple<u16, string>)',
    ]);
    expect(route.errors).toMatchObject([
      { tag: 'too-many-requests', status: 429, headers: [{ js: 'xRateLimit' }] },
      { tag: 'default', status: 'any', headers: [{ js: 'xRateLimit' }] },
    ]);
  });
});

describe('records of headers that operations have in common', () => {
  const both = (responses: object) =>
    operations(
      { get: { responses }, put: { responses } },
      {
        ...schemas,
        OrderResponse: order,
      },
    );
  const names = (responses: object) =>
    both(responses).table.routes.map(({ id }) => id).length === 2
      ? [
          ...JSON.stringify(both(responses).interfaces).matchAll(
            /"label":"([a-z-]+-(?:response|reply))"/gu,
          ),
        ]
          .map(([, name]) => name)
          .filter((name, index, all) => all.indexOf(name) === index)
      : [];
  const answer = (schema: object) => ({ description: 'x', headers: etag, content: json(schema) });

  it.each([
    ['their schema', { 200: answer(ref) }, 'order-response'],
    ['a list of it', { 200: answer({ type: 'array', items: ref }) }, 'order-list-response'],
    [
      'a reply, when the schema is a response',
      { 200: answer({ $ref: '#/components/schemas/OrderResponse' }) },
      'order-reply',
    ],
    [
      'their status, when it is an error',
      { 204: { description: 'x' }, 429: answer(ref) },
      'too-many-requests-response',
    ],
    [
      'their status, when there is no schema',
      { 202: { description: 'x', headers: etag } },
      'accepted-response',
    ],
  ])('are called after %s', (_what, responses, name) => {
    expect(names(responses)).toContain(name);
  });
});

describe('a record that several errors of several operations have', () => {
  it('is the response of an error, unless its schema has a name', () => {
    const failing = (schema: object) => {
      const failed = { description: 'x', headers: limit, content: json(schema) };
      const responses = { 204: { description: 'x' }, 404: failed, 409: failed };
      return operations({ get: { responses }, put: { responses } }, schemas);
    };
    const inline = { type: 'object', properties: { detail: text } };
    const field = 'x-rate-limit: option<s64>';
    expect(membersOf(failing(inline), 'record error-response')).toEqual([
      'body: error-body',
      field,
    ]);
    expect(membersOf(failing(ref), 'record order-response')).toEqual(['body: order', field]);
  });
});

describe('redirects', () => {
  const redirect = (more: object) => answering({ 302: { description: 'x', ...more } }, schemas);

  it('are a string when they only say where to', () => {
    const location = { Location: { schema: text } };
    for (const more of [
      {},
      { headers: location },
      { content: json({}) },
      { content: { 'text/html': {} } },
    ]) {
      const { route, signature } = redirect(more);
      expect(signature).toContain('-> result<string, ');
      expect(route.ok).toEqual({ kind: 'one', status: 302, location: true });
    }
  });

  it('are a record with more to say, which always says where to', () => {
    const { api, route } = redirect({ headers: limit, content: json(ref) });
    expect(membersOf(api, 'record get-thing-found-response')).toEqual([
      'body: order',
      'location: string',
      'x-rate-limit: option<s64>',
    ]);
    expect(route.ok).toMatchObject({ headers: [{ name: 'location' }, { name: 'X-Rate-Limit' }] });
    expect(route.ok).not.toHaveProperty('location');
  });

  it('are not 304, which says that there is nothing new', () => {
    const { signature } = answering({ 304: { description: 'x' } });
    expect(signature).toContain('-> result<_, ');
  });

  it('stand among other successes', () => {
    const { api } = answering(
      {
        200: { description: 'x', headers: etag, content: json(ref) },
        202: { description: 'x', headers: etag },
        302: { description: 'x' },
      },
      schemas,
    );
    expect(membersOf(api, 'variant get-thing-ok')).toEqual([
      'ok(get-thing-response)',
      'accepted(get-thing-reply)',
      'found(string)',
    ]);
  });
});
