import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceTable } from '../../src/runtime/table.ts';
import { callExports } from '../../src/smoke/calls.ts';
import type { SampleRequest } from '../../src/smoke/samples/contract.ts';
import { sendSamples, smokeTest } from '../../src/smoke/smoke.ts';
import {
  ComponentFault,
  type ServedComponent,
  serveComponent,
} from '../../templates/node/component-host.ts';
import { buildOnce, fixtureProject } from '../support/toolchain.ts';

const route = { method: 'GET', path: '/', errors: [], ok: { kind: 'one', status: 200 } } as const;

const table: ServiceTable = {
  types: {},
  routes: [
    {
      ...route,
      id: 'getOrder',
      call: 'positional',
      params: [
        { js: 'id', in: 'path', name: 'id', type: 'string' },
        { js: 'quantity', in: 'query', name: 'quantity', type: 's64' },
      ],
    },
    { ...route, id: 'spin', call: 'positional', params: [] },
    { ...route, id: 'absent', call: 'positional', params: [] },
  ],
};

const sample = (method: string, path: string, ...expected: number[]): SampleRequest => ({
  ...{ check: 'test', method, path, headers: {}, expected },
});

describe('of a component', () => {
  let served: ServedComponent;

  beforeAll(async () => {
    const { project } = await buildOnce(await fixtureProject());
    served = await serveComponent(project.component, { timeout: 2000 });
  }, 180_000);

  afterAll(() => served?.close());

  it('counts what passed and names what failed', async () => {
    const result = await smokeTest(
      served,
      {
        requests: [
          sample('GET', '/empty', 204),
          sample('HEAD', '/count', 200),
          sample('GET', '/nowhere', 404),
          sample('GET', '/html', 400),
          sample('GET', '/count', 404),
        ],
        calls: [
          { door: 'orders', function: 'getOrder', arguments: { id: 'a', quantity: 1 } },
          { door: 'orders', function: 'getOrder', arguments: { id: 'gone', quantity: 1 } },
          { door: 'orders', function: 'getOrder', arguments: { id: 'trap', quantity: 1 } },
        ],
      },
      table,
    );
    expect({ passed: result.passed, failed: result.failed }).toEqual({ passed: 5, failed: 3 });
    expect(result.requests.map(({ status, ok }) => [status, ok])).toEqual([
      [204, true],
      [200, true],
      [404, true],
      [400, false],
      [200, false],
    ]);
    expect(result.requests[3]?.problem).toMatch(/text\/html instead of application\/problem\+json/);
    expect(result.requests[4]?.problem).toMatch(/^answered 200 instead of 404: \{"requests":1\}/);
    expect(result.calls.map(({ ok }) => ok)).toEqual([true, true, false]);
    expect(result.calls[2]?.problem).toMatch(/^trap: /);
  });

  it('ends in time when the guest does not', async () => {
    const [request] = await sendSamples(served.url, [sample('GET', '/loop', 200)], table);
    expect(request).toMatchObject({ ok: false, problem: expect.stringMatching(/^timeout: /) });
    const calls = await callExports(
      served,
      [
        { door: 'orders', function: 'spin', arguments: {} },
        { door: 'orders', function: 'absent', arguments: {} },
        { door: 'orders', function: 'getOrder', arguments: { id: 'a', quantity: 1 } },
      ],
      table,
    );
    expect(calls).toMatchObject([
      { function: 'orders.spin', ok: false, problem: expect.stringMatching(/^timeout: /) },
      { function: 'orders.absent', ok: false, problem: 'the component does not export it' },
      { function: 'orders.getOrder', ok: true },
    ]);
  }, 30_000);
});

describe('of a component, several requests together', () => {
  let served: ServedComponent;

  beforeAll(async () => {
    const { project } = await buildOnce(await fixtureProject());
    served = await serveComponent(project.component, { timeout: 2000, threads: 2 });
  }, 180_000);

  afterAll(() => served?.close());

  it('costs the request that does not end, and no other', async () => {
    const paths = ['/count', '/loop', ...Array.from({ length: 12 }, () => '/count'), '/nowhere'];
    const requests = paths.map((path) => sample('GET', path, 200));
    const { requests: results } = await smokeTest(served, { requests, calls: [] }, table);
    expect(results.map(({ path }) => path)).toEqual(paths);
    const wrong = results.filter(({ ok }) => !ok);
    expect(wrong).toMatchObject([
      { path: '/loop', problem: expect.stringMatching(/^timeout: /) },
      { path: '/nowhere', status: 404, problem: expect.stringMatching(/instead of 200/) },
    ]);
  }, 30_000);

  it('judges each call by itself: one that traps or loops takes nothing from the others', async () => {
    const ids = ['a', 'trap', 'b', 'gone', 'trap', 'c'];
    const calls = ids.map((id) => ({
      ...{ door: 'orders', function: 'getOrder', arguments: { id, quantity: 1 } },
    }));
    const loop = { door: 'orders', function: 'spin', arguments: {} };
    const results = await callExports(served, [...calls, loop, ...calls], table);
    const ok = ids.map((id) => id !== 'trap');
    expect(results.map((result) => result.ok)).toEqual([...ok, false, ...ok]);
    expect(results[6]).toMatchObject({ problem: expect.stringMatching(/^timeout: /) });
  }, 30_000);
});

describe('typed calls', () => {
  const calls = Array.from({ length: 5 }, () => ({
    ...{ door: 'orders', function: 'spin', arguments: {} },
  }));

  /** Serves instances whose function does what `answer` says of its count of calls. */
  function instances(answer: (calls: number) => void) {
    let made = 0;
    const instantiate = async () => {
      made += 1;
      let called = 0;
      const spin = async () => {
        called += 1;
        answer(called);
      };
      return { orders: { spin } };
    };
    return { served: { threads: 1, instantiate } as unknown as ServedComponent, made: () => made };
  }

  it('share an instance, so that memory does not grow with them', async () => {
    const { served, made } = instances(() => undefined);
    const results = await callExports(served, calls, table);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
    expect(made()).toBe(1);
  });

  it('that only calls before them broke are made again, on a fresh instance', async () => {
    const { served, made } = instances((called) => {
      if (called === 3) throw new ComponentFault('trap', 'unreachable');
    });
    const results = await callExports(served, calls, table);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
    expect(made()).toBe(3);
  });

  it('fail where a fresh instance fails too', async () => {
    const { served } = instances(() => {
      throw new ComponentFault('trap', 'unreachable');
    });
    const results = await callExports(served, calls, table);
    expect(results.map(({ problem }) => problem)).toEqual(calls.map(() => 'trap: unreachable'));
  });

  it('that find no end are not waited for twice', async () => {
    const { served, made } = instances((called) => {
      if (called === 2) throw new ComponentFault('timeout', 'no answer');
    });
    const results = await callExports(served, calls, table);
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true, false, true]);
    expect(made()).toBe(3);
  });

  it('pass on what is no fault of the component', async () => {
    const { served } = instances(() => {
      throw new RangeError('ours');
    });
    await expect(callExports(served, calls, table)).rejects.toThrow('ours');
  });
});

describe('of any server', () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((incoming, outgoing) => {
      if (incoming.url === '/hang-up') incoming.socket.destroy();
      else incoming.resume().on('end', () => outgoing.end(incoming.headers['content-length']));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => server.close());

  it('a broken connection is a failed request, not a failed run', async () => {
    const results = await sendSamples(
      url,
      [sample('GET', '/hang-up', 200), sample('GET', '/', 200)],
      table,
    );
    expect(results).toMatchObject([
      { status: 0, ok: false, problem: expect.stringMatching(/\S/) },
      { status: 200, ok: true },
    ]);
  });
});
