import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SampleRequest } from '../../src/smoke/samples/contract.ts';
import { send } from '../../src/smoke/send.ts';
import { sendSamples } from '../../src/smoke/smoke.ts';
import { readProject } from '../../templates/node/build.mjs';
import { serveComponent } from '../../templates/node/component-host.ts';
import { interfacesOf } from '../../templates/node/interfaces.mjs';
import { temporaryFolder } from '../support/files.ts';
import { componentizeByStock } from '../support/toolchain.ts';
import { packageRoot, runBin } from './support/cli.ts';
import { essence } from './support/essence.ts';
import { announceMissing, type Host, mustRun, wash, wasmtime } from './support/hosts.ts';

const projects: readonly (readonly [name: string, flags: readonly string[]])[] = [
  ['hello', []],
  ['orders', ['--from', join(packageRoot, 'examples', 'orders.openapi.yaml')]],
];

interface Built {
  readonly component: string;
  /** Made from the same bundle and WIT by componentize-js alone. */
  readonly stock: string;
  readonly requests: readonly SampleRequest[];
}

announceMissing();

const node: Host = { name: 'Node', program: process.execPath, serve: serveComponent };

describe.each(projects)('the component of %s', (name, flags) => {
  let built: Built;

  beforeAll(async () => {
    const folder = await temporaryFolder();
    const made = await runBin([name, ...flags, '--yes', '--json'], { cwd: folder });
    expect(made.status, made.stderr).toBe(0);
    const { component } = JSON.parse(made.stdout);
    const requests = await readFile(join(folder, name, 'test', 'requests.json'), 'utf8');
    const stock = await componentizeByStock(await readProject(join(folder, name)));
    built = { component: component.path, stock, requests: JSON.parse(requests) };
  });

  it('imports and exports what that of componentize-js does', async () => {
    const [ours, stock] = [await readFile(built.component), await readFile(built.stock)];
    expect(interfacesOf(ours)).toEqual(interfacesOf(stock));
  });

  for (const host of [node, wasmtime]) {
    it.skipIf(!mustRun(host))(
      `answers on ${host.name} as that of componentize-js does`,
      async () => {
        const ours = await host.serve(built.component);
        const stock = await host.serve(built.stock);
        try {
          expect(built.requests.length).toBeGreaterThan(0);
          for (const one of built.requests) {
            const what = `${one.method} ${one.path}`;
            const [mine, theirs] = [await send(ours.url, one), await send(stock.url, one)];
            expect(essence(mine, ours.url), what).toEqual(essence(theirs, stock.url));
          }
        } finally {
          await ours.close();
          await stock.close();
        }
      },
    );
  }

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
