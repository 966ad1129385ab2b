import { describe, expect, it } from 'vitest';
import type { RouteCode } from '../../../src/runtime/table.ts';
import { documentOf, fieldTypes, json, returning, signature, typed, witLines } from '../support.ts';

const text = { type: 'string' };
const parameter = (name: string, place: string, more: object = {}) => ({
  name,
  in: place,
  schema: text,
  ...(place === 'path' ? { required: true } : {}),
  ...more,
});

/** The API of one operation `getThing` on this path. */
function operation(more: object, path = '/thing', method = 'get') {
  const api = typed(documentOf({ [path]: { [method]: returning('getThing', undefined, more) } }));
  return { api, route: only(api.table.routes), signature: signature(api, 'get-thing') };
}

function only(routes: readonly RouteCode[]): RouteCode {
  const [route] = routes;
  if (route === undefined || routes.length > 1) throw new Error(`${routes.length} routes`);
  return route;
}

describe('parameters', () => {
  it('come path first, then query, header and cookie, then the body', () => {
    const { signature: text_, route } = operation(
      {
        parameters: [
          parameter('session', 'cookie'),
          parameter('X-Trace', 'header', { required: true }),
          parameter('q', 'query'),
          parameter('id', 'path'),
        ],
        requestBody: { required: true, content: json({ type: 'boolean' }) },
      },
      '/thing/{id}',
      'put',
    );
    expect(text_).toBe(
      'get-thing: func(id: string, q: option<string>, x-trace: string, session: option<string>, ' +
        'body: bool) -> result<_, get-thing-error>;',
    );
    expect(route).toMatchObject({
      id: 'getThing',
      method: 'PUT',
      path: '/thing/{id}',
      call: 'positional',
      params: [
        { js: 'id', in: 'path', name: 'id', type: 'string' },
        { js: 'q', in: 'query', name: 'q', optional: true },
        { js: 'xTrace', in: 'header', name: 'X-Trace' },
        { js: 'session', in: 'cookie', name: 'session', optional: true },
      ],
      body: { js: 'body', as: { media: 'application/json', format: 'json', type: 'bool' } },
    });
  });

  it('are a record when there are more than six, the body among them', () => {
    const seven = 'abcdef'.split('').map((name) => parameter(name, 'query'));
    const more = { requestBody: { content: json(text) } };
    const { api, route, signature: text_ } = operation({ parameters: seven, ...more });
    expect(text_).toContain('func(params: get-thing-params)');
    expect(fieldTypes(api, 'get-thing-params')).toMatchObject({
      a: 'option<string>',
      body: 'option<string>',
    });
    expect(route.call).toBe('record');
    expect(operation({ parameters: seven }).route.call).toBe('positional');
  });

  it('of one name are told apart by their place', () => {
    const { signature: text_, route } = operation(
      {
        parameters: [parameter('id', 'path'), parameter('id', 'query'), parameter('body', 'query')],
      },
      '/thing/{id}',
    );
    expect(text_).toContain('func(id: string, query-id: option<string>, body: option<string>)');
    expect(route.params.map(({ js, name }) => [js, name])).toEqual([
      ['id', 'id'],
      ['queryId', 'id'],
      ['body', 'body'],
    ]);
  });

  it('whose names are words of JavaScript or WIT', () => {
    const { signature: text_, route } = operation({
      parameters: [parameter('in', 'query'), parameter('list', 'query')],
    });
    expect(text_).toContain('func(in: option<string>, %list: option<string>)');
    expect(route.params.map(({ js }) => js)).toEqual(['inParam', 'list']);
  });

  it('keep how they are written where that is not the rule', () => {
    const { route } = operation({
      parameters: [
        parameter('a', 'query', { schema: { type: 'array', items: text }, explode: false }),
        parameter('b', 'query', {
          schema: { type: 'object', properties: { min: { type: 'integer' } } },
          style: 'deepObject',
          explode: true,
        }),
        { name: 'c', in: 'query', content: json({ type: 'array', items: text }) },
        parameter('d', 'query', { schema: {} }),
      ],
    });
    expect(route.params).toEqual([
      { js: 'a', in: 'query', name: 'a', type: { list: 'string' }, optional: true, explode: false },
      {
        js: 'b',
        in: 'query',
        name: 'b',
        type: { ref: 'GetThingB' },
        optional: true,
        style: 'deepObject',
        explode: true,
      },
      { js: 'c', in: 'query', name: 'c', type: { list: 'string' }, optional: true, json: true },
      { js: 'd', in: 'query', name: 'd', type: 'string', optional: true },
    ]);
  });
});

describe('bodies', () => {
  const body = (content: object, required = true) =>
    operation({ requestBody: { required, content } }, '/thing', 'post');

  it.each([
    ['application/json', text, 'string', { format: 'json', type: 'string' }],
    ['application/vnd.api+json', text, 'string', { format: 'json', type: 'string' }],
    ['text/csv', text, 'string', { format: 'text' }],
    ['application/xml', text, 'string', { format: 'text' }],
    ['image/png', { type: 'string', format: 'binary' }, 'list<u8>', { format: 'bytes' }],
    ['application/json', { type: ['string', 'null'] }, 'option<string>', { format: 'json' }],
  ])('of %s with %j', (media, schema, type, as) => {
    const { signature: text_, route } = body({ [media]: { schema } });
    expect(text_).toContain(`func(body: ${type})`);
    expect(route.body?.as).toMatchObject({ media, ...as });
  });

  it('are JSON when JSON is among them, and the rest is reported', () => {
    const { api, route } = body({ 'application/xml': { schema: text }, ...json(text) });
    expect(route.body?.as).toMatchObject({ media: 'application/json' });
    expect(api.report.demotions).toEqual([]);
    expect(api.report.omissions).toEqual([
      {
        pointer: '#/paths/~1thing/post/requestBody/content/application~1xml',
        reason: 'application/xml is left out: the service speaks application/json',
      },
    ]);
  });

  it('that may be left out are options, once', () => {
    expect(body(json(text), false).signature).toContain('func(body: option<string>)');
    const { signature: text_, route } = body(json({ type: ['string', 'null'] }), false);
    expect(text_).toContain('func(body: option<string>)');
    expect(route.body).toMatchObject({ optional: true, as: { type: { nullable: 'string' } } });
  });

  it('of closed empty objects are none', () => {
    const empty = { type: 'object', additionalProperties: false };
    expect(body(json(empty)).signature).toContain('func() ->');
    expect(body(json(empty)).route.body).toBeUndefined();
  });
});

describe('results', () => {
  const answer = (responses: object, method = 'get') => operation({ responses }, '/thing', method);
  const withBody = (schema: unknown = text) => ({ description: 'x', content: json(schema) });
  const bare = { description: 'x' };

  it('of one success are its payload', () => {
    expect(answer({ 201: withBody() }).signature).toContain('-> result<string, ');
    expect(answer({ 201: withBody() }).route.ok).toEqual({
      kind: 'one',
      status: 201,
      payload: { media: 'application/json', format: 'json', type: 'string' },
    });
    expect(answer({ 204: withBody() }).signature).toContain('-> result<_, ');
    expect(answer({ 200: withBody() }, 'head').signature).toContain('-> result<_, ');
  });

  it('of several are a variant, a redirect among them', () => {
    const { api, route, signature: text_ } = answer({ 200: withBody(), 202: bare, 302: bare });
    expect(text_).toContain('-> result<get-thing-ok, ');
    const lines = witLines(api);
    const start = lines.indexOf('variant get-thing-ok {');
    expect(lines.slice(start + 1, start + 4)).toEqual([
      'ok(string),',
      'accepted,',
      'found(string),',
    ]);
    expect(route.ok).toMatchObject({
      kind: 'variant',
      cases: {
        ok: { status: 200 },
        accepted: { status: 202 },
        found: { status: 302, location: true },
      },
    });
  });

  it('are any reply when the document has no success', () => {
    const { api, route, signature: text_ } = answer({ 404: bare });
    expect(text_).toContain('-> result<http-reply, ');
    expect(fieldTypes(api, 'http-reply')).toEqual({ status: 'u16', body: 'option<json>' });
    expect(route.ok).toEqual({ kind: 'reply' });
  });
});

describe('errors', () => {
  it('have a case for each status, and one for all others', () => {
    const error = { description: 'x', content: json(text) };
    const bare = { description: 'x' };
    const responses = {
      200: bare,
      404: error,
      499: bare,
      '4XX': error,
      '5XX': bare,
      default: error,
    };
    const { api, route } = operation({ responses });
    const lines = witLines(api);
    const start = lines.indexOf('variant get-thing-error {');
    expect(lines.slice(start + 1, lines.indexOf('}', start))).toEqual([
      'not-found(string),',
      'status499,',
      'client-error(tuple<u16, string>),',
      'server-error(u16),',
      'default(tuple<u16, string>),',
      'other(tuple<u16, string>),',
    ]);
    expect(route.errors.map(({ tag, status }) => [tag, status])).toEqual([
      ['not-found', 404],
      ['status499', 499],
      ['client-error', 'any'],
      ['server-error', 'any'],
      ['default', 'any'],
    ]);
  });
});

describe('routes', () => {
  it('have the base path, the document’s own or the one that is given', () => {
    const document = {
      ...(documentOf({ '/a': { get: returning('a') } }) as object),
      servers: [{ url: 'https://x.test/v1' }],
    };
    expect(only(typed(document).table.routes).path).toBe('/v1/a');
    expect(only(typed(document, { basePath: '' }).table.routes).path).toBe('/a');
  });
});
