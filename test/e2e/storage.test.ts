import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedComponent, serveComponent } from '../../templates/node/component-host.ts';
import { type Grants, readGrants } from '../../templates/node/hosts/grants.mjs';
import {
  announceMissingDatabases,
  type DatabaseKind,
  type DatabaseServer,
  databaseKinds,
  mustRunOn,
  mysql,
  postgres,
  redis,
} from '../support/databases.ts';
import { temporaryFolder } from '../support/files.ts';
import { buildStoredOrders } from './support/needs-project.ts';

// The orders service that really stores, in each of its stores: what it keeps, refuses and survives.
announceMissingDatabases(...databaseKinds);

interface Store {
  readonly need: string;
  readonly kind?: DatabaseKind;
  /** Host modules beside the need's own. */
  readonly others: readonly string[];
  /** The values of the project's variables, for a server of the test. */
  variables(server: URL): Readonly<Record<string, string>>;
}

const databaseVariables = (need: string) => (server: URL) => ({
  [`${need}_host`]: server.hostname,
  [`${need}_port`]: server.port,
  [`${need}_user`]: decodeURIComponent(server.username),
  [`${need}_password`]: decodeURIComponent(server.password),
  [`${need}_database`]: server.pathname.slice(1),
});

const stores: readonly Store[] = [
  { need: 'kv', others: [], variables: () => ({}) },
  { need: 'sqlite', others: [], variables: () => ({}) },
  {
    need: 'postgres',
    kind: postgres,
    others: ['variables'],
    variables: databaseVariables('postgres'),
  },
  { need: 'mysql', kind: mysql, others: ['variables'], variables: databaseVariables('mysql') },
  {
    need: 'redis',
    kind: redis,
    others: ['variables'],
    variables: (server) => ({
      redis_address: `redis://${server.host}`,
      redis_password: decodeURIComponent(server.password),
    }),
  },
];

const MODULES: Readonly<Record<string, string>> = { kv: 'key-value' };

interface Order {
  readonly id: string;
  readonly placedAt: string;
  readonly shipTo: { readonly name: string; readonly city: string };
}

interface Page {
  readonly items: readonly Order[];
  readonly nextCursor?: string;
}

const json = async <Value>(answer: Response): Promise<Value> => (await answer.json()) as Value;

const london = {
  name: 'Ada Lovelace',
  street: ['12 St James Square'],
  postcode: 'SW1Y 4JH',
  city: 'London',
  country: 'GB',
};

const orderOf = (name: string, more = {}) => ({
  shipTo: { ...london, name },
  lines: [{ sku: 'TEA-EARL-GREY-250', quantity: 2 }],
  ...more,
});

const INJECTIONS = [
  "'; drop table orders; --",
  "' or '1'='1",
  '"; delete from orders; --',
  "\\'; select pg_sleep(10); --",
  '$1 ? :id %s $(id) {{ x }}',
  '); truncate orders; /*',
  'a\r\nFLUSHALL\r\n',
];

describe.each(stores)('orders in $need', ({ need, kind, others, variables }) => {
  const runs = kind === undefined || mustRunOn(kind);
  let server: DatabaseServer | undefined;
  let project: string;
  let grants: Grants;
  let served: ServedComponent;

  const serve = (granted: Grants) =>
    serveComponent(join(project, 'dist', 'orders.wasm'), {
      // The modules that the project itself has.
      hosts: [MODULES[need] ?? need, ...others].map((name) =>
        pathToFileURL(join(project, 'test', 'hosts', `${name}.mjs`)),
      ),
      grants: granted,
    });

  beforeAll(async () => {
    if (!runs) return;
    server = await kind?.start();
    project = await buildStoredOrders(need);
    const values = server === undefined ? {} : variables(new URL(server.address));
    const env = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [`SPIN_VARIABLE_${name.toUpperCase()}`, value]),
    );
    const read = await readGrants(join(project, 'spin.toml'), 'orders', env);
    grants = { ...read, state: await temporaryFolder() };
    served = await serve(grants);
  });

  afterAll(async () => {
    await served?.close();
    await server?.remove();
  });

  const send = (method: string, path: string, body?: unknown, headers = {}) =>
    fetch(`${served.url}/v1${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    });

  async function place(order: unknown, headers = {}): Promise<Order> {
    const answer = await send('POST', '/orders', order, headers);
    expect(answer.status, `${await answer.clone().text()}\n${served.output()}`).toBe(201);
    return json(answer);
  }

  async function everything(query = '') {
    const found: Order[] = [];
    for (let cursor = '&'; cursor !== ''; ) {
      const page = await json<Page>(await send('GET', `/orders?limit=100${cursor}${query}`));
      found.push(...page.items);
      cursor = page.nextCursor === undefined ? '' : `&cursor=${page.nextCursor}`;
    }
    return found;
  }

  describe.skipIf(!runs)('', () => {
    it('are ready', async () => {
      const answer = await fetch(`${served.url}/readyz`);
      expect(answer.status, served.output()).toBe(200);
    });

    it('are created, read, listed, changed and cancelled, once', async () => {
      const placed = await place(
        orderOf('Zoë Müller-Ōta 太田 🫖', { labels: { größe: '\u2028' } }),
      );
      const path = `/orders/${placed.id}`;
      expect(await (await send('GET', path)).json()).toEqual(placed);
      expect(placed).toMatchObject({
        status: 'draft',
        shipTo: { name: 'Zoë Müller-Ōta 太田 🫖' },
        total: { amount: '24.90', currency: 'EUR' },
        labels: { größe: '\u2028' },
      });
      const [newest] = await everything();
      expect(newest).toEqual(placed);

      const moved = await send('PATCH', path, { shipTo: { ...london, city: 'Köln' } });
      expect((await json<Order>(moved)).shipTo.city).toBe('Köln');
      expect((await send('POST', `${path}/cancel`)).status).toBe(204);
      const conflict = await send('POST', `${path}/cancel`);
      expect(conflict.status).toBe(409);
      expect(await conflict.json()).toMatchObject({ current: 'cancelled' });
      const missing = await send('GET', '/orders/00000000-0000-4000-8000-000000000000');
      expect(missing.status).toBe(404);
      const cancelled = await everything('&status=cancelled');
      expect(cancelled.map(({ id }) => id)).toEqual([placed.id]);
    });

    it('are the same for the same key', async () => {
      const headers = { 'idempotency-key': '0c4b4f9e-2f0b-4f5e-9f53-6d0f8a0c8f11' };
      const first = await place(orderOf('first'), headers);
      expect(await place(orderOf('second'), headers)).toEqual(first);
    });

    it('have numbers beyond 2^53, each its own', async () => {
      await place(orderOf('number'));
      const text = await (await send('GET', '/orders?limit=2')).text();
      const numbers = [...text.matchAll(/"number":(\d{16,})/g)].map(([, digits]) =>
        BigInt(digits ?? 0),
      );
      expect(numbers.length).toBe(2);
      expect(numbers[0]).toBeGreaterThan(2n ** 53n);
      expect((numbers[0] ?? 0n) - (numbers[1] ?? 0n)).toBe(1n);
    });

    it.each(INJECTIONS)('keep %j as text, in every field', async (text) => {
      const before = (await everything()).length;
      const order = {
        shipTo: { name: text, street: [text], postcode: text, city: text, country: text },
        lines: [{ sku: text.slice(0, 40), quantity: 1, giftNote: text }],
        labels: { [text]: text },
      };
      const placed = await place(order);
      expect(await (await send('GET', `/orders/${placed.id}`)).json()).toEqual(placed);
      expect(placed).toMatchObject({ shipTo: order.shipTo, labels: order.labels });
      expect((await everything()).length).toBe(before + 1);
      const query = encodeURIComponent(text);
      expect((await send('GET', `/orders?cursor=${query}`)).status).toBe(400);
      expect((await send('GET', `/orders/${query}`)).status).toBeOneOf([400, 404]);
    });

    it('hold a megabyte of text of any script', async () => {
      const large = 'größe 太田 🫖 '.repeat(50_000);
      expect(Buffer.byteLength(large)).toBe(1_000_000);
      const placed = await place(orderOf(large));
      const read = await json<Order>(await send('GET', `/orders/${placed.id}`));
      expect(read.shipTo.name === large).toBe(true);
      await send('PATCH', `/orders/${placed.id}`, { shipTo: london });
    });

    it('are found by time in any time zone', async () => {
      const { id, placedAt } = await place(orderOf('time'));
      const at = (milliseconds: number, hours: number) => {
        const sign = hours < 0 ? '-' : '+';
        const zone = `${sign}${String(Math.abs(hours)).padStart(2, '0')}:00`;
        const local = new Date(Date.parse(placedAt) + milliseconds + hours * 3_600_000);
        return encodeURIComponent(local.toISOString().replace('Z', zone));
      };
      for (const hours of [0, 9, -8]) {
        const since = await everything(`&placedSince=${at(0, hours)}`);
        expect(since.map((order) => order.id)).toEqual([id]);
        expect(await everything(`&placedSince=${at(1, hours)}`)).toEqual([]);
      }
    });

    it('survive 200 requests one by one and 50 at once', async () => {
      const before = (await everything()).length;
      for (let at = 0; at < 100; at += 1) {
        const placed = await place(orderOf(`order ${at}`));
        expect((await send('GET', `/orders/${placed.id}`)).status).toBe(200);
      }
      await Promise.all(Array.from({ length: 50 }, (_, at) => place(orderOf(`together ${at}`))));
      const orders = await everything();
      expect(orders.length).toBe(before + 150);
      expect(new Set(orders.map(({ id }) => id)).size).toBe(before + 150);
    });

    if (kind === undefined) {
      it('are there again when the process starts anew', async () => {
        const before = await everything();
        await served.close();
        served = await serve(grants);
        expect(await everything()).toEqual(before);
      });
    } else {
      it('say 503 while the server is away, and are there again with it', async () => {
        const placed = await place(orderOf('kept'));
        await server?.stop();
        const away = await send('GET', `/orders/${placed.id}`);
        expect(away.status).toBe(503);
        expect(await away.json()).toMatchObject({ title: 'The orders are out of reach' });
        expect((await fetch(`${served.url}/readyz`)).status).toBe(503);
        await server?.start();
        expect(await (await send('GET', `/orders/${placed.id}`)).json()).toEqual(placed);
        expect((await fetch(`${served.url}/readyz`)).status).toBe(200);
      });
    }

    it('tell the operator which grant is missing, and the client nothing', async () => {
      const bare = await serve({
        ...grants,
        keyValueStores: [],
        sqliteDatabases: [],
        allowedOutboundHosts: [],
      });
      try {
        const answer = await fetch(`${bare.url}/v1/orders`);
        expect(answer.status).toBe(500);
        expect(await answer.text()).not.toContain('spin.toml');
        expect(bare.output()).toMatch(/Add to \[component\.orders\] in spin\.toml: \w+ = \[".+"\]/);
      } finally {
        await bare.close();
      }
    });
  });
});
