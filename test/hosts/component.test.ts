import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wasiDependencies } from '../../src/wit/check/dependencies.ts';
import { type ServedComponent, serveComponent } from '../../templates/node/component-host.ts';
import type { Grants } from '../../templates/node/hosts/grants.mjs';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { buildOnce } from '../support/toolchain.ts';

// The host modules as a component meets them, through jco's glue: test/fixtures/host-probe calls what it is told to.
let wasm: string;
let served: ServedComponent;

const hostModule = (name: string) =>
  new URL(`../../templates/node/hosts/${name}.mjs`, import.meta.url);

const grants: Grants = {
  component: 'probe',
  keyValueStores: ['default'],
  sqliteDatabases: ['default'],
  allowedOutboundHosts: [],
  variables: { greeting: 'grüß dich' },
  files: [],
};

const bytes = (text: string) => ({ bytes: Buffer.from(text).toString('base64') });

async function call(...steps: readonly (readonly unknown[])[]): Promise<unknown[]> {
  const answer = await fetch(served.url, { method: 'POST', body: JSON.stringify(steps) });
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  return JSON.parse(text);
}

beforeAll(async () => {
  const folder = await temporaryFolder();
  const fixture = fileURLToPath(new URL('../fixtures/host-probe', import.meta.url));
  await cp(fixture, folder, { recursive: true });
  await writeFiles(join(folder, 'wit'), await wasiDependencies());
  wasm = (await buildOnce(folder)).project.component;
  served = await serveComponent(wasm, {
    hosts: ['key-value', 'variables'].map(hostModule),
    grants,
  });
}, 180_000);

afterAll(() => served?.close());

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

it('refuses a store without a grant', async () => {
  expect(await call(['Store.open', 'other'])).toEqual([{ error: { tag: 'access-denied' } }]);
});

it('gives variables, and says why not', async () => {
  expect(
    await call(['variable', 'greeting'], ['variable', 'password'], ['variable', 'Greeting']),
  ).toEqual([
    { value: 'grüß dich' },
    { error: { tag: 'undefined', val: 'no variable for "probe"."password"' } },
    {
      error: { tag: 'invalid-name', val: expect.stringMatching(/^"Greeting": invalid character/) },
    },
  ]);
});
