import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { surroundings } from '../../src/build/prove-needs.ts';
import { transpileComponent } from '../../src/build/transpile.ts';
import type { ServedComponent } from '../../templates/node/component-host.ts';
import {
  announceMissingDatabases,
  type DatabaseServer,
  databaseKinds,
  mustRunOn,
  mysql,
  postgres,
  redis,
  serverVariables,
  startServers,
} from '../support/databases.ts';
import { buildOnce } from '../support/toolchain.ts';
import { modelWith, withScenarios, writtenProject } from './support.ts';

announceMissingDatabases(...databaseKinds);

// One component with every need, its wrappers called over HTTP; the servers behind them are real.
let servers: ReadonlyMap<string, DatabaseServer> = new Map();
let other: Server;
let served: ServedComponent;

async function scenario(name: string, ...values: unknown[]) {
  const answer = await fetch(`${served.url}/${name}`, {
    method: 'POST',
    body: JSON.stringify(values),
  });
  return { status: answer.status, value: JSON.parse(await answer.text()) };
}

beforeAll(async () => {
  servers = await startServers();
  for (const [name, value] of Object.entries(serverVariables(servers))) vi.stubEnv(name, value);

  other = createServer(({ url }, response) => {
    if (url === '/slow') return;
    response.writeHead(url === '/moved' ? 302 : 200, {
      location: 'http://127.0.0.1:1/',
    });
    response.end('hello');
  });
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  const { port } = other.address() as AddressInfo;
  for (const id of ['OTHER_ONE', 'REFUSED']) {
    vi.stubEnv(`SPIN_INTERNAL_${id}`, `http://127.0.0.1:${port}`);
  }
  const answers = {
    needs: [
      ...['kv', 'sqlite', 'postgres', 'mysql', 'redis', 'files', 'redis-trigger'],
      ...['wasi-keyvalue', 'wasi-config'],
    ],
    outbound: [
      ...[`http://127.0.0.1:${port}`, 'http://127.0.0.1:1'],
      ...['http://other-one.spin.internal', 'http://away.spin.internal'],
    ],
    variables: ['log_level=info'],
  };
  // Only in an app are there other components.
  const model = modelWith(answers, { app: 'shop' });
  const directory = await writtenProject(model);
  await withScenarios(directory);
  const { project } = await buildOnce(directory);
  served = await transpileComponent(project.component, await surroundings(model, directory));
}, 300_000);

afterAll(async () => {
  await served?.close();
  other?.close();
  await Promise.all([...servers.values()].map((server) => server.remove()));
  vi.unstubAllEnvs();
});

it('keeps bytes, texts and JSON by key', async () => {
  expect((await scenario('kv')).value).toEqual([
    ['a', 'b', 'c'],
    ...[false, null, null, { list: [1, null] }, 'bytes 0,255'],
  ]);
  expect((await scenario('bucket')).value).toEqual([{ n: 1 }, false, true]);
});

it.each([
  ['kvDenied', 'key_value_stores = ["default", "other"]', '[component.hello]'],
  ['sqliteDenied', 'sqlite_databases = ["default", "other"]', '[component.hello]'],
  ['configMissing', 'not_there = "{{ not_there }}"', '[component.hello.variables]'],
])('%s names the line of spin.toml that is missing', async (name, line, table) => {
  const { status, value } = await scenario(name);
  expect({ status, ...value }).toMatchObject({
    ...{ status: 500, name: 'HostError', kind: 'not-granted' },
    message: expect.stringContaining(`Add to ${table} in spin.toml: ${line}`),
  });
});

it('reads variables by both interfaces', async () => {
  expect((await scenario('config', 'log_level')).value).toEqual(['info', 'info']);
  expect((await scenario('configInteger')).value).toMatchObject({ kind: 'refused' });
});

describe('SQLite', () => {
  it('binds what is interpolated, and reads rows by column', async () => {
    const [changed, id, rows, same, updated] = (await scenario('sqlite')).value;
    expect([changed, id, same, updated]).toEqual([1, '1n', true, 2]);
    expect(rows).toEqual([
      {
        ...{ id: '1n', text: expect.any(String), size: 1.5, raw: 'bytes 1,2', flag: '1n' },
        at: '1970-01-01T00:00:00.000Z',
      },
      { id: '9007199254740993n', text: null, size: null, raw: null, at: null, flag: null },
    ]);
  });

  it('tells what SQLite refuses, and takes no text that was put together', async () => {
    expect((await scenario('sqliteError')).value).toMatchObject({
      ...{ kind: 'refused', message: expect.stringContaining('nowhere') },
    });
    expect((await scenario('sqliteSpliced')).value.message).toMatch(/tagged template/);
  });
});

describe.skipIf(!mustRunOn(postgres))('Postgres', () => {
  it('binds what is interpolated to columns of every usual type', async () => {
    const { value } = await scenario('postgres');
    const [changed, rows, kinds, updated] = value;
    expect([changed, updated]).toEqual([1, 2]);
    expect(rows[0]).toEqual({
      ...{ id: 1, big: '9007199254740993n', small: 2, size: 1.5, exact: '1.10', flag: true },
      ...{ raw: 'bytes 0,255', data: { a: [1] }, key: '00000000-0000-0000-0000-000000000001' },
      text: expect.stringContaining("Robert'); drop table"),
      at: expect.stringMatching(/^1970-01-02 .*00\.5/),
    });
    expect(rows[1]).toMatchObject({ id: 2, text: null, big: null, data: null });
    expect(kinds).toEqual({
      ...{ day: '2024-02-29', clock: '01:02:03.5', moment: '2024-02-29T01:02:03' },
      ...{ list: [1, null], big: '7n' },
    });
  });

  it('keeps all of a transaction, or nothing', async () => {
    expect((await scenario('postgresTransaction')).value).toEqual([
      '3n',
      ['refused', '23505'],
      '3n',
    ]);
  });

  it('tells what Postgres refuses by its code, and which types Spin does not read', async () => {
    expect((await scenario('postgresError')).value).toMatchObject({
      ...{ kind: 'refused', code: '42P01', message: expect.stringContaining('nowhere') },
    });
    expect((await scenario('postgresZoned')).value.message).toMatch(/cast it/);
  });
});

describe.skipIf(!mustRunOn(postgres))('Postgres, when it goes wrong', () => {
  it('tells a connection that is lost from a statement that is refused', async () => {
    expect((await scenario('postgresLost')).value).toEqual([
      ...['unreachable', '57P01', 'unreachable'],
    ]);
    // The next instance has a connection of its own.
    expect((await scenario('postgresError')).value).toMatchObject({ code: '42P01' });
  });

  it('refuses what it has no value for, loses no digit, and reads many rows', async () => {
    expect((await scenario('postgresOdd')).value).toEqual([
      ['refused', '22021'],
      ['refused', null],
      { exact: '12345678901234567890.123456789', text: '\\x00' },
      50_000,
    ]);
  });
});

it('refuses whole numbers that 64 bits do not hold, instead of binding others', async () => {
  const refused = ['refused', expect.stringContaining('more than 64 bits')];
  expect((await scenario('tooBig')).value).toEqual([refused, refused, refused]);
});

describe.skipIf(!mustRunOn(mysql))('MySQL', () => {
  it('binds what is interpolated, counts changes and rolls back', async () => {
    const { value } = await scenario('mysql');
    const [changed, rows, same, updated, rolledBack, left] = value;
    expect([changed, same, updated, rolledBack, left]).toEqual([1, true, 2, 'no', { n: '2n' }]);
    expect(rows[0]).toMatchObject({
      ...{ id: 1, big: '9007199254740993n', size: 1.5, raw: 'bytes 0,255', data: '{"a":[1]}' },
      at: '1970-01-02 00:00:00.500',
    });
    expect(rows[1]).toMatchObject({ id: 2, text: null, at: null });
  });

  it('tells what MySQL refuses', async () => {
    expect((await scenario('mysqlError')).value).toMatchObject({
      ...{ kind: 'refused', message: expect.stringContaining('nowhere') },
    });
  });
});

describe.skipIf(!mustRunOn(redis))('Redis', () => {
  it('speaks its commands', async () => {
    expect((await scenario('redis')).value).toEqual([
      ...['ü', { n: 1 }, null, '1n', '2n'],
      ...[['x', 'y'], 1, ['1n'], [null]],
      2,
    ]);
  });

  it('tells a value of another type', async () => {
    expect((await scenario('redisTypeError')).value).toMatchObject({ kind: 'refused' });
  });

  it('tells a server that is away, and works when it is back', async () => {
    const server = servers.get(redis.name);
    await server?.stop();
    expect((await scenario('redis')).value).toMatchObject({ kind: 'unreachable' });
    await server?.start();
    expect((await scenario('redis')).status).toBe(200);
  });
});

describe('outbound HTTP', () => {
  const at = (path: string) => `http://127.0.0.1:${(other.address() as AddressInfo).port}${path}`;

  it('calls what is granted', async () => {
    expect((await scenario('outbound', at('/'))).value).toEqual([200, 'hello']);
  });

  it('names the line for what is not', async () => {
    expect((await scenario('outbound', 'http://localhost:2/')).value).toMatchObject({
      kind: 'not-granted',
      message: expect.stringContaining('"http://localhost:2"'),
    });
  });

  it('calls another component where it is served, and only one that is granted', async () => {
    const call = async (url: string) => (await scenario('outbound', url)).value;
    expect(await call('http://other-one.spin.internal/')).toEqual([200, 'hello']);
    expect(await call('http://refused.spin.internal/')).toMatchObject({
      kind: 'not-granted',
      message: expect.stringContaining('"http://refused.spin.internal"'),
    });
    expect(await call('http://away.spin.internal/')).toMatchObject({
      kind: 'unreachable',
      message: expect.stringMatching(/Is "away" a component.*set SPIN_INTERNAL_AWAY to the URL/),
    });
  });

  it('gives up in time, and tells nobody there', async () => {
    expect((await scenario('outbound', at('/slow'), { timeout: 200 })).value).toMatchObject({
      ...{ kind: 'unreachable', message: expect.stringContaining('200 ms') },
    });
    expect((await scenario('outbound', 'http://127.0.0.1:1/')).value.kind).toBe('unreachable');
  });
});

describe('files', () => {
  it('reads what lies in assets/ and nothing outside', async () => {
    expect((await scenario('files', 'hello.txt')).value).toMatch(/^Hello from hello/);
    for (const path of [
      '../spin.toml',
      'a/../../spin.toml',
      '/',
      '',
      'none.txt',
      '..\\spin.toml',
    ]) {
      expect((await scenario('files', path)).value, path).toBeNull();
    }
  });

  it('serves them with their type', async () => {
    const answer = await fetch(`${served.url}/assets/hello.txt`);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await answer.text()).toMatch(/^Hello from hello/);
    expect((await fetch(`${served.url}/assets/%2e%2e%2fspin.toml`)).status).toBe(404);
    expect((await fetch(`${served.url}/assets/%zz`)).status).toBe(404);
    expect((await fetch(`${served.url}/assets/hello.txt`, { method: 'POST' })).status).toBe(404);
  });
});

it('is ready when everything is there', async () => {
  const answer = await fetch(`${served.url}/readyz/hello`);
  if (databaseKinds.every(mustRunOn)) {
    expect(await answer.json()).toEqual({ status: 'ready' });
    expect(answer.status).toBe(200);
  } else {
    expect(answer.status).toBe(503);
  }
});
