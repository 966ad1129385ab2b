import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SampleRequest } from '../../src/smoke/samples/contract.ts';
import { send } from '../../src/smoke/send.ts';
import { type ServedComponent, serveComponent } from '../../templates/node/component-host.ts';
import { buildOnce, fixtureProject } from '../support/toolchain.ts';
import { essence } from './support/essence.ts';
import {
  announceMissing,
  type Host,
  mustRun,
  type Served,
  wash,
  wasmtime,
} from './support/hosts.ts';

// test/component-host stands for real hosts in every emitted project: here it is held against them.
announceMissing();

const sample = (
  method: string,
  path: string,
  more: Partial<SampleRequest> = {},
): SampleRequest => ({
  ...{ check: 'same answer', method, path, headers: {}, expected: [] },
  ...more,
});

const samples = [
  sample('GET', '/count'),
  sample('GET', '/empty'),
  sample('GET', '/same'),
  sample('GET', '/large'),
  sample('HEAD', '/large'),
  sample('HEAD', '/nowhere'),
  sample('GET', '/cookies'),
  sample('GET', '/order'),
  sample('POST', '/order', { body: '{"id":1}', headers: { 'content-type': 'application/json' } }),
  sample('POST', '/echo', { bodyLength: 1_200_000, headers: { 'content-type': 'text/plain' } }),
  sample('POST', '/echo', { bodyBase64: 'AP/+gA==', headers: { 'content-type': 'image/x' } }),
  sample('DELETE', '/request?a=%20&b'),
  sample('PATCH', '/request', { body: 'abc', headers: { 'X-Upper': 'Value' } }),
];

let local: ServedComponent;
let wasm: string;

beforeAll(async () => {
  const { project } = await buildOnce(await fixtureProject());
  wasm = project.component;
  local = await serveComponent(wasm);
});

afterAll(() => local?.close());

describe.each([wasmtime, wash])('$name', (host: Host) => {
  let served: Served;

  beforeAll(async () => {
    if (mustRun(host)) served = await host.serve(wasm);
  });

  afterAll(() => served?.close());

  it.skipIf(!mustRun(host)).each(samples)('answers $method $path as we do', async (one) => {
    const theirs = await send(served.url, one);
    const ours = await send(local.url, one);
    expect(essence(ours, local.url)).toEqual(essence(theirs, served.url));
  });
});
