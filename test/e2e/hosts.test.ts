import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SampleRequest } from '../../src/smoke/samples/contract.ts';
import { sendSamples } from '../../src/smoke/smoke.ts';
import { temporaryFolder } from '../support/files.ts';
import { packageRoot, runBin } from './support/cli.ts';
import { announceMissing, mustRun, wash, wasmtime } from './support/hosts.ts';

const projects: readonly (readonly [name: string, flags: readonly string[]])[] = [
  ['hello', []],
  ['orders', ['--from', join(packageRoot, 'examples', 'orders.openapi.yaml')]],
];

interface Built {
  readonly component: string;
  readonly requests: readonly SampleRequest[];
}

announceMissing();

describe.each(projects)('the component of %s', (name, flags) => {
  let built: Built;

  beforeAll(async () => {
    if (![wasmtime, wash].some(mustRun)) return;
    const folder = await temporaryFolder();
    const made = await runBin([name, ...flags, '--yes', '--json'], { cwd: folder });
    expect(made.status, made.stderr).toBe(0);
    const { component } = JSON.parse(made.stdout);
    const requests = await readFile(join(folder, name, 'test', 'requests.json'), 'utf8');
    built = { component: component.path, requests: JSON.parse(requests) };
  });

  for (const host of [wasmtime, wash]) {
    it.skipIf(!mustRun(host))(`answers on ${host.name} as in the smoke test`, async () => {
      const served = await host.serve(built.component);
      try {
        const results = await sendSamples(served.url, built.requests, { types: {}, routes: [] });
        expect(results.length).toBeGreaterThan(0);
        expect(results.filter(({ ok }) => !ok)).toEqual([]);
      } finally {
        await served.close();
      }
    });
  }
});
