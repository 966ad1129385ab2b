import { cp } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wasiDependencies } from '../../src/wit/check/dependencies.ts';
import { type ServedComponent, serveComponent } from '../../templates/node/component-host.ts';
import { serveRedisTrigger } from '../../templates/node/hosts/redis-trigger.mjs';
import { type DatabaseServer, mustRunOn, postgres, redis } from '../support/databases.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { buildOnce } from '../support/toolchain.ts';
import { grantsOf } from './support.ts';

// The host modules as a component meets them, through jco's glue: test/fixtures/host-probe calls what it is told to.
let wasm: string;
let served: ServedComponent;
/** Answers `/slow` after a while, and elsewhere sends away from itself. */
let outside: Server;
let outsidePort: number;

const modules =
  'key-value variables mysql redis postgres sqlite wasi-config wasi-keyvalue outbound'.split(' ');
const hosts = modules.map(
  (name) => new URL(`../../templates/node/hosts/${name}.mjs`, import.meta.url),
);

const grants = () =>
  grantsOf({
    keyValueStores: ['default'],
    sqliteDatabases: ['default'],
    allowedOutboundHosts: [`http://127.0.0.1:${outsidePort}`],
    variables: { greeting: 'grüß dich' },
  });

const bytes = (text: string) => ({ bytes: Buffer.from(text).toString('base64') });

type Step = readonly unknown[];

async function callOn(component: ServedComponent, steps: readonly Step[]): Promise<unknown[]> {
  const answer = await fetch(component.url, { method: 'POST', body: JSON.stringify(steps) });
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  return JSON.parse(text);
}

const call = (...steps: readonly Step[]) => callOn(served, steps);

beforeAll(async () => {
  const folder = await temporaryFolder();
  const fixture = fileURLToPath(new URL('../fixtures/host-probe', import.meta.url));
  await cp(fixture, folder, { recursive: true });
  await writeFiles(join(folder, 'wit'), await wasiDependencies());
  wasm = (await buildOnce(folder)).project.component;
  outside = createServer((request, response) => {
    if (request.url === '/hello') response.end('hello from outside');
    else if (request.url === '/away') {
      response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
    } else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => outside.listen(0, '127.0.0.1', listening));
  outsidePort = (outside.address() as AddressInfo).port;
  served = await serveComponent(wasm, { hosts, grants: grants() });
}, 180_000);

afterAll(async () => {
  await served?.close();
  outside?.close();
});

it('keeps what one instance stored for the next', async () => {
  await call(['Store.open', 'default'], ['$0.set', 'order/1 ü', bytes('a value')]);
  expect(
    await call(
      ['Store.open', 'default'],
      ['$0.get', 'order/1 ü'],
      ['$0.exists', 'order/1 ü'],
      ['$0.getKeys'],
      ['$0.delete', 'order/1 ü'],
      ['$0.get', 'order/1 ü'],
    ),
  ).toEqual([
    { value: {} },
    { value: bytes('a value') },
    { value: true },
    { value: ['order/1 ü'] },
    { value: null },
    { value: null },
  ]);
});

it('refuses each interface what is not granted, in its own words', async () => {
  expect(
    await call(
      ['Store.open', 'other'],
      ['open', 'other'],
      ['Sqlite.open', 'other'],
      ['Redis.open', 'redis://127.0.0.1:1'],
      ['MySql.open', 'mysql://127.0.0.1:1/x'],
      ['Postgres4.open', 'postgres://127.0.0.1:1/x'],
      ['Postgres3.open', 'postgres://127.0.0.1/x'],
    ),
  ).toEqual([
    { error: { tag: 'access-denied' } },
    { error: { tag: 'access-denied' } },
    { error: { tag: 'access-denied' } },
    { error: { tag: 'invalid-address' } },
    { error: { tag: 'connection-failed', val: 'address mysql://127.0.0.1:1/x is not permitted' } },
    { error: { tag: 'connection-failed', val: 'address postgres://127.0.0.1:1 is not permitted' } },
    {
      error: {
        tag: 'connection-failed',
        val: 'address postgres://127.0.0.1:5432 is not permitted',
      },
    },
  ]);
});

it('gives variables, and says why not', async () => {
  expect(
    await call(
      ['variable', 'greeting'],
      ['variable', 'password'],
      ['variable', 'Greeting'],
      ['config.get', 'greeting'],
      ['config.get', 'Greeting'],
      ['config.getAll'],
    ),
  ).toEqual([
    { value: 'grüß dich' },
    { error: { tag: 'undefined', val: 'no variable for "probe"."password"' } },
    {
      error: { tag: 'invalid-name', val: expect.stringMatching(/^"Greeting": invalid character/) },
    },
    { value: 'grüß dich' },
    { value: null },
    { value: [['greeting', 'grüß dich']] },
  ]);
});

it('counts, swaps and batches in the draft of key-value', async () => {
  const results = await call(
    ['open', 'default'],
    // A negative number as an argument of its own, not within a list or variant, traps componentize-js 0.23.
    ['atomics.increment', '$0', 'visits', { int64: '9007199254740993' }],
    ['atomics.increment', '$0', 'visits', { int64: '1' }],
    ['$0.set', 'state', bytes('one')],
    ['atomics.Cas.new', '$0', 'state'],
    ['atomics.Cas.new', '$0', 'state'],
    ['atomics.swap', '$4', bytes('two')],
    ['atomics.swap', '$5', bytes('three')],
    ['$7.current'],
    ['atomics.swap', '$7', bytes('four')],
    ['$0.get', 'state'],
    [
      'batch.setMany',
      '$0',
      [
        ['a', bytes('1')],
        ['b', bytes('2')],
      ],
    ],
    ['batch.deleteMany', '$0', ['b', 'state']],
    ['batch.getMany', '$0', ['a', 'b']],
    ['$0.listKeys', null],
    ['$0.listKeys', 'a'],
  );
  expect(results.slice(1, 3)).toEqual([
    { value: { int64: '9007199254740993' } },
    { value: { int64: '9007199254740994' } },
  ]);
  expect(results[6]).toEqual({ value: null });
  expect(results[7]).toMatchObject({ error: { tag: 'cas-failed' } });
  expect(results.slice(8, 11)).toEqual([
    { value: bytes('two') },
    { value: null },
    { value: bytes('four') },
  ]);
  expect(results.slice(13)).toEqual([
    {
      value: [
        ['a', bytes('1')],
        ['b', null],
      ],
    },
    { value: { keys: ['visits', 'a'], cursor: null } },
    { error: { tag: 'other', val: 'list_keys: cursor not supported' } },
  ]);
});

it('keeps rows in SQLite', async () => {
  await call(
    ['Sqlite.open', 'default'],
    ['$0.execute', 'create table t (id integer primary key, v blob)', []],
    [
      '$0.execute',
      'insert into t values (?, ?)',
      [
        { tag: 'integer', val: { int64: '9007199254740993' } },
        { tag: 'blob', val: bytes('x') },
      ],
    ],
    ['$0.execute', 'begin', []],
    ['$0.execute', 'delete from t', []],
  );
  const [, rows, error] = await call(
    ['Sqlite.open', 'default'],
    ['$0.execute', 'select id, v from t', []],
    ['$0.execute', 'selec', []],
  );
  expect(rows).toEqual({
    value: {
      columns: ['id', 'v'],
      rows: [
        {
          values: [
            { tag: 'integer', val: { int64: '9007199254740993' } },
            { tag: 'blob', val: bytes('x') },
          ],
        },
      ],
    },
  });
  expect(error).toMatchObject({ error: { tag: 'io' } });
});

describe('HTTP goes out', () => {
  const ask = async (url: string) =>
    (await fetch(`${served.url}/?${encodeURIComponent(url)}`)).json();
  const refusal = { error: expect.stringMatching(/^TypeError: NetworkError/), name: 'TypeError' };

  it('to what is granted', async () => {
    const answer = await ask(`http://127.0.0.1:${outsidePort}/hello`);
    expect(answer).toEqual({ status: 200, location: null, body: 'hello from outside' });
  });

  it.each([
    ['another port', 'http://127.0.0.1:1/'],
    ['another scheme', 'https://127.0.0.1/'],
    ['another name of the host', 'http://localhost/'],
    ['another component', 'http://other.spin.internal/'],
  ])('never to %s', async (_, url) => {
    expect(await ask(url)).toEqual(refusal);
  });

  it('never after a redirect', async () => {
    const answer = await ask(`http://127.0.0.1:${outsidePort}/away`);
    expect(answer).toMatchObject({ status: 302, location: 'http://169.254.169.254/latest' });
  });

  it('nowhere without the module for it', async () => {
    const closed = await serveComponent(wasm, {
      hosts: hosts.slice(0, -1),
      grants: { ...grants(), allowedOutboundHosts: ['*://*:*'] },
    });
    try {
      const url = encodeURIComponent(`http://127.0.0.1:${outsidePort}/hello`);
      expect(await (await fetch(`${closed.url}/?${url}`)).json()).toEqual(refusal);
    } finally {
      await closed.close();
    }
  }, 30_000);
});

it('hands messages of the Redis trigger to an instance each', async () => {
  await served.deliver(new TextEncoder().encode('größe'));
  expect(await call(['Store.open', 'default'], ['$0.get', 'message'])).toEqual([
    { value: {} },
    { value: bytes('größe') },
  ]);
  await expect(served.deliver(new Uint8Array())).rejects.toMatchObject({ payload: 'error' });
});

describe.skipIf(!mustRunOn(redis))('with Redis', () => {
  let server: DatabaseServer;

  beforeAll(async () => {
    server = await redis.start();
  });

  afterAll(() => server?.remove());

  it('serves the messages of a channel', async () => {
    const trigger = await serveRedisTrigger(served, server.address, 'orders');
    const client = new Redis(server.address);
    try {
      await client.publish('other', 'not for us');
      await client.publish('orders', 'from the channel');
      await expect
        .poll(() => call(['Store.open', 'default'], ['$0.get', 'message']), { timeout: 10_000 })
        .toContainEqual({ value: bytes('from the channel') });
      expect(trigger.failures).toEqual([]);
    } finally {
      client.disconnect();
      trigger.close();
    }
  }, 30_000);
});

describe.skipIf(!mustRunOn(postgres))('with Postgres', () => {
  let server: DatabaseServer;
  let granted: ServedComponent;

  beforeAll(async () => {
    server = await postgres.start();
    granted = await serveComponent(wasm, {
      hosts,
      grants: { ...grants(), allowedOutboundHosts: [`postgres://127.0.0.1:${server.port}`] },
    });
  }, 60_000);

  afterAll(async () => {
    await granted?.close();
    await server?.remove();
  });

  it('serves both versions of the interface to one component', async () => {
    const query = "select 1::int8 as n, '{}'::jsonb as j, now() at time zone 'utc' as t";
    const steps = [
      ['Postgres4.open', server.address],
      ['$0.query', query, []],
      ['Postgres3.open', server.address],
      ['$2.query', query, []],
      ['$0.query', 'selec', []],
      ['$2.query', 'selec', []],
    ];
    const [, newer, , older, newError, oldError] = await callOn(granted, steps);
    const time = { tag: 'datetime', val: expect.any(Array) };
    expect([newer, older]).toEqual([
      {
        value: {
          columns: [
            { name: 'n', dataType: { tag: 'int64' } },
            { name: 'j', dataType: { tag: 'jsonb' } },
            { name: 't', dataType: { tag: 'datetime' } },
          ],
          rows: [[{ tag: 'int64', val: { int64: '1' } }, { tag: 'jsonb', val: bytes('{}') }, time]],
        },
      },
      {
        value: {
          columns: [
            { name: 'n', dataType: 'int64' },
            { name: 'j', dataType: 'other' },
            { name: 't', dataType: 'datetime' },
          ],
          rows: [[{ tag: 'int64', val: { int64: '1' } }, { tag: 'unsupported' }, time]],
        },
      },
    ]);
    const syntaxError = expect.stringContaining('syntax error');
    expect(newError).toMatchObject({
      error: { val: { val: { code: '42601', message: syntaxError } } },
    });
    expect(oldError).toEqual({ error: { tag: 'query-failed', val: syntaxError } });
  });
});
