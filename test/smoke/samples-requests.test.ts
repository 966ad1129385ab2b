import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readApi, readApiDocument } from '../../src/openapi/read-api.ts';
import { operationsDocument } from '../../src/service/operations-document.ts';
import { starterDocument } from '../../src/service/starter.ts';
import { sampleRequests, stubExamples, typedCalls } from '../../src/smoke/samples/index.ts';
import { answersTo, apiOf, serviceOf, wrongAnswers } from './sample-service.ts';

afterEach(() => vi.restoreAllMocks());

const ordersFile = fileURLToPath(new URL('../../examples/orders.openapi.yaml', import.meta.url));
const orders = await readApi(ordersFile);
const starter = readApiDocument(starterDocument('hello', ''), 'starter');

const text = { type: 'string' };
const ok = { 200: { description: 'ok', content: { 'application/json': { schema: {} } } } };
const get = (operationId: string, parameters: unknown[] = []) => ({
  get: { operationId, parameters, responses: ok },
});
const inPath = (name: string, schema: unknown = text) => ({
  ...{ name, in: 'path', required: true, schema },
});

describe('sampleRequests of the orders service', () => {
  const requests = sampleRequests(serviceOf(orders));

  it('reaches every operation once, with the document’s examples', () => {
    const operations = requests.filter(({ check }) => check === 'operation');
    expect(operations.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v1/orders?limit=2&status=paid&status=in-transit',
      'POST /v1/orders',
      'GET /v1/orders/7f3b8c1e-5a52-4a0b-9a3e-2f1d6b0c9e44',
      'PATCH /v1/orders/7f3b8c1e-5a52-4a0b-9a3e-2f1d6b0c9e44',
      'POST /v1/orders/7f3b8c1e-5a52-4a0b-9a3e-2f1d6b0c9e44/cancel',
      'POST /v1/orders/7f3b8c1e-5a52-4a0b-9a3e-2f1d6b0c9e44/lines',
      'GET /v1/orders/7f3b8c1e-5a52-4a0b-9a3e-2f1d6b0c9e44/invoice',
      'GET /v1/health',
    ]);
    const create = operations.find(({ operation }) => operation === 'createOrder');
    expect(create?.headers).toEqual({
      'idempotency-key': '0c4b4f9e-2f0b-4f5e-9f53-6d0f8a0c8f11',
      'content-type': 'application/json',
    });
    expect(JSON.parse(create?.body ?? '')).toMatchObject({
      shipTo: { name: 'Ada Lovelace', street: ['12 St James Square'] },
      lines: [{ sku: 'TEA-EARL-GREY-250', quantity: 2 }],
      labels: { channel: 'web', 'gift-wrap': 'yes' },
    });
  });

  it('accepts the documented statuses and 501, and never what says that the request was wrong', () => {
    const update = requests.find(({ operation }) => operation === 'updateOrder');
    expect(update?.expected).toEqual(expect.arrayContaining([200, 404, 409, 422, 501]));
    for (const status of [400, 405, 413, 415, 500]) {
      expect(update?.expected).not.toContain(status);
    }
  });

  it('makes every mistake', () => {
    const made = requests.filter(({ check }) => check !== 'operation');
    expect(made.map(({ check, method, expected }) => [check, method, expected])).toEqual([
      ['other case', 'PATCH', expect.arrayContaining([200, 501])],
      ['HEAD', 'HEAD', expect.arrayContaining([200, 501])],
      ['malformed body', 'POST', [400]],
      ['wrong type', 'POST', [400]],
      ['missing property', 'POST', [400]],
      ['wrong media type', 'POST', [415]],
      ['large body', 'POST', [413]],
      ['unknown path', 'GET', [404]],
      ['wrong method', 'DELETE', [405]],
      ['OPTIONS', 'OPTIONS', [204]],
    ]);
    expect(made.find(({ check }) => check === 'wrong type')?.expectedPointer).toBe(
      '/lines/0/giftNote',
    );
  });

  it.each(['none', 'examples'] as const)('is answered as expected, stubs: %s', async (stubs) => {
    const answers = await answersTo(serviceOf(orders, { stubs }), {});
    expect(await wrongAnswers(answers)).toEqual([]);
    const statuses = answers
      .filter(({ sample }) => sample.check === 'operation')
      .map(({ response }) => response.status);
    expect(new Set(statuses)).toEqual(new Set(stubs === 'none' ? [501] : [200, 201, 204]));
  });

  it('is not satisfied by a service that fails, or answers what its document does not have', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const failing = {
      getOrder() {
        throw new Error('no database');
      },
      getHealth: () => ({ status: 'broken' }),
    };
    const wrong = await wrongAnswers(await answersTo(serviceOf(orders), failing));
    expect(wrong).toEqual([
      expect.stringMatching(/^operation GET \/v1\/orders\/7f\S+: 500/),
      expect.stringMatching(/^operation GET \/v1\/health: 500/),
    ]);
  });

  it('is the same each time, and JSON', () => {
    const again = sampleRequests(serviceOf(orders));
    expect(again).toEqual(requests);
    expect(JSON.parse(JSON.stringify(again))).toEqual(requests);
  });
});

describe('sampleRequests of the starter', () => {
  const model = serviceOf(starter, { interface: { kind: 'starter' } });
  const greet = (name: string, excited?: boolean) => {
    if (name !== 'nobody') return { message: excited ? `Hello, ${name}!` : `Hello.`, name };
    throw { tag: 'not-found', val: { title: 'Nobody', status: 404 } };
  };

  it('wants 200 for somebody and 404 for nobody', async () => {
    const requests = sampleRequests(model);
    expect(requests.slice(0, 2).map(({ path, expected }) => [path, expected])).toEqual([
      ['/greetings/Ada?excited=true', [200]],
      ['/greetings/nobody?excited=true', [404]],
    ]);
    expect(await wrongAnswers(await answersTo(model, { greet }))).toEqual([]);
  });

  it('is not satisfied by a starter that is not written', async () => {
    expect((await wrongAnswers(await answersTo(model, {}))).length).toBe(3);
  });
});

describe('a sample request', () => {
  const requestsOf = (paths: unknown, schemas: unknown = {}) =>
    sampleRequests(serviceOf(apiOf(paths, schemas)));
  const pathOf = (operation: string, paths: unknown) =>
    requestsOf(paths).find((request) => request.operation === operation)?.path;

  it('leads to its own operation, not to a concrete sibling', () => {
    const paths = {
      '/orders/sample': get('listSamples'),
      '/orders/sample-1': get('listOtherSamples'),
      '/orders/{id}': get('getOrder', [inPath('id')]),
    };
    expect(pathOf('getOrder', paths)).toBe('/orders/x7');
  });

  it('leaves out an example that the type does not take, and takes the next', () => {
    const limit = { name: 'limit', in: 'query', required: true, schema: { type: 'integer' } };
    const examples = { a: { value: 'many' }, b: { value: 3 } };
    expect(pathOf('list', { '/a': get('list', [{ ...limit, examples }]) })).toBe('/a?limit=3');
    expect(pathOf('list', { '/a': get('list', [{ ...limit, example: 'many' }]) })).toBe(
      '/a?limit=1',
    );
  });

  it('leaves out optional parameters without an example', () => {
    const page = { name: 'page', in: 'query', schema: { type: 'integer' } };
    expect(pathOf('list', { '/a': get('list', [page]) })).toBe('/a');
    expect(pathOf('list', { '/a': get('list', [{ ...page, example: 2 }]) })).toBe('/a?page=2');
  });

  it('percent-encodes what can’t stand in a path', () => {
    const paths = { '/a b/{id}.json': get('file', [{ ...inPath('id'), example: 'é/ü?' }]) };
    expect(pathOf('file', paths)).toBe('/a%20b/%C3%A9%2F%C3%BC%3F.json');
  });

  it('is not sent to a dot segment', () => {
    const paths = { '/files/{name}': get('file', [{ ...inPath('name'), example: '..' }]) };
    expect(pathOf('file', paths)).toBe('/files/sample-1');
  });

  it('tells adjacent parameters apart', () => {
    const extension = { type: 'string', enum: ['', '.json'] };
    const paths = {
      '/a/{id}{ext}': get('file', [inPath('id'), inPath('ext', extension)]),
    };
    expect(pathOf('file', paths)).toBe('/a/sample.json');
  });

  it('is left out where no request can reach the operation', () => {
    const paths = {
      '/a/{id}': get('byId', [inPath('id')]),
      '/a/{name}': get('byName', [inPath('name')]),
    };
    expect(pathOf('byId', paths)).toBe('/a/sample');
    expect(pathOf('byName', paths)).toBeUndefined();
    expect(typedCalls(serviceOf(apiOf(paths))).map((call) => call.function)).toContain('byName');
  });

  it('says each query parameter once', () => {
    const filter = {
      name: 'filter',
      in: 'query',
      required: true,
      schema: { type: 'object', properties: { type: text, size: { type: 'integer' } } },
    };
    const type = { name: 'type', in: 'query', required: true, schema: text, example: 'tea' };
    const paths = { '/a': get('list', [filter, type]) };
    expect(pathOf('list', paths)).toBe('/a?size=1&type=tea');
  });

  it('states the length of its body where the document asks for it', async () => {
    const length = { name: 'Content-Length', in: 'header', required: true, schema: text };
    const requestBody = { required: true, content: { 'text/plain': { example: 'é' } } };
    const post = { operationId: 'put', parameters: [length], requestBody, responses: ok };
    const model = serviceOf(apiOf({ '/a': { post } }));
    expect(sampleRequests(model)[0]?.headers).toMatchObject({ 'content-length': '2' });
    expect(await wrongAnswers(await answersTo(model, {}))).toEqual([]);
  });

  it('sends cookies and headers, but none that belong to the client', () => {
    const parameters = [
      { name: 'X-Trace', in: 'header', required: true, schema: text, example: 'a b' },
      { name: 'X-Bad', in: 'header', required: true, schema: text, example: 'a\nb' },
      { name: 'Host', in: 'header', required: true, schema: text },
      { name: 'session', in: 'cookie', required: true, schema: text, example: 'a;b' },
    ];
    const [request] = requestsOf({ '/a': get('list', parameters) });
    expect(request?.headers).toMatchObject({
      'x-trace': 'a b',
      'x-bad': 'sample',
      cookie: 'session=a%3Bb',
    });
    expect(request?.headers).not.toHaveProperty('host');
  });

  it('makes no mistake about a body where no operation has one', () => {
    const checks = requestsOf({ '/a': get('list') }).map(({ check }) => check);
    expect(checks).toEqual(['operation', 'HEAD', 'unknown path', 'wrong method', 'OPTIONS']);
  });

  it('finds a path that nothing has below templates that take everything', async () => {
    const paths = {
      '/{a}': get('one', [inPath('a')]),
      '/{a}/{b}': get('two', [inPath('a'), inPath('b')]),
    };
    const unknown = requestsOf(paths).find(({ check }) => check === 'unknown path');
    expect(unknown?.path).toBe('/no-such-path/no-such-path/no-such-path');
  });

  it.each([
    ['text/plain', { body: 'sample' }],
    ['application/octet-stream', { bodyBase64: 'c2FtcGxl' }],
    ['application/json', { body: '{}' }],
  ])('carries a body of %s', async (media, want) => {
    const requestBody = { required: true, content: { [media]: {} } };
    const model = serviceOf(
      apiOf({ '/a': { post: { operationId: 'put', requestBody, responses: ok } } }),
    );
    expect(sampleRequests(model)[0]).toMatchObject(want);
    expect(await wrongAnswers(await answersTo(model, {}))).toEqual([]);
  });

  it('goes to operations typed by hand', async () => {
    const document = operationsDocument('shop', ['GET /orders/{id}', 'POST /orders', 'DELETE /a']);
    const model = serviceOf(readApiDocument(document, 'operations'));
    expect(await wrongAnswers(await answersTo(model, {}))).toEqual([]);
  });
});

describe('typedCalls', () => {
  it('calls every function through its door, arguments by name', () => {
    const calls = typedCalls(serviceOf(orders));
    expect(calls.map(({ door, function: name }) => `${door}.${name}`)).toEqual([
      'orders.listOrders',
      'orders.createOrder',
      'orders.getOrder',
      'orders.updateOrder',
      'orders.cancelOrder',
      'orders.addLine',
      'invoices.getInvoice',
      'health.getHealth',
      // With null.
      'orders.updateOrder',
    ]);
    expect(calls[0]?.arguments).toEqual({ limit: 2, status: ['paid', 'in-transit'] });
    expect(Object.keys(calls[5]?.arguments ?? {})).toEqual(['orderId', 'body']);
  });
});

describe('stubExamples', () => {
  it('answers with the first success, the document’s examples in it', () => {
    const examples = stubExamples(orders, serviceOf(orders).typed);
    expect(examples.cancelOrder).toEqual({ status: 204 });
    expect(examples.addLine).toEqual({
      status: 201,
      media: 'application/json',
      body: {
        number: 1,
        sku: 'TEA-EARL-GREY-250',
        quantity: 2,
        unitPrice: { amount: '24.90', currency: 'EUR' },
        giftNote: 'sample',
      },
    });
  });

  it('takes the example of the response, unless it does not fit', () => {
    const of = (example: unknown) => {
      const content = { 'application/json': { schema: { type: 'integer' }, example } };
      const api = apiOf({
        '/a': { get: { operationId: 'a', responses: { 200: { description: 'ok', content } } } },
      });
      return stubExamples(api, serviceOf(api).typed).a;
    };
    expect(of(7)).toEqual({ status: 200, media: 'application/json', body: 7 });
    expect(of('seven')).toEqual({ status: 200, media: 'application/json', body: 1 });
  });

  it('is 200 without a body where the document names no success', () => {
    const responses = { 404: { description: 'gone' } };
    const api = apiOf({ '/a': { get: { operationId: 'a', responses } } });
    expect(stubExamples(api, serviceOf(api).typed)).toEqual({ a: { status: 200 } });
  });
});
