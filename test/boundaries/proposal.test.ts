import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { witOfComponents } from '../../src/boundaries/component-wit.ts';
import { endpointsOf } from '../../src/boundaries/endpoint.ts';
import { propose } from '../../src/boundaries/proposal.ts';
import { serviceGraph } from '../../src/boundaries/service-graph.ts';
import { cutWords, reasonWords } from '../../src/boundaries/words.ts';
import { catalogueOf } from '../../src/messages/catalogue.ts';
import { partOfApi } from '../../src/openapi/part-of-api.ts';
import { readApiText } from '../../src/openapi/read-api.ts';
import { checkWit } from '../../src/wit/check/check.ts';
import { wasiDependencies } from '../../src/wit/check/dependencies.ts';
import { typeApi } from '../../src/wit/lower.ts';
import { packageId } from '../../src/wit/package-id.ts';
import { printInterfaces, WORLD } from '../../src/wit/printing/print.ts';
import { finding } from '../fit/findings.ts';

const FILE = 'test/fixtures/services/monolith-store/openapi.yaml';
const api = readApiText(readFileSync(FILE, 'utf8'), FILE);
const store = propose(endpointsOf(api), [api]);
const words = catalogueOf('en');

function cut(a: string, b: string) {
  const found = store.cuts.find(({ between }) => between.includes(a) && between.includes(b));
  return found === undefined ? undefined : cutWords(found, store, words);
}

describe('the proposal for a store of four contexts', () => {
  it('has its contexts, with operations, routes and types', () => {
    expect(store.components.map(({ name, routes, types }) => ({ name, routes, types }))).toEqual([
      {
        name: 'catalog',
        routes: ['/api/products/...'],
        types: { own: ['Product'], shared: ['Money'] },
      },
      {
        name: 'customers',
        routes: ['/api/customers/...'],
        types: { own: ['Customer'], shared: ['Address'] },
      },
      {
        name: 'orders',
        routes: ['/api/orders/...'],
        types: { own: ['PurchaseOrder'], shared: ['Money'] },
      },
      {
        name: 'shipping',
        routes: ['/api/shipments/...'],
        types: { own: ['Shipment'], shared: ['Address'] },
      },
    ]);
    expect(store.components[2]?.operations).toEqual([
      'GET /api/orders',
      'POST /api/orders',
      'GET /api/orders/{id}',
    ]);
    expect(reasonWords(store, words)).toMatch(/^It could be 4 components; \d+ %/u);
  });

  it('says what each cut goes through', () => {
    expect(cut('catalog', 'orders')).toBe(
      'they share Money, 1 of 6 types; nothing in common: tags, path prefix',
    );
    expect(cut('orders', 'customers')).toBe(
      'orders names customers by customerId; nothing in common: types, tags, path prefix',
    );
    expect(cut('catalog', 'shipping')).toBeUndefined();
  });

  it('has a world for each, and WIT for what others ask', async () => {
    const wit = witOfComponents(store.components, store.cuts, [api], ({ name }) =>
      name === 'orders' ? ['fermyon:spin/mysql@2.0.0'] : [],
    );
    expect(wit.get('orders')?.world).toBe(
      [
        'package example:orders@5.0.0;',
        '',
        'world service {',
        '  import fermyon:spin/mysql@2.0.0;',
        '  import example:customers/customers@5.0.0;',
        '  export wasi:http/incoming-handler@0.2.10;',
        '  export orders;',
        '}',
        '',
      ].join('\n'),
    );
    expect(wit.get('catalog')?.asked).toBeUndefined();
    const asked = wit.get('customers')?.asked;
    expect(asked?.by).toEqual(['orders']);
    expect(asked?.wit).toContain('get-customer: func(id: s64)');
    expect(asked?.wit).not.toContain('list-customer');
    const source = `${asked?.wit}\nworld reader { import customers; }\n`;
    await checkWit(new Map([['world.wit', source]]), 'reader');
  });

  it('has worlds that resolve beside all that a component offers and what it asks of others', async () => {
    const wit = witOfComponents(store.components, store.cuts, [api], () => []);
    const asked = [...wit].flatMap(([name, one]) =>
      one.asked ? [[name, one.asked] as const] : [],
    );
    expect(asked.map(([name, { by }]) => [name, by])).toEqual([
      ['customers', ['orders']],
      ['orders', ['shipping']],
    ]);
    const wasi = await wasiDependencies();
    for (const { name, endpoints } of store.components) {
      const operations = endpoints.flatMap(({ operation }) => operation ?? []);
      const id = packageId({ namespace: 'example', name, version: api.version });
      const others = asked
        .filter(([, { by }]) => by.includes(name))
        .map(([other, one]) => [`deps/${other}/package.wit`, one.wit] as const);
      const own = [
        ['world.wit', wit.get(name)?.world ?? ''],
        ['offered.wit', printInterfaces(typeApi(partOfApi(api, operations), id))],
      ] as const;
      await checkWit(new Map([...own, ...others, ...wasi]), WORLD);
    }
  });
});

describe('what source adds', () => {
  const routes = ['orders', 'users'].flatMap((name) =>
    [`GET /${name}`, `POST /${name}`, `GET /${name}/{id}`, `DELETE /${name}/{id}`].map((value) =>
      finding('route', 'express', value, { file: `src/${name}/routes.js` }),
    ),
  );
  const state = [
    finding('orm', 'typeorm', 'Order', { file: 'src/orders/order.entity.ts' }),
    finding('orm', 'typeorm', 'UserRepository', { file: 'src/users/db.ts' }),
    finding('orm', 'typeorm', '^0.3.0', { file: 'package.json' }),
    finding('broker', 'kafka', 'orders.created', { file: 'src/orders/events.ts' }),
  ];

  it('is endpoints, modules and what they keep data in', () => {
    const { endpoints, apis } = serviceGraph([], [...routes, ...state]);
    const { components } = propose(endpoints, apis);
    expect(components.map(({ name, modules, state: kept }) => [name, modules, kept])).toEqual([
      ['orders', ['order'], ['Order', 'kafka orders.created']],
      ['users', ['user'], ['User']],
    ]);
    expect(endpoints.every(({ operation }) => operation !== undefined)).toBe(true);
  });

  it('is added to the endpoints of the document that it answers, whoever names the prefix', () => {
    const inApi = finding('route', 'spring-mvc', 'GET /api/products', {
      file: 'web/catalog/A.java',
    });
    const other = finding('route', 'spring-mvc', 'GET /api/stock/{id}', {
      file: 'web/stock/B.java',
    });
    const { endpoints } = serviceGraph([api], [inApi, other]);
    expect(endpoints).toHaveLength(api.operations.length + 1);
    expect(endpoints.filter(({ module }) => module === 'catalog').map(({ path }) => path)).toEqual([
      '/api/products',
    ]);
    expect(endpoints.at(-1)).toMatchObject({ path: '/api/stock/{id}', module: 'stock' });
  });

  it('is left alone where it is a hint, or no route that can be typed', () => {
    const hint = finding('route', 'express', 'GET /maybe', { confidence: 'hint' });
    const odd = finding('route', 'express', 'ANY /files/*');
    const { endpoints, apis } = serviceGraph([], [hint, odd]);
    expect(endpoints).toMatchObject([{ path: '/files/*', operation: undefined }]);
    expect(apis).toEqual([]);
  });
});
