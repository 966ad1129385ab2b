import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedComponent, serveComponent } from '../../templates/node/component-host.ts';
import { type Grants, readGrants } from '../../templates/node/hosts/grants.mjs';
import { buildCaller } from './support/needs-project.ts';

// A service that calls another one: what spin.toml lets through, and what its caller is told of the rest.
let outside: Server;
let elsewhere: Server;
let reached: number;
let project: string;
let grants: Grants;
let served: ServedComponent;

const origin = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const listening = (server: Server) =>
  new Promise<Server>((done) => server.listen(0, '127.0.0.1', () => done(server)));

const serve = (granted: Grants) =>
  serveComponent(join(project, 'dist', 'caller.wasm'), {
    hosts: [pathToFileURL(join(project, 'test', 'hosts', 'outbound.mjs'))],
    grants: granted,
  });

beforeAll(async () => {
  elsewhere = await listening(
    createServer((_, response) => {
      reached += 1;
      response.end('a secret');
    }),
  );
  outside = await listening(
    createServer(({ url }, response) => {
      if (url === '/hello') response.end('größe 🫖');
      else if (url === '/large') response.end('x'.repeat(1_000_000));
      else if (url === '/broken') response.writeHead(503).end('try later');
      else if (url === '/away') response.writeHead(302, { location: origin(elsewhere) }).end();
      else if (url === '/cut') response.destroy();
      // `/slow` gets no answer.
    }),
  );
  reached = 0;
  project = await buildCaller(origin(outside));
  grants = await readGrants(join(project, 'spin.toml'), 'caller', {});
  served = await serve(grants);
});

afterAll(async () => {
  await served?.close();
  for (const server of [outside, elsewhere]) {
    server?.closeAllConnections();
    server?.close();
  }
});

async function call(url: string, component = served) {
  const answer = await fetch(`${component.url}/greetings/${encodeURIComponent(url)}`);
  expect(answer.status, component.output()).toBe(200);
  return answer.json();
}

describe('a granted server', () => {
  it('answers, whatever its status', async () => {
    expect(grants.allowedOutboundHosts).toEqual([origin(outside)]);
    const hello = `${origin(outside)}/hello`;
    expect(await call(hello)).toEqual({ message: '200 größe 🫖', name: hello });
    expect(await call(`${origin(outside)}/broken`)).toMatchObject({ message: '503 try later' });
  });

  it('answers with a megabyte', async () => {
    const { message } = (await call(`${origin(outside)}/large`)) as { message: string };
    expect(message.length).toBe(1_000_004);
  });

  it('that sends on to another one does not open it', async () => {
    expect(await call(`${origin(outside)}/away`)).toMatchObject({ message: '302 ' });
    expect(reached).toBe(0);
  });

  it('that gives no answer is given up in time', async () => {
    const start = performance.now();
    expect(await call(`${origin(outside)}/slow`)).toEqual({
      name: 'unreachable',
      message: `${origin(outside)} gave no answer within 500 ms.`,
    });
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('that hangs up is unreachable', async () => {
    expect(await call(`${origin(outside)}/cut`)).toMatchObject({ name: 'unreachable' });
  });
});

describe('a server that is not granted', () => {
  it('is never reached, and named with the line that would grant it', async () => {
    expect(await call(`${origin(elsewhere)}/x`)).toEqual({
      name: 'not-granted',
      message: `${origin(elsewhere)} is not granted. Add to [component.caller] in spin.toml: allowed_outbound_hosts = ["${origin(outside)}", "${origin(elsewhere)}"]`,
    });
    expect(reached).toBe(0);
  });

  it('is unreachable when only spin.toml has forgotten it', async () => {
    const bare = await serve({ ...grants, allowedOutboundHosts: [] });
    try {
      const hello = `${origin(outside)}/hello`;
      expect(await call(hello, bare)).toMatchObject({ name: 'unreachable' });
    } finally {
      await bare.close();
    }
  });

  it('is unreachable for a component that no host module lets out', async () => {
    const alone = await serveComponent(join(project, 'dist', 'caller.wasm'));
    try {
      const hello = `${origin(outside)}/hello`;
      expect(await call(hello, alone)).toMatchObject({ name: 'unreachable' });
    } finally {
      await alone.close();
    }
  });
});
