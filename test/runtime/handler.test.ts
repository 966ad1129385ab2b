import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type {
  PayloadCode,
  ResultCode,
  RouteCode,
  ServiceTable,
  TypeCode,
} from '../../src/runtime/table.ts';
import { createHandler, type HandlerOptions } from '../../templates/runtime/handler.ts';
import { notImplemented } from '../../templates/runtime/not-implemented.ts';

const ORDER: TypeCode = {
  record: [
    { js: 'id', wire: 'id', type: 's64' },
    {
      js: 'lines',
      wire: 'lines',
      type: { list: { record: [{ js: 'quantity', wire: 'quantity', type: 's32' }] } },
    },
  ],
};

const json = (type: TypeCode): PayloadCode => ({ media: 'application/json', format: 'json', type });
const order = json({ ref: 'Order' });

function route(more: Partial<RouteCode>): RouteCode {
  const ok: ResultCode = { kind: 'one', status: 200, payload: json('string') };
  return {
    id: 'run',
    method: 'GET',
    path: '/',
    params: [],
    call: 'positional',
    ok,
    errors: [],
    ...more,
  };
}

function serve(routes: RouteCode | RouteCode[], service: object, options?: HandlerOptions) {
  const table: ServiceTable = { types: { Order: ORDER }, routes: [routes].flat() };
  const handler = createHandler(table, service, options);
  return (path: string, init?: RequestInit) =>
    handler.fetch(new Request(`http://localhost${path}`, init));
}

/** Serves `GET /` with one function. */
function serveOne(run: (...args: never[]) => unknown, more: Partial<RouteCode> = {}) {
  return serve(route(more), { run });
}

const post = (
  body: RequestInit['body'],
  type: string | null = 'application/json',
): RequestInit => ({
  method: 'POST',
  body: body ?? null,
  headers: type === null ? {} : { 'content-type': type },
});

async function problem(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return { http: response.status, ...((await response.json()) as Record<string, unknown>) };
}

let logged: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  logged = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  logged.mockRestore();
});

describe('success', () => {
  test('calls the function with its parameters and body in order', async () => {
    const run = vi.fn((_id: string, _limit: number, body: unknown) => body);
    const call = serveOne(run, {
      method: 'POST',
      path: '/orders/{id}',
      params: [
        { js: 'id', in: 'path', name: 'id', type: 'string' },
        { js: 'limit', in: 'query', name: 'limit', type: 's32', optional: true },
      ],
      body: { js: 'body', as: order },
      ok: { kind: 'one', status: 201, payload: order },
    });
    const response = await call(
      '/orders/o%201?limit=2',
      post('{"id":9007199254740993,"lines":[{"quantity":1}]}'),
    );
    expect(run).toHaveBeenCalledWith('o 1', 2, { id: 9007199254740993n, lines: [{ quantity: 1 }] });
    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.text()).toBe('{"id":9007199254740993,"lines":[{"quantity":1}]}');
    expect(logged).not.toHaveBeenCalled();
  });

  test('or with one object of them', async () => {
    const run = vi.fn(() => 'x');
    const call = serveOne(run, {
      method: 'POST',
      params: [{ js: 'constructor', in: 'query', name: 'c', type: 's32', optional: true }],
      body: { js: 'body', as: json('s32'), optional: true },
      call: 'record',
    });
    await call('/?c=1', post('2'));
    expect(run).toHaveBeenLastCalledWith({ constructor: 1, body: 2 });
    await call('/', { method: 'POST' });
    expect(run).toHaveBeenLastCalledWith({ constructor: undefined, body: undefined });
  });

  test('awaits an async function and keeps `this`', async () => {
    class Service {
      private readonly greeting = 'hello';
      async run() {
        return this.greeting;
      }
    }
    const response = await serve(route({}), new Service())('/');
    expect(await response.json()).toBe('hello');
  });

  test.each<
    [
      name: string,
      ok: ResultCode,
      value: unknown,
      status: number,
      type: string | null,
      body: string,
    ]
  >([
    ['204', { kind: 'one', status: 204 }, undefined, 204, null, ''],
    [
      '204 that has a payload',
      { kind: 'one', status: 204, payload: json('string') },
      'x',
      204,
      null,
      '',
    ],
    ['200 without a payload', { kind: 'one', status: 200 }, undefined, 200, null, ''],
    ['redirect', { kind: 'one', status: 303, location: true }, '/there', 303, null, ''],
    [
      'text',
      { kind: 'one', status: 200, payload: { media: 'text/html', format: 'text' } },
      '<p>é',
      200,
      'text/html;charset=utf-8',
      '<p>é',
    ],
    [
      'bytes',
      { kind: 'one', status: 200, payload: { media: 'image/*', format: 'bytes' } },
      new TextEncoder().encode('png'),
      200,
      'application/octet-stream',
      'png',
    ],
    [
      'problem as success',
      {
        kind: 'one',
        status: 200,
        payload: { media: 'application/x+json', format: 'json', type: 's32' },
      },
      1,
      200,
      'application/x+json',
      '1',
    ],
    [
      'variant',
      {
        kind: 'variant',
        cases: { ok: { status: 200, payload: json('s32') }, accepted: { status: 202 } },
      },
      { tag: 'accepted' },
      202,
      null,
      '',
    ],
    [
      'variant with a payload',
      { kind: 'variant', cases: { ok: { status: 200, payload: json('s32') } } },
      { tag: 'ok', val: 1 },
      200,
      'application/json',
      '1',
    ],
    [
      'reply',
      { kind: 'reply' },
      { status: 418, body: '{"a":1}' },
      418,
      'application/json',
      '{"a":1}',
    ],
    ['reply without a body', { kind: 'reply' }, { status: 204, body: undefined }, 204, null, ''],
  ])('%s', async (_, ok, value, status, type, body) => {
    const response = await serveOne(() => value, { ok })('/');
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(body);
    if (status === 303) expect(response.headers.get('location')).toBe('/there');
  });

  test('HEAD is GET without a body, also when it fails', async () => {
    const run = vi.fn(() => 'x');
    const call = serveOne(run, { path: '/a' });
    const found = await call('/a', { method: 'HEAD' });
    expect([found.status, found.headers.get('content-type'), found.body]).toStrictEqual([
      200,
      'application/json',
      null,
    ]);
    expect(run).toHaveBeenCalledOnce();
    const missing = await call('/b', { method: 'HEAD' });
    expect([missing.status, missing.body]).toStrictEqual([404, null]);
  });
});

describe('errors of the service', () => {
  const errors: RouteCode['errors'] = [
    { tag: 'not-found', status: 404, payload: order },
    { tag: 'conflict', status: 409 },
    { tag: 'client-error', status: 'any', payload: json('string') },
    { tag: 'default', status: 'any' },
  ];
  const throwing = (thrown: unknown) =>
    serveOne(
      () => {
        throw thrown;
      },
      { errors },
    )('/');

  test.each<[thrown: unknown, status: number, body: string]>([
    [{ tag: 'not-found', val: { id: 1n, lines: [] } }, 404, '{"id":1,"lines":[]}'],
    [{ tag: 'conflict' }, 409, ''],
    [{ tag: 'client-error', val: [422, 'no'] }, 422, '"no"'],
    [{ tag: 'default', val: 503 }, 503, ''],
    [Object.assign(new Error('with a stack'), { tag: 'conflict' }), 409, ''],
  ])('%o is documented', async (thrown, status, body) => {
    const response = await throwing(thrown);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(body);
    expect(logged).not.toHaveBeenCalled();
  });

  test('other becomes a problem', async () => {
    expect(await problem(await throwing({ tag: 'other', val: [429, 'slow down'] }))).toStrictEqual({
      http: 429,
      type: 'about:blank',
      title: 'Too Many Requests',
      status: 429,
      detail: 'slow down',
    });
  });

  test.each<[thrown: unknown, detail: string]>([
    [new Error('secret'), 'internal error'],
    ['secret', 'internal error'],
    [undefined, 'internal error'],
    [{ tag: 'unknown', val: 'secret' }, 'internal error'],
    [{ tag: 'constructor' }, 'internal error'],
    [{ tag: 'other', val: [200, 'secret'] }, 'the answer of run does not fit its type as a whole'],
    [{ tag: 'other', val: 'secret' }, 'the answer of run does not fit its type as a whole'],
    [{ tag: 'client-error', val: 'secret' }, 'the answer of run does not fit its type as a whole'],
    [{ tag: 'default', val: 99 }, 'the answer of run does not fit its type as a whole'],
    [
      { tag: 'not-found', val: { id: 1n, lines: [{ quantity: 'secret' }] } },
      'the answer of run does not fit its type at /lines/0/quantity',
    ],
  ])('%o is a 500 and is logged', async (thrown, detail) => {
    const answer = await problem(await throwing(thrown));
    expect(answer).toMatchObject({ http: 500, status: 500, detail });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(logged).toHaveBeenCalledOnce();
    expect(logged.mock.calls[0]?.[0]).toMatch(/^run: /);
  });

  test('the stack goes to the log, with the message', async () => {
    await throwing(new Error('secret'));
    expect(logged.mock.calls[0]?.[0]).toMatch(/Error: secret\n.*handler\.test\.ts/s);
  });

  test.each<[ok: ResultCode, value: unknown, where: string]>([
    [{ kind: 'one', status: 200, payload: order }, { id: 1, lines: [] }, 'at /id'],
    [{ kind: 'one', status: 200, payload: json('string') }, undefined, 'as a whole'],
    [{ kind: 'one', status: 200, payload: { media: 'a/b', format: 'bytes' } }, 'x', 'as a whole'],
    [{ kind: 'one', status: 302, location: true }, undefined, 'as a whole'],
    [{ kind: 'variant', cases: { ok: { status: 200 } } }, { tag: 'created' }, 'at /tag'],
    [{ kind: 'variant', cases: { ok: { status: 200 } } }, undefined, 'at /tag'],
    [{ kind: 'reply' }, { status: 20 }, 'as a whole'],
    [{ kind: 'reply' }, 'x', 'as a whole'],
  ])('a result that is not %j is a 500: %o', async (ok, value, where) => {
    const answer = await problem(await serveOne(() => value, { ok })('/'));
    expect(answer).toMatchObject({
      http: 500,
      detail: `the answer of run does not fit its type ${where}`,
    });
  });

  test('a location that is no header value is a 500', async () => {
    const ok: ResultCode = { kind: 'one', status: 302, location: true };
    const answer = await problem(await serveOne(() => '/a\r\nx: y', { ok })('/'));
    expect(answer).toMatchObject({
      http: 500,
      detail: 'the answer of run does not fit its type as a whole',
    });
  });
});

describe('not implemented', () => {
  const run = () => {
    throw notImplemented('run');
  };

  test.each([[{ run }], [{}], [{ run: 'no function' }]])('%o is a 501', async (service) => {
    expect(await problem(await serve(route({}), service)('/'))).toStrictEqual({
      http: 501,
      type: 'about:blank',
      title: 'Not Implemented',
      status: 501,
      detail: 'run is not implemented yet',
    });
    expect(logged).not.toHaveBeenCalled();
  });

  test('an operation called as what every object inherits is not found there', async () => {
    expect((await serve(route({ id: 'toString' }), {})('/')).status).toBe(501);
  });

  test.each<
    [example: NonNullable<HandlerOptions['examples']>[string], type: string | null, body: string]
  >([
    [{ status: 200, media: 'application/json', body: { a: 1 } }, 'application/json', '{"a":1}'],
    [{ status: 200, media: 'application/json', body: 'x' }, 'application/json', '"x"'],
    [{ status: 200, media: 'application/json', body: null }, 'application/json', 'null'],
    [{ status: 200, media: 'text/plain', body: 'x' }, 'text/plain', 'x'],
    [{ status: 204 }, null, ''],
  ])('with the example %j', async (example, type, body) => {
    const response = await serve(route({}), { run }, { examples: { run: example } })('/');
    expect(response.status).toBe(example.status);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-stub')).toBe('example');
    expect(await response.text()).toBe(body);
  });

  test('an example never stands for a real answer', async () => {
    const examples = { run: { status: 200, media: 'application/json', body: 'example' } };
    const response = await serve(route({}), { run: () => 'real' }, { examples })('/');
    expect(response.headers.get('x-stub')).toBeNull();
    expect(await response.json()).toBe('real');
  });
});

describe('routing', () => {
  const call = serve([route({ path: '/a/{id}' }), route({ method: 'DELETE', path: '/a/{id}' })], {
    run: () => 'x',
  });

  test('404', async () => {
    const answer = await problem(await call('/b?c=d'));
    expect(answer).toMatchObject({ http: 404, detail: 'there is nothing at /b' });
  });

  test('405 says what is allowed', async () => {
    const response = await call('/a/1/', { method: 'POST' });
    expect(response.headers.get('allow')).toBe('GET, DELETE, HEAD, OPTIONS');
    expect(await problem(response)).toMatchObject({
      http: 405,
      detail: '/a/1/ does not take POST',
    });
  });

  test('OPTIONS is answered where it is not declared', async () => {
    const response = await call('/a/1', { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('GET, DELETE, HEAD, OPTIONS');
    expect((await call('/b', { method: 'OPTIONS' })).status).toBe(404);
  });

  test.each(['/a/1#x', '/a/1?x#y?', '/a/1/?'])('%s is found', async (path) => {
    expect((await call(path)).status).toBe(200);
  });
});

describe('request', () => {
  const withBody = (as: PayloadCode, more: object = {}, options?: HandlerOptions) =>
    serve(
      route({ method: 'POST', body: { js: 'body', as, ...more } }),
      {
        run: (body: unknown) =>
          body instanceof Uint8Array ? `${body.length} bytes` : String(body),
      },
      options,
    );
  const text: PayloadCode = { media: 'text/plain', format: 'text' };
  const bytes: PayloadCode = { media: 'application/octet-stream', format: 'bytes' };

  test('a bad parameter is a 400 that names it, before the body is looked at', async () => {
    const call = serve(
      route({
        method: 'POST',
        params: [{ js: 'limit', in: 'query', name: 'limit', type: 's32' }],
        body: { js: 'body', as: order },
      }),
      {},
    );
    expect(await problem(await call('/?limit=x', post('{')))).toStrictEqual({
      http: 400,
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: 'query parameter "limit": expected integer, got "x"',
      errors: [{ parameter: 'limit', in: 'query', detail: 'expected integer, got "x"' }],
    });
  });

  test('a body that does not fit is a 400 with a JSON pointer', async () => {
    const response = await withBody(order)('/', post('{"id":1,"lines":[{"quantity":"x"}]}'));
    expect(await problem(response)).toStrictEqual({
      http: 400,
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: 'the request body does not fit: /lines/0/quantity: expected integer, got "x"',
      errors: [{ pointer: '#/lines/0/quantity', detail: 'expected integer, got "x"' }],
    });
  });

  test('a pointer through a lone surrogate has U+FFFD for it, which a URI can say', async () => {
    const labels = { media: 'application/json', format: 'json', type: { map: 'string' } } as const;
    const response = await withBody(labels)('/', post('{"a\\ud800🫖/":1}'));
    expect(await problem(response)).toMatchObject({
      http: 400,
      errors: [{ pointer: '#/a%EF%BF%BD%F0%9F%AB%96~1' }],
    });
  });

  test.each<[body: RequestInit['body'], detail: string]>([
    ['{"id":', 'the request body is not JSON: line 1, column 7: expected a value, got the end'],
    [new Uint8Array([0xff]), 'the request body is not UTF-8'],
    ['', 'the request has no body, and needs one'],
    [null, 'the request has no body, and needs one'],
  ])('%o is a 400', async (body, detail) => {
    expect(await problem(await withBody(order)('/', post(body)))).toMatchObject({
      http: 400,
      detail,
    });
  });

  test.each<[as: PayloadCode, type: string]>([
    [json('s32'), 'application/json'],
    [json('s32'), 'Application/JSON; charset=utf-8'],
    [json('s32'), 'application/merge-patch+json'],
    [json('s32'), 'text/json'],
    [{ ...json('s32'), media: 'application/vnd.x+json' }, 'application/json'],
    [text, 'text/plain;charset=UTF-8'],
    [{ ...text, media: 'text/*' }, 'text/csv'],
    [{ ...bytes, media: '*/*' }, 'image/png'],
  ])('%j takes %s', async (as, type) => {
    expect((await withBody(as)('/', post('1', type))).status).toBe(200);
  });

  test.each<[as: PayloadCode, type: string | null]>([
    [json('s32'), 'text/plain'],
    [json('s32'), 'application/jsonp'],
    [json('s32'), null],
    [text, 'application/json'],
    [text, null],
    [{ ...text, media: 'text/*' }, 'texture/x'],
    [bytes, 'image/png'],
  ])('%j does not take %s', async (as, type) => {
    const response = await withBody(as)('/', post(new Uint8Array([49]), type));
    expect(response.headers.get('accept')).toBe(as.media);
    expect(await problem(response)).toMatchObject({
      http: 415,
      detail: `expected ${as.media}, got ${type ?? 'no content-type'}`,
    });
  });

  test.each<[as: PayloadCode, sent: RequestInit, answer: string]>([
    [bytes, post(new Uint8Array(3), null), '3 bytes'],
    [bytes, post('', 'application/octet-stream'), '0 bytes'],
    [text, post('', 'text/plain'), ''],
    [text, post('\uFEFFé', 'text/plain'), 'é'],
    [json('s32'), post('\uFEFF1'), '1'],
  ])('%j reads %o', async (as, sent, answer) => {
    expect(await (await withBody(as)('/', sent)).json()).toBe(answer);
  });

  test('an optional body may be missing, not wrong', async () => {
    const call = withBody(json('s32'), { optional: true });
    expect(await (await call('/', { method: 'POST' })).json()).toBe('undefined');
    expect((await call('/', post('x'))).status).toBe(400);
  });

  test('a body that is too large is a 413: stated, unstated, or stated wrongly', async () => {
    const call = withBody(text, {}, { maxBodyBytes: 10 });
    const plain = { 'content-type': 'text/plain' };
    const stated = await call('/', { ...post('x'), headers: { ...plain, 'content-length': '11' } });
    expect(await problem(stated)).toMatchObject({
      http: 413,
      title: 'Content Too Large',
      detail: 'the request body is larger than 10 bytes',
    });
    const body = '12345678901';
    expect((await call('/', post(body, 'text/plain'))).status).toBe(413);
    const wrong = await call('/', { ...post(body), headers: { ...plain, 'content-length': '1' } });
    expect(wrong.status).toBe(413);
    expect((await call('/', post(body.slice(1), 'text/plain'))).status).toBe(200);
  });

  test('reading stops when a streamed body is too large', async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const sent = { ...post(endless as never, 'text/plain'), duplex: 'half' } as RequestInit;
    expect((await withBody(text, {}, { maxBodyBytes: 4096 })('/', sent)).status).toBe(413);
    expect(pulled).toBeLessThan(20);
  });

  test('the limit is 1 MiB when nothing is said', async () => {
    const call = withBody(text);
    expect((await call('/', post('x'.repeat(2 ** 20), 'text/plain'))).status).toBe(200);
    expect((await call('/', post('x'.repeat(2 ** 20 + 1), 'text/plain'))).status).toBe(413);
  });

  test('a body that nothing was declared for is left alone', async () => {
    const call = serve(route({ method: 'POST' }), { run: () => 'x' });
    expect((await call('/', post('{', 'text/plain'))).status).toBe(200);
  });
});

test('mounts in Hono', async () => {
  const table: ServiceTable = {
    types: {},
    routes: [
      route({
        path: '/hello/{name}',
        params: [{ js: 'n', in: 'path', name: 'name', type: 'string' }],
      }),
    ],
  };
  const handler = createHandler(table, { run: (name: string) => `hello ${name}` });
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('x-middleware', 'yes');
  });
  app.all('*', (c) => handler.fetch(c.req.raw));
  const response = await app.request('/hello/a%20b');
  expect(await response.json()).toBe('hello a b');
  expect(response.headers.get('x-middleware')).toBe('yes');
  expect((await app.request('/nope')).status).toBe(404);
});
