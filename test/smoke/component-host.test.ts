import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ComponentError,
  ComponentFault,
  type ServedComponent,
  serveComponent,
} from '../../templates/node/component-host.ts';
import { buildOnce, fixtureProject } from '../support/toolchain.ts';

interface Doors {
  orders: {
    getOrder(id: string, quantity: bigint): { id: string; quantity: bigint; picture: Uint8Array };
    spin(): number;
  };
}

let wasm: string;
let served: ServedComponent;

beforeAll(async () => {
  const { project } = await buildOnce(await fixtureProject());
  wasm = project.component;
  served = await serveComponent(wasm, { timeout: 3000 });
}, 180_000);

afterAll(() => served?.close());

const get = (path: string, init?: RequestInit) => fetch(served.url + path, init);

describe('requests', () => {
  it('reach a fresh instance each', async () => {
    expect(await (await get('/count')).json()).toEqual({ requests: 1 });
    expect(await (await get('/count')).json()).toEqual({ requests: 1 });
  });

  it('arrive whole: method, query, authority, headers of any case and byte', async () => {
    const seen = await new Promise<string>((resolve, reject) => {
      const outgoing = request(
        `${served.url}/request?a=1&b=%20`,
        { method: 'PATCH', headers: { 'X-Mixed-Case': 'caf\u00e9', host: 'example.org:8080' } },
        (incoming) => {
          let text = '';
          incoming.setEncoding('utf8').on('data', (chunk) => {
            text += chunk;
          });
          incoming.on('end', () => resolve(text));
        },
      );
      outgoing.on('error', reject).end('12345');
    });
    const { method, url, headers, length } = JSON.parse(seen);
    expect({ method, url, length }).toEqual({
      method: 'PATCH',
      url: 'http://example.org:8080/request?a=1&b=%20',
      length: 5,
    });
    expect(Object.fromEntries(headers)['x-mixed-case']).toMatch(/^caf/);
    expect(Object.fromEntries(headers)).not.toHaveProperty('host');
  });

  it('that come together wait for one another', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => get('/echo', { method: 'POST', body: `${at}` })),
    );
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(texts).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
  });

  it('carry large and binary bodies both ways', async () => {
    const bytes = new Uint8Array(1_200_000).map((_, at) => at % 256);
    const answer = await get('/echo', { method: 'POST', body: bytes });
    expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), bytes)).toBe(0);
    expect((await (await get('/large')).text()).length).toBe(1_500_000);
  });
});

describe('responses', () => {
  it.each([
    ['/empty', 'GET', 204],
    ['/same', 'GET', 304],
    ['/large', 'HEAD', 200],
    ['/nowhere', 'HEAD', 404],
  ])('of %s to %s have no body', async (path, method, status) => {
    const answer = await get(path, { method });
    expect(answer.status).toBe(status);
    expect((await answer.arrayBuffer()).byteLength).toBe(0);
    expect((await get('/count')).status).toBe(200);
  });

  it('keep their headers, repeated ones too', async () => {
    const { headers } = await get('/cookies');
    expect(headers.get('x-mixed-case')).toBe('yes');
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it('with another length than they state are refused', async () => {
    const answer = await get('/wrong-length');
    expect(answer.status).toBe(500);
    expect(await answer.text()).toMatch(/content-length 4000 and sends 4 bytes/);
  });

  it('draw on real randomness', async () => {
    const draw = async () => JSON.parse(await (await get('/random')).text());
    const [one, other] = [await draw(), await draw()];
    expect(one.id).not.toBe(other.id);
    expect(one.number).not.toBe(other.number);
    expect(Math.abs(one.now - Date.now())).toBeLessThan(60_000);
  });
});

describe('a guest that', () => {
  it('hangs is stopped, and the next request is answered', async () => {
    const answer = await get('/loop');
    expect(answer.status).toBe(500);
    expect(answer.headers.get('component-fault')).toBe('timeout');
    expect(await answer.text()).toMatch(/no answer within 3000 ms/);
    expect((await get('/count')).status).toBe(200);
  }, 30_000);

  it.each(['/throw', '/reject'])(
    'fails at %s gets a 500 and shows why on its output',
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(500);
      expect(served.output()).toContain('outside the adapter');
      expect((await get('/count')).status).toBe(200);
    },
  );

  it('prints is heard', async () => {
    await get('/log');
    expect(served.output()).toContain('a line for stderr ✓\n');
  });
});

describe('typed exports', () => {
  it('take and give WIT values', async () => {
    const { orders } = await served.instantiate<Doors>();
    expect(await orders.getOrder('a', 21n)).toEqual({
      id: 'a',
      quantity: 42n,
      note: undefined,
      picture: new Uint8Array([0, 255]),
    });
  });

  it('reject with the error that the function threw', async () => {
    const { orders } = await served.instantiate<Doors>();
    const error = await orders.getOrder('gone', 1n).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ComponentError);
    expect(error.payload).toEqual({ tag: 'not-found', val: 'No order gone' });
  });

  it('reject with a fault when the instance traps, and when it had trapped before', async () => {
    const { orders } = await served.instantiate<Doors>();
    await expect(orders.getOrder('trap', 1n)).rejects.toBeInstanceOf(ComponentFault);
    await expect(orders.getOrder('a', 1n)).rejects.toBeInstanceOf(ComponentFault);
    const another = await served.instantiate<Doors>();
    expect(await another.orders.getOrder('a', 1n)).toMatchObject({ id: 'a' });
  });

  it('end with their thread when one of them hangs', async () => {
    const { orders } = await served.instantiate<Doors>();
    await expect(orders.spin()).rejects.toMatchObject({ kind: 'timeout' });
    await expect(orders.getOrder('a', 1n)).rejects.toThrow(/instance is gone/);
  }, 30_000);
});

describe('a single call', () => {
  const call = (id: string) => served.call({ door: 'orders', name: 'getOrder', values: [id, 21n] });

  it('has a fresh instance, and takes nothing from the next', async () => {
    expect(await call('a')).toMatchObject({ id: 'a', quantity: 42n });
    await expect(call('trap')).rejects.toBeInstanceOf(ComponentFault);
    await expect(call('gone')).rejects.toMatchObject({ payload: { tag: 'not-found' } });
    expect(await call('b')).toMatchObject({ id: 'b' });
  });

  it('of what is not exported is a fault that names it', async () => {
    const absent = served.call({ door: 'orders', name: 'absent', values: [] });
    await expect(absent).rejects.toThrow(/does not export orders\.absent/);
    await expect(absent).rejects.toBeInstanceOf(ComponentFault);
  });
});

it('answers in several threads: one that hangs holds up its own requests alone', async () => {
  const host = await serveComponent(wasm, { timeout: 3000, threads: 2 });
  try {
    let hangs = true;
    const hanging = fetch(`${host.url}/loop`).then((answer) => {
      hangs = false;
      return answer.headers.get('component-fault');
    });
    for (let count = 0; count < 5; count += 1) {
      expect(await (await fetch(`${host.url}/count`)).json()).toEqual({ requests: 1 });
    }
    expect(hangs).toBe(true);
    expect(await hanging).toBe('timeout');
    await fetch(`${host.url}/log`);
    expect(host.output()).toContain('a line for stderr ✓\n');
  } finally {
    await host.close();
  }
}, 60_000);

it('takes a component from memory, and refuses what is none', async () => {
  const host = await serveComponent(await readFile(wasm));
  expect((await fetch(`${host.url}/count`)).status).toBe(200);
  const { orders } = await host.instantiate<Doors>();
  await host.close();
  await expect(orders.getOrder('a', 1n)).rejects.toThrow(/is closed/);
  await expect(fetch(`${host.url}/count`)).rejects.toThrow();
  await expect(serveComponent(new Uint8Array([0, 1, 2, 3]))).rejects.toBeInstanceOf(ComponentFault);
}, 60_000);
