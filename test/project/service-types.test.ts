import { describe, expect, it } from 'vitest';
import { serviceTypes } from '../../src/project/types/service-types.ts';
import type { RouteCode } from '../../src/runtime/table.ts';
import type { TypedApi, WitType } from '../../src/wit/typed-api.ts';
import { biomeReport } from '../support/biome.ts';

type PrimitiveName = Extract<WitType, { kind: 'primitive' }>['name'];

const primitive = (name: PrimitiveName): WitType => ({ kind: 'primitive', name });
const named = (label: string): WitType => ({ kind: 'named', label });
const option = (of: WitType): WitType => ({ kind: 'option', of });
const list = (of: WitType): WitType => ({ kind: 'list', of });
const string = primitive('string');

const route: RouteCode = {
  id: 'getOrder',
  method: 'GET',
  path: '/orders/{id}',
  params: [],
  call: 'positional',
  ok: { kind: 'one', status: 200 },
  errors: [
    { tag: 'not-found', status: 404 },
    { tag: 'client-error', status: 'any' },
  ],
};

const field = (js: string, type: WitType, docs?: string) => ({ label: js, js, docs, type });

/** One of everything that a TypedApi can hold. */
const typed: TypedApi = {
  package: { namespace: 'acme', name: 'orders', version: '0.1.0' },
  docs: undefined,
  types: [
    { label: 'json', js: 'Json', docs: 'JSON text.', kind: 'alias', to: string },
    {
      label: 'state',
      js: 'State',
      docs: undefined,
      kind: 'enum',
      cases: [
        { label: 'open', docs: undefined },
        { label: 'sold-out', docs: undefined },
      ],
    },
    {
      label: 'only-state',
      js: 'TheOnlyStateThereIsWithAVeryLongNameIndeedThatFillsALineAlmost',
      docs: undefined,
      kind: 'enum',
      cases: [{ label: 'the-only-state-with-a-long-name', docs: undefined }],
    },
    {
      label: 'order',
      js: 'Order',
      docs: 'An order */ process.exit() /*\n@type {any}',
      kind: 'record',
      fields: [
        field('total', primitive('s64'), 'In cents.'),
        field('count', primitive('u32')),
        field('paid', primitive('bool')),
        field('data', list(primitive('u8'))),
        field('note', option(string)),
        field('labels', list({ kind: 'tuple', of: [string, string] })),
        field('states', option(list(named('state')))),
        field('marks', list(option(primitive('f64')))),
        field('triState', option(option(string))),
        field('theListThatAPatchMayReplaceOrRemove', option(option(list(named('very-long'))))),
        field('theOneThatAPatchMayReplaceOrRemove', option(option(named('very-long')))),
        field(
          'aPairThatAPatchMayReplaceOrRemove',
          option(option({ kind: 'tuple', of: [named('very-long'), string] })),
        ),
        field('theRemainderOfTheObjectWithAVeryLongNameIndeed', option(list(named('very-long')))),
      ],
    },
    {
      label: 'very-long',
      js: 'AnOrderLineWithAVeryLongNameIndeedThatFillsALineAlmost',
      docs: undefined,
      kind: 'alias',
      to: { kind: 'tuple', of: [named('order'), named('json'), option(named('state')), string] },
    },
  ],
  interfaces: [
    {
      label: 'orders',
      js: 'orders',
      docs: undefined,
      types: [
        {
          label: 'get-order-error',
          js: 'GetOrderError',
          docs: undefined,
          kind: 'variant',
          cases: [
            { label: 'not-found', docs: 'No such order.', type: undefined },
            {
              label: 'other',
              docs: undefined,
              type: { kind: 'tuple', of: [primitive('u16'), string] },
            },
          ],
        },
        {
          label: 'list-orders-error',
          js: 'ListOrdersError',
          docs: 'Why there is no list.',
          kind: 'variant',
          cases: [
            { label: 'gone', docs: 'It is gone.', type: undefined },
            { label: 'other', docs: 'Anything else.', type: named('very-long') },
          ],
        },
        {
          label: 'put-order-error',
          js: 'PutOrderError',
          docs: undefined,
          kind: 'variant',
          cases: [{ label: 'other', docs: 'Anything.', type: string }],
        },
      ],
      functions: [
        {
          label: 'get-order',
          pointer: '#/paths/~1orders/get',
          docs: 'Gets an order.',
          parameters: [
            { label: 'id', js: 'id', type: string },
            { label: 'expand', js: 'expand', type: option(primitive('bool')) },
          ],
          ok: named('order'),
          error: named('get-order-error'),
          route,
        },
        {
          label: 'put-order',
          pointer: '#/paths/~1orders/put',
          docs: undefined,
          parameters: [
            { label: 'if-match', js: 'ifMatch', type: option(string) },
            { label: 'body', js: 'body', type: named('very-long') },
          ],
          ok: undefined,
          error: named('put-order-error'),
          route: { ...route, id: 'putOrder', errors: [] },
        },
      ],
    },
  ],
  table: { types: {}, routes: [] },
  report: {
    operations: 2,
    emitted: 2,
    typedShare: 1,
    stated: 1,
    freeForm: 0,
    demotions: [],
    omissions: [],
  },
};

describe('serviceTypes', () => {
  const text = serviceTypes(typed);

  it('prints every kind of type as jco gives its values', () => {
    expect(text).toMatchInlineSnapshot(`
      "/** One function an operation. Both doors of the component, HTTP and typed, call these. */
      export interface Service {
        /**
         * Gets an order.
         *
         * @throws {GetOrderError} \`not-found\` (404), \`client-error\`, \`other\`
         */
        getOrder(id: string, expand?: boolean | undefined): Awaitable<Order>;

        /** @throws {PutOrderError} \`other\` */
        putOrder(
          ifMatch: string | undefined,
          body: AnOrderLineWithAVeryLongNameIndeedThatFillsALineAlmost,
        ): Awaitable<void>;
      }

      /** A value, or the promise of one: every function may be async. */
      export type Awaitable<T> = T | Promise<T>;

      /** What a patch says of a property: nothing, null (as \`undefined\`), or a value. */
      export type PatchField<T> = { tag: 'none' } | { tag: 'some'; val: T | undefined };

      /** JSON text. */
      export type Json = string;

      export type State = 'open' | 'sold-out';

      export type TheOnlyStateThereIsWithAVeryLongNameIndeedThatFillsALineAlmost =
        'the-only-state-with-a-long-name';

      /**
       * An order *\\/ process.exit() /*
       * \\@type {any}
       */
      export interface Order {
        /** In cents. */
        total: bigint;
        count: number;
        paid: boolean;
        data: Uint8Array;
        note?: string | undefined;
        labels: [string, string][];
        states?: State[] | undefined;
        marks: (number | undefined)[];
        triState: PatchField<string>;
        theListThatAPatchMayReplaceOrRemove: PatchField<
          AnOrderLineWithAVeryLongNameIndeedThatFillsALineAlmost[]
        >;
        theOneThatAPatchMayReplaceOrRemove: PatchField<AnOrderLineWithAVeryLongNameIndeedThatFillsALineAlmost>;
        aPairThatAPatchMayReplaceOrRemove: PatchField<
          [AnOrderLineWithAVeryLongNameIndeedThatFillsALineAlmost, string]
        >;
        theRemainderOfTheObjectWithAVeryLongNameIndeed?:
          | AnOrderLineWithAVeryLongNameIndeedThatFillsALineAlmost[]
          | undefined;
      }

      export type AnOrderLineWithAVeryLongNameIndeedThatFillsALineAlmost = [
        Order,
        Json,
        State | undefined,
        string,
      ];

      /** \`not-found\`: No such order. */
      export type GetOrderError = { tag: 'not-found' } | { tag: 'other'; val: [number, string] };

      /** Why there is no list. */
      export type ListOrdersError =
        /** It is gone. */
        | { tag: 'gone' }
        /** Anything else. */
        | { tag: 'other'; val: AnOrderLineWithAVeryLongNameIndeedThatFillsALineAlmost };

      /** \`other\`: Anything. */
      export type PutOrderError = { tag: 'other'; val: string };
      "
    `);
  });

  it('has the type of patch fields only where there are any', () => {
    const types = typed.types.filter(({ kind }) => kind !== 'record');
    expect(serviceTypes({ ...typed, types })).not.toContain('PatchField');
  });

  it('is formatted as Biome would', async () => {
    expect(await biomeReport({ 'service.ts': text })).toBe('');
  });
});
