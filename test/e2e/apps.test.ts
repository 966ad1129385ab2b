import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sendSamples } from '../../src/smoke/smoke.ts';
import { temporaryFolder } from '../support/files.ts';
import { usesWasmTools, wasmToolsProblem } from '../support/wasm-tools.ts';
import { packageRoot, runBin } from './support/cli.ts';
import { announceMissing, mustRun, wasmtime } from './support/hosts.ts';

interface AppResult {
  readonly components: readonly {
    readonly name: string;
    readonly folder: string;
    readonly api: { readonly operations: number };
    readonly component: { readonly path: string; readonly imports: readonly string[] };
    readonly smoke: { readonly passed: number; readonly failed: number };
  }[];
}

const APPS: readonly (readonly [service: string, components: readonly string[], types: string])[] =
  [
    ['monolith-store', ['catalog', 'customers', 'orders', 'shipping'], 'acme-store-types'],
    ['fastify-library', ['catalog', 'members', 'lending'], 'acme-library-types'],
  ];

announceMissing();

describe.each(APPS)('%s as an app', (service, names, types) => {
  let project: string;
  let result: AppResult;

  beforeAll(async () => {
    const folder = await temporaryFolder();
    const from = join(packageRoot, 'test', 'fixtures', 'services', service);
    const flags = ['--components', 'all', '--namespace', 'acme', '--yes', '--json', '--no-git'];
    // Without the databases that its files show: wasmtime has no interface for them.
    const made = await runBin(['--from', from, '--needs=', ...flags], { cwd: folder });
    expect(made.status, made.stderr).toBe(0);
    const { directory, ...rest } = JSON.parse(made.stdout);
    project = directory;
    result = rest;
  });

  it('has each component built and called on its own, on Node', () => {
    expect(result.components.map(({ name }) => name)).toEqual(names);
    for (const { api, smoke, component } of result.components) {
      expect(smoke.failed).toBe(0);
      expect(smoke.passed).toBeGreaterThanOrEqual(api.operations);
      expect(component.imports.every((name) => /^wasi:.*@0\.2\.\d+$/u.test(name))).toBe(true);
    }
  });

  it.skipIf(!mustRun(wasmtime))('answers on wasmtime, each component alone', async () => {
    for (const { folder, component } of result.components) {
      const requests = JSON.parse(
        await readFile(join(project, folder, 'test', 'requests.json'), 'utf8'),
      );
      const served = await wasmtime.serve(component.path);
      try {
        const results = await sendSamples(served.url, requests, { types: {}, routes: [] });
        expect(results.length).toBeGreaterThan(0);
        expect(results.filter(({ ok }) => !ok)).toEqual([]);
      } finally {
        await served.close();
      }
    }
  });

  it.skipIf(!usesWasmTools)('has WIT packages that resolve together', async () => {
    // Every world as a package of one folder, every dependency once, and a world that takes all their interfaces.
    const together = join(await temporaryFolder(), 'wit');
    const interfaces: string[] = [];
    for (const { folder, name } of result.components) {
      const wit = join(project, folder, 'wit');
      expect(await wasmToolsProblem(wit)).toBeUndefined();
      const world = await readFile(join(wit, 'world.wit'), 'utf8');
      const version = new RegExp(`^package acme:${name}@(.*);$`, 'mu').exec(world)?.[1];
      for (const [, label] of world.matchAll(/^interface (\S+) \{$/gmu)) {
        interfaces.push(`acme:${name}/${label}@${version}`);
      }
      await cp(join(wit, 'deps'), join(together, 'deps'), { recursive: true });
      await mkdir(join(together, 'deps', name));
      await cp(join(wit, 'world.wit'), join(together, 'deps', name, 'world.wit'));
    }
    const imports = interfaces.map((name) => `  import ${name};\n`).join('');
    await writeFile(join(together, 'all.wit'), `package test:all;\n\nworld all {\n${imports}}\n`);
    expect(await wasmToolsProblem(together)).toBeUndefined();
    expect(interfaces.length).toBeGreaterThan(names.length);
    const packages = await readdir(join(together, 'deps'));
    expect(packages.filter((name) => name.startsWith(`${types}-`))).toHaveLength(1);
  });
});

it('gives the components of an app the database that the service reads, and proves them on Node', async () => {
  const folder = await temporaryFolder();
  const from = join(packageRoot, 'test', 'fixtures', 'services', 'monolith-store');
  const flags = ['--components', 'catalog,orders', '--yes', '--json', '--no-git'];
  const made = await runBin(['--from', from, ...flags], { cwd: folder });
  expect(made.status, made.stderr).toBe(0);
  const { components }: AppResult = JSON.parse(made.stdout);
  for (const { smoke, component } of components) {
    expect(smoke.failed).toBe(0);
    expect(component.imports).toContain('fermyon:spin/mysql@2.0.0');
  }
});
