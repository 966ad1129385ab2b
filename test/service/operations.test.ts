import { describe, expect, it } from 'vitest';
import { operationsDocument } from '../../src/service/operations-document.ts';
import { parseOperation } from '../../src/service/typed-operation.ts';
import { Failure } from '../../src/terminal/failure.ts';

describe('parseOperation', () => {
  it.each([
    ['GET /orders', { method: 'GET', path: '/orders', parameters: [] }],
    ['  get\t/orders/{id}  ', { method: 'GET', path: '/orders/{id}', parameters: ['id'] }],
    ['Post /', { method: 'POST', path: '/', parameters: [] }],
    [
      'DELETE /a/{b}/c/{d-e}.json',
      { method: 'DELETE', path: '/a/{b}/c/{d-e}.json', parameters: ['b', 'd-e'] },
    ],
    [
      'PATCH /files/{from}...{to}',
      { method: 'PATCH', path: '/files/{from}...{to}', parameters: ['from', 'to'] },
    ],
    [
      'PUT /{__proto__}/constructor',
      { method: 'PUT', path: '/{__proto__}/constructor', parameters: ['__proto__'] },
    ],
    ['GET /~me/a:b/@x', { method: 'GET', path: '/~me/a:b/@x', parameters: [] }],
  ])('%j', (text, want) => {
    expect(parseOperation(text)).toEqual(want);
  });

  it.each([
    ['', /write a method and a path/],
    ['   ', /write a method and a path/],
    ['GET', /write a method and a path/],
    ['/orders', /write a method and a path/],
    ['/orders GET', /no method before it: GET \/orders\?/],
    ['HEAD /orders', /HEAD is answered wherever GET is/],
    ['FETCH /orders', /"FETCH" is not a method/],
    ['__proto__ /orders', /"__proto__" is not a method/],
    ['GET orders', /starts with \//],
    ['GET /orders and more', /has no spaces/],
    ['GET https://example.com/orders', /write its path only/],
    ['GET /orders?page=1', /a query or a fragment/],
    ['GET /orders#top', /a query or a fragment/],
    ['GET //orders', /an empty segment/],
    ['GET /orders/', /an empty segment/],
    ['GET /orders/../admin', /the segment \.\./],
    ['GET /orders/.', /the segment \./],
    ['GET /orders/:id', /write a parameter in braces, \{id\}/],
    ['GET /orders/{id', /a brace without its pair/],
    ['GET /orders/id}', /a brace without its pair/],
    ['GET /orders/{a{b}}', /a brace without its pair/],
    ['GET /orders/{}', /the parameter "\{\}"/],
    ['GET /orders/{1st}', /the parameter "\{1st\}"/],
    ['GET /orders/{<%}', /the parameter "\{<%\}"/],
    ['GET /orders/{a}{b}', /nothing between them/],
    ['GET /orders/{id}/lines/{id}', /\{id\} twice/],
    ['GET /orders/"', /can't stand in a path/],
    ['GET /caf\u00e9', /can't stand in a path/],
    ['GET /a%20b', /can't stand in a path/],
    ['GET /😀', /can't stand in a path/],
  ])('refuses %j', (text, want) => {
    const problem = parseOperation(text);
    expect(problem).toMatch(want);
    expect(String(problem).length).toBeLessThan(250);
    expect(problem).not.toMatch(/\n/u);
  });
});

it('refuses a pasted file without repeating it', () => {
  const problem = parseOperation(`GET /${'a'.repeat(100_000)}`);
  expect(problem).toBe('An operation has at most 500 characters, this one 100005.');
});

describe('operationsDocument', () => {
  const ids = (...operations: string[]): unknown[] => {
    const { paths } = operationsDocument('orders', operations) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    return operations.map((text) => {
      const [method = '', path = ''] = text.split(' ');
      return paths[path]?.[method.toLowerCase()]?.operationId;
    });
  };

  it.each([
    ['GET /orders', 'listOrders'],
    ['POST /orders', 'createOrder'],
    ['GET /orders/{id}', 'getOrder'],
    ['PUT /orders/{id}', 'replaceOrder'],
    ['PATCH /orders/{id}', 'updateOrder'],
    ['DELETE /orders/{id}', 'deleteOrder'],
    ['DELETE /orders', 'deleteOrders'],
    ['GET /orders/{id}/lines', 'listOrderLines'],
    ['POST /orders/{id}/lines', 'createOrderLine'],
    ['GET /orders/{id}/invoice', 'getOrderInvoice'],
    ['POST /orders/{id}/cancel', 'cancelOrder'],
    ['GET /health', 'getHealth'],
    ['GET /api/v1/order-items', 'listOrderItems'],
    ['GET /categories/{id}', 'getCategory'],
    ['GET /addresses/{id}', 'getAddress'],
    ['GET /status', 'getStatus'],
    ['GET /', 'getRoot'],
    ['GET /{id}', 'getById'],
    ['POST /login', 'createLogin'],
  ])('%s is %s', (text, want) => {
    expect(ids(text)).toEqual([want]);
  });

  it('gives every operation its own id, whatever the case', () => {
    expect(
      ids('GET /orders/{id}', 'GET /order/{key}', 'GET /Orders/{id}', 'GET /v2/orders/{id}'),
    ).toEqual(['getOrder', 'getOrderByKey', 'getOrderById', 'getOrderById2']);
  });

  it('takes a tag, parameters, a body and answers from method and path', () => {
    expect(operationsDocument('shop', ['PUT /orders/{id}', 'DELETE /{id}'])).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'shop' },
      paths: {
        '/orders/{id}': {
          put: {
            tags: ['orders'],
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
            requestBody: { required: true, content: { 'application/json': { schema: {} } } },
            responses: { 200: { content: { 'application/json': { schema: {} } } }, default: {} },
          },
        },
        '/{id}': { delete: { tags: ['shop'], responses: { 204: { description: 'Done.' } } } },
      },
    });
  });

  it('gives DELETE and GET no body', () => {
    expect(JSON.stringify(operationsDocument('shop', ['GET /a', 'DELETE /a']))).not.toMatch(
      /requestBody/u,
    );
  });

  it.each([
    [[], /No operations/],
    [['GET /a', 'nonsense'], /not an operation/],
    [['GET /a/{id}', 'get /a/{key}'], /same route/],
  ])('refuses %j', (operations, want) => {
    expect(() => operationsDocument('shop', operations)).toThrow(want);
    expect(() => operationsDocument('shop', operations)).toThrow(Failure);
  });
});
