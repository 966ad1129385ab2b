import type { SampleRequest } from '../../../src/smoke/samples/contract.ts';

/** What is sent to the service in test/fixtures/written-orders, and what comes back to the last byte. */
export interface Exchange {
  /** `METHOD /path`. */
  readonly sent: string;
  readonly body?: string | undefined;
  readonly status: number;
  /** Of type `application/json`, from 400 on of `application/problem+json`. */
  readonly answer: string;
}

/** The request of an exchange. */
export function requestOf({ sent, body }: Pick<Exchange, 'sent' | 'body'>): SampleRequest {
  const [method = '', path = ''] = sent.split(' ');
  const headers: Record<string, string> =
    body === undefined ? {} : { 'content-type': 'application/json' };
  return { check: '', method, path, headers, expected: [], ...(body !== undefined && { body }) };
}

/** Ids of the fixture's orders. */
export const idOf = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const money = (amount: string) => `{"amount":"${amount}","currency":"EUR"}`;

const london =
  '{"name":"Ada Lovelace","street":["12 St James Square"],"postcode":"SW1Y 4JH","city":"London","country":"GB"}';
const koeln =
  '{"name":"Zoë Müller-Ōta 太田 🫖","street":["Hohe Straße 1","c/o \\"Teehaus\\""],"postcode":"50667","city":"Köln","country":"DE"}';

const order1 = `{"id":"${idOf(1)}","number":9007199254740993,"status":"in-transit","shipTo":${london},"lines":[{"number":1,"sku":"TEA-EARL-GREY-250","quantity":2,"unitPrice":${money('12.45')}}],"total":${money('24.90')},"weightKg":0.54,"placedAt":"2026-11-24T09:31:00Z","shippedAt":"2026-11-24T12:00:00Z","deliverOn":"2026-12-01","labels":{"gift-wrap":"yes","__proto__":"a label"}}`;
const order2 = `{"id":"${idOf(2)}","number":202611240002,"status":"draft","shipTo":${koeln},"lines":[{"number":1,"sku":"TEAPOT-急須","quantity":3,"unitPrice":${money('0.10')},"giftNote":"Für Zoë"}],"total":${money('0.30')},"placedAt":"2026-11-24T09:32:00Z","shippedAt":null}`;
const order3 = `{"id":"${idOf(3)}","number":202611240003,"status":"IN_REVIEW","shipTo":${london},"lines":[],"total":${money('0.00')},"placedAt":"2026-11-24T09:33:00Z","shippedAt":null,"labels":{}}`;
const order4 = `{"id":"${idOf(4)}","number":202611240004,"status":"paid","shipTo":${london},"lines":[],"total":${money('0.00')},"placedAt":"2026-11-24T09:34:00Z","shippedAt":null}`;

const lines = (...skus: string[]) => skus.map((sku) => `{"sku":"${sku}","quantity":1}`).join(',');
const newOrder = (more = '', skus = ['TEA-EARL-GREY-250']) =>
  `{"shipTo":${koeln},"lines":[${lines(...skus)}]${more}}`;
const created = (more = '') =>
  `{"id":"${idOf(9)}","number":202611240009,"status":"draft","shipTo":${koeln},"lines":[{"number":1,"sku":"TEA-EARL-GREY-250","quantity":1,"unitPrice":${money('12.45')}}],"total":${money('12.45')},"placedAt":"2026-11-24T09:39:00Z","shippedAt":null${more}}`;

/** The service by HTTP: each function, each kind of error, and what JSON must not lose. */
export const exchanges: readonly Exchange[] = [
  {
    sent: 'GET /v1/orders',
    status: 200,
    answer: `{"items":[${order1},${order2},${order3},${order4}]}`,
  },
  {
    sent: 'GET /v1/orders?limit=1&cursor=1',
    status: 200,
    answer: `{"items":[${order2}],"nextCursor":"2"}`,
  },
  {
    sent: 'GET /v1/orders?limit=2&cursor=2',
    status: 200,
    answer: `{"items":[${order3},${order4}]}`,
  },
  {
    sent: 'GET /v1/orders?status=IN_REVIEW&status=in-transit',
    status: 200,
    answer: `{"items":[${order1},${order3}]}`,
  },
  {
    sent: 'GET /v1/orders?status=delivered',
    status: 200,
    answer: '{"items":[]}',
  },
  {
    sent: 'GET /v1/orders?placedSince=2026-11-24T09%3A34%3A00Z',
    status: 200,
    answer: `{"items":[${order4}]}`,
  },
  {
    sent: 'GET /v1/orders?cursor=a%20b+%C3%A9',
    status: 400,
    answer: '{"title":"Bad cursor","status":400,"detail":"There is no page a b é."}',
  },
  {
    sent: `GET /v1/orders/${idOf(1)}`,
    status: 200,
    answer: order1,
  },
  {
    sent: `GET /v1/orders/${idOf(2)}`,
    status: 200,
    answer: order2,
  },
  {
    sent: 'POST /v1/orders',
    body: newOrder(),
    status: 201,
    answer: created(),
  },
  // What is null comes as what is absent; a field that may be absent is left out, one that may not is null.
  {
    sent: 'POST /v1/orders',
    body: newOrder(',"deliverOn":null'),
    status: 201,
    answer: created(),
  },
  {
    sent: 'POST /v1/orders',
    body: newOrder(',"deliverOn":"2026-12-24","labels":{"größe":"\\u2028","":"🫖"}'),
    status: 201,
    answer: created(',"deliverOn":"2026-12-24","labels":{"größe":"\u2028","":"🫖"}'),
  },
  {
    sent: 'POST /v1/orders',
    body: newOrder('', ['TEA-EARL-GREY-250', 'COFFEE']),
    status: 422,
    answer:
      '{"title":"Not accepted","status":422,"details":[{"pointer":"/lines/1/sku","code":"UNKNOWN_SKU","message":"Not for sale."}]}',
  },
  {
    sent: `PATCH /v1/orders/${idOf(4)}`,
    body: '{"labels":{"a":"b"}}',
    status: 200,
    answer: order4.replace(/\}$/u, ',"labels":{"a":"b"}}'),
  },
  {
    sent: `PATCH /v1/orders/${idOf(4)}`,
    body: '{"deliverOn":"2026-11-23"}',
    status: 422,
    answer:
      '{"title":"Not accepted","status":422,"details":[{"pointer":"/deliverOn","message":"That day is over."}]}',
  },
  {
    sent: `PATCH /v1/orders/${idOf(1)}`,
    body: '{}',
    status: 409,
    answer: '{"title":"Too late","status":409,"current":"in-transit"}',
  },
  {
    sent: `POST /v1/orders/${idOf(2)}/cancel`,
    status: 204,
    answer: '',
  },
  {
    sent: `POST /v1/orders/${idOf(2)}/cancel`,
    body: '{"reason":"OUT_OF_STOCK"}',
    status: 204,
    answer: '',
  },
  {
    sent: `POST /v1/orders/${idOf(1)}/cancel`,
    status: 409,
    answer: '{"title":"Too late","status":409,"current":"in-transit"}',
  },
  {
    sent: `POST /v1/orders/${idOf(2)}/lines`,
    body: '{"sku":"TEAPOT-急須","quantity":100}',
    status: 201,
    answer: `{"number":2,"sku":"TEAPOT-急須","quantity":100,"unitPrice":${money('0.10')}}`,
  },
  {
    sent: `POST /v1/orders/${idOf(2)}/lines`,
    body: '{"sku":"COFFEE","quantity":1}',
    status: 422,
    answer:
      '{"title":"Not accepted","status":422,"details":[{"pointer":"/sku","code":"409","message":"Withdrawn."}]}',
  },
  {
    sent: `POST /v1/orders/${idOf(3)}/lines`,
    body: '{"sku":"COFFEE","quantity":1}',
    status: 409,
    answer: '{"title":"Too late","status":409,"current":"IN_REVIEW"}',
  },
  {
    sent: `GET /v1/orders/${idOf(1)}/invoice`,
    status: 200,
    answer: `{"number":"INV-2026-00017","orderId":"${idOf(1)}","issuedOn":"2026-11-24","net":${money('20.75')},"taxes":{"20":${money('4.15')}},"gross":${money('24.90')}}`,
  },
  {
    sent: `GET /v1/orders/${idOf(77)}`,
    status: 404,
    answer: '{"title":"No such order","status":404}',
  },
  {
    sent: `GET /v1/orders/${idOf(503)}`,
    status: 503,
    answer: '{"title":"Later","status":503}',
  },
  {
    sent: `GET /v1/orders/${idOf(418)}`,
    status: 418,
    answer:
      '{"type":"about:blank","title":"Problem","status":418,"detail":"This one is a teapot."}',
  },
  {
    sent: 'PUT /v1/order-numbers/9007199254740993',
    body: '{"number":9007199254740994}',
    status: 200,
    answer: order1.replace('9007199254740993', '9007199254740995'),
  },
  {
    sent: 'PUT /v1/order-numbers/9007199254740992',
    body: '{"number":1}',
    status: 404,
    answer: '{"title":"No such order","status":404,"detail":"There is no order 9007199254740992."}',
  },
  {
    sent: 'GET /v1/health',
    status: 501,
    answer:
      '{"type":"about:blank","title":"Not Implemented","status":501,"detail":"getHealth is not implemented yet"}',
  },
];
