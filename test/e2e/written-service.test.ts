import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SampleRequest } from '../../src/smoke/samples/contract.ts';
import { send } from '../../src/smoke/send.ts';
import {
  ComponentError,
  type Remote,
  type ServedComponent,
  serveComponent,
} from '../../templates/node/component-host.ts';
import { announceMissing, mustRun, type Served, wasmtime } from './support/hosts.ts';
import { type Exchange, exchanges, idOf, requestOf } from './support/written-exchanges.ts';
import { buildWrittenOrders } from './support/written-project.ts';

// A service that somebody has written (test/fixtures/written-orders): what it answers by both doors of its component.
announceMissing();

let component: string;
let served: ServedComponent;

beforeAll(async () => {
  component = join(await buildWrittenOrders(), 'dist', 'orders.wasm');
  served = await serveComponent(component);
});

afterAll(() => served?.close());

const ask = (request: Pick<Exchange, 'sent' | 'body'>, more: Partial<SampleRequest> = {}) =>
  send(served.url, { ...requestOf(request), ...more });

/** What of an answer the service decides. */
async function essence(url: string, request: SampleRequest) {
  const { status, headers, body } = await send(url, request);
  return { status, type: headers['content-type'], body: body.toString() };
}

describe('by HTTP', () => {
  it.each(exchanges)('$sent → $status', async ({ sent, body, status, answer }) => {
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    expect(await essence(served.url, requestOf({ sent, body }))).toEqual({
      status,
      type: answer === '' ? undefined : type,
      body: answer,
    });
  });

  it('HEAD answers as GET, without the body', async () => {
    const got = await ask({ sent: `HEAD /v1/orders/${idOf(1)}` });
    expect(got).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
    expect(got.body.length).toBe(0);
    expect((await ask({ sent: `HEAD /v1/orders/${idOf(77)}` })).status).toBe(404);
  });

  it.each([
    ['GET /v1/orders?limit=0', 'limit', 'expected at least 1, got 0'],
    ['GET /v1/orders?limit=1.5', 'limit', 'expected integer, got 1.5'],
    ['GET /v1/orders?limit=many', 'limit', 'expected integer, got "many"'],
    ['GET /v1/orders?limit=1&limit=2', 'limit', 'is given more than once'],
    ['GET /v1/orders?cursor=', 'cursor', 'expected at least 1 characters, got ""'],
    ['GET /v1/orders?cursor=%E9', 'cursor', 'has malformed percent-encoding'],
    // The labels of WIT are no values of the document.
    ['GET /v1/orders?status=paid&status=in-review', 'status', /^\/1: expected one of "draft", /u],
    ['PUT /v1/order-numbers/9223372036854775808', 'number', /^expected integer from -9223/u],
  ])('400 for %s names the parameter %s', async (sent, parameter, detail) => {
    const { status, body } = await ask({ sent, body: '{"number":1}' });
    expect(status).toBe(400);
    const [error, ...others] = JSON.parse(body.toString()).errors;
    expect([error.parameter, others]).toEqual([parameter, []]);
    expect(error.detail).toMatch(detail);
  });

  const place = 'POST /v1/orders';
  const change = `PATCH /v1/orders/${idOf(4)}`;
  const renumber = 'PUT /v1/order-numbers/1';
  const shipTo = '{"name":"A","street":["B"],"postcode":"C","city":"D","country":"E"}';
  const [good, bad] = ['{"sku":"a","quantity":1}', '{"sku":"a","quantity":1000}'];
  it.each([
    [place, '', undefined],
    [place, '{"shipTo":', '#'],
    [place, '[]', '#'],
    [place, '{"lines":[]}', '#/shipTo'],
    [place, '{"shipTo":null,"lines":[]}', '#/shipTo'],
    [place, `{"shipTo":${shipTo},"lines":[]}`, '#/lines'],
    [place, `{"shipTo":${shipTo},"lines":[${good},${bad}]}`, '#/lines/1/quantity'],
    [change, `{"shipTo":${shipTo.replace('"B"', '1')}}`, '#/shipTo/street/0'],
    [change, '{"labels":{"a/b~é":1}}', '#/labels/a~1b~0%C3%A9'],
    [`POST /v1/orders/${idOf(2)}/cancel`, '{"reason":"out-of-stock"}', '#/reason'],
    [renumber, '{"number":9223372036854775808}', '#/number'],
    [renumber, '{"number":1e400}', '#'],
    [renumber, '{"number":1.5}', '#/number'],
    [renumber, '{"number":"1"}', '#/number'],
  ])('400 for %s with %s points to %s', async (sent, body, pointer) => {
    const got = await ask({ sent, body });
    expect(got.status, got.body.toString()).toBe(400);
    const { title, errors } = JSON.parse(got.body.toString());
    expect(title).toBe('Bad Request');
    expect(errors?.map((error: { pointer: string }) => error.pointer)).toEqual(
      pointer && [pointer],
    );
  });

  it('refuses a body that is too large, of another type, or no UTF-8', async () => {
    const post = { sent: 'POST /v1/orders', body: '{}' };
    const { body: _, ...bare } = requestOf(post);
    const statusOf = async (more: Partial<SampleRequest>) =>
      (await send(served.url, { ...bare, ...more })).status;
    expect(await statusOf({ bodyLength: 2 ** 20 + 1 })).toBe(413);
    expect(await statusOf({ bodyLength: 2 ** 20 })).toBe(400);
    expect(await statusOf({ bodyLength: 9, headers: { 'content-type': 'text/plain' } })).toBe(415);
    expect(await statusOf({ bodyBase64: Buffer.from([0x22, 0xe9, 0x22]).toString('base64') })).toBe(
      400,
    );
  });

  it.each([
    [idOf(2), 'internal error', 'Error: ledger: no answer of postgres://shop:hunter2@ledger\n'],
    [idOf(4), 'the answer of getInvoice does not fit its type at /gross', 'expected object'],
  ])('500 for what the invoice of %s throws: the client is told "%s"', async (id, detail, log) => {
    const before = served.output().length;
    const got = await ask({ sent: `GET /v1/orders/${id}/invoice` });
    expect(got.status).toBe(500);
    expect(got.body.toString()).toBe(
      `{"type":"about:blank","title":"Internal Server Error","status":500,"detail":"${detail}"}`,
    );
    const printed = served.output().slice(before);
    expect(printed).toContain(`getInvoice: `);
    expect(printed).toContain(log);
    expect(printed).toMatch(/\w+@|\bat /u); // frames of the stack
  });

  it('500 for a thrown string, which the operator sees', async () => {
    const body = '{"reason":"fraud"}';
    const got = await ask({ sent: `POST /v1/orders/${idOf(2)}/cancel`, body });
    expect([got.status, JSON.parse(got.body.toString()).detail]).toEqual([500, 'internal error']);
    expect(served.output()).toContain('cancelOrder: thrown: fraud is not for machines');
  });
});

describe('by the typed exports', () => {
  type Doors = Record<string, Record<string, (...values: unknown[]) => unknown>>;
  let doors: Remote<Doors>;

  beforeAll(async () => {
    doors = await served.instantiate<Doors>();
  });

  /** What a function answers: its value, or the payload of its error. A trap is neither. */
  async function call(door: string, name: string, ...values: unknown[]): Promise<unknown> {
    const operation = doors[door]?.[name];
    if (operation === undefined) throw new Error(`the component does not export ${door}.${name}`);
    return operation(...values).catch((error: unknown) => {
      if (error instanceof ComponentError) return { thrown: error.payload };
      throw error;
    });
  }

  it('lists with WIT values: labels, BigInt, no value, pairs', async () => {
    expect(await call('orders', 'listOrders', 1, undefined, ['in-transit', 'paid'])).toEqual({
      items: [
        {
          id: idOf(1),
          number: 9007199254740993n,
          status: 'in-transit',
          shipTo: expect.objectContaining({ street: ['12 St James Square'] }),
          lines: [
            {
              number: 1,
              sku: 'TEA-EARL-GREY-250',
              quantity: 2,
              unitPrice: { amount: '12.45', currency: 'EUR' },
              giftNote: undefined,
            },
          ],
          total: { amount: '24.90', currency: 'EUR' },
          weightKg: 0.54,
          placedAt: '2026-11-24T09:31:00Z',
          shippedAt: '2026-11-24T12:00:00Z',
          deliverOn: '2026-12-01',
          labels: [
            ['gift-wrap', 'yes'],
            ['__proto__', 'a label'],
          ],
        },
      ],
      nextCursor: '1',
    });
  });

  it('gives text back as it was, and what is absent or null as undefined', async () => {
    const shipTo = { name: '太田 🫖', street: [], postcode: '', city: 'Köln', country: 'DE' };
    const body = { shipTo, lines: [], labels: [['größe', '\u2028']] };
    const order = await call('orders', 'createOrder', undefined, body);
    expect(order).toMatchObject({ id: idOf(9), status: 'draft', shipTo, labels: body.labels });
    expect(order).toMatchObject({ shippedAt: undefined, deliverOn: undefined });
  });

  it('takes and gives 64-bit numbers to the last one', async () => {
    const renumber = (number: bigint, to: bigint) =>
      call('orders', 'renumberOrder', number, { number: to });
    const largest = 2n ** 63n - 1n;
    expect(await renumber(9007199254740993n, largest - 1n)).toMatchObject({ number: largest });
    expect(await renumber(9007199254740992n, 1n)).toMatchObject({ thrown: { tag: 'not-found' } });
    // One more does not fit: no answer of the document, and no trap.
    const other = { tag: 'other', val: [500, 'internal error'] };
    expect(await renumber(9007199254740993n, largest)).toEqual({ thrown: other });
  });

  it('answers nothing, at once or later', async () => {
    expect(await call('orders', 'cancelOrder', idOf(2))).toBeUndefined();
    expect(
      await call('orders', 'cancelOrder', idOf(2), { reason: 'out-of-stock' }),
    ).toBeUndefined();
  });

  const notFound = { type: undefined, title: 'No such order', status: 404, detail: undefined };
  const later = { ...notFound, title: 'Later', status: 503 };
  const tooLate = { title: 'Too late', status: 409, detail: undefined, current: 'in-transit' };
  const withdrawn = { pointer: '/sku', code: 'n409', message: 'Withdrawn.' };
  const refused = { title: 'Not accepted', status: 422, details: [withdrawn] };
  const line = { sku: 'COFFEE', quantity: 1 };
  it.each([
    ['orders', 'getOrder', [idOf(77)], 'not-found', notFound],
    ['orders', 'getOrder', [idOf(503)], 'default', [503, later]],
    ['orders', 'getOrder', [idOf(418)], 'other', [418, 'This one is a teapot.']],
    ['orders', 'updateOrder', [idOf(1), { deliverOn: { tag: 'none' } }], 'conflict', tooLate],
    ['orders', 'addLine', [idOf(2), line], 'unprocessable-entity', refused],
    ['orders', 'cancelOrder', [idOf(2), { reason: 'fraud' }], 'other', [500, 'internal error']],
    ['invoices', 'getInvoice', [idOf(2)], 'other', [500, 'internal error']],
    ['invoices', 'getInvoice', [idOf(4)], 'other', [500, 'internal error']],
    ['health', 'getHealth', [], 'other', [501, 'getHealth is not implemented yet']],
  ])('%s.%s %j throws %s', async (door, name, values, tag, val) => {
    expect(await call(door, name, ...values)).toEqual({ thrown: { tag, val } });
  });

  it('keeps the instance going after an error', async () => {
    await call('invoices', 'getInvoice', idOf(2));
    const invoice = await call('invoices', 'getInvoice', idOf(1));
    expect(invoice).toMatchObject({ taxes: [['20', { amount: '4.15', currency: 'EUR' }]] });
  });
});

describe('on wasmtime', () => {
  let theirs: Served;

  beforeAll(async () => {
    if (mustRun(wasmtime)) theirs = await wasmtime.serve(component);
  });

  afterAll(() => theirs?.close());

  const broken = { sent: 'POST /v1/orders', body: '{"lines":[]}' };
  const failing = { sent: `GET /v1/orders/${idOf(2)}/invoice` };
  it.skipIf(!mustRun(wasmtime)).each([...exchanges, broken, failing])(
    '$sent is answered by the same bytes',
    async (exchange) => {
      const request = requestOf(exchange);
      expect(await essence(theirs.url, request)).toEqual(await essence(served.url, request));
    },
  );
});
