import { existsSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/command-line/command-line.ts';
import { Run } from '../../src/run/run.ts';
import { type Services, services } from '../../src/run/services.ts';
import { filesIn, temporaryFolder } from '../support/files.ts';
import { memory } from './memory.ts';
import { planOf, stubServices } from './stub-services.ts';
import { testHost } from './test-host.ts';

const SERVICES = fileURLToPath(new URL('../fixtures/services', import.meta.url));
const FASTIFY = join(SERVICES, 'fastify-rates');
const FLASK = join(SERVICES, 'flask-invoices');
const STORE = join(SERVICES, 'monolith-store', 'openapi.yaml');

/** Runs every phase in `cwd`; resolves to the JSON result. */
async function run(cwd: string, words: readonly string[], change: Partial<Services> = {}) {
  const host = testHost(cwd);
  const stubs = stubServices(change);
  const phases = new Run(host, stubs);
  const all = [...words, '--yes', '--no-git', '--json'];
  const editor = memory();
  const error = await (async () => {
    await phases.start(() => readCommandLine(all, cwd), true);
    await phases.ask(undefined);
    await phases.understand();
    await phases.decide(editor);
    await phases.commit(editor);
    await phases.install();
    await phases.finish();
  })().catch((thrown) => thrown);
  const actions = (result: { files?: { path: string; action: string }[] }) =>
    Object.fromEntries((result.files ?? []).map(({ path, action }) => [path, action]));
  const result = JSON.parse(host.out());
  return { error, result, actions: actions(result), err: host.err(), calls: stubs.calls };
}

describe('a second run', () => {
  it('changes no byte, from the folder above and from the project', async () => {
    const cwd = await temporaryFolder();
    const words = ['orders', '--from', 'openapi.yaml', '--namespace', 'acme'];
    await run(cwd, words);
    const before = await filesIn(cwd);
    for (const [folder, again] of [
      [cwd, words],
      [cwd, ['orders']],
      [join(cwd, 'orders'), []],
      [join(cwd, 'orders'), ['orders']],
    ] as const) {
      const { result, actions } = await run(folder, again);
      expect(result.ok).toBe(true);
      expect(new Set(Object.values(actions))).toEqual(new Set(['identical']));
      expect(await filesIn(cwd)).toEqual(before);
    }
  });

  it('with another answer changes what follows from it, and removes what is gone', async () => {
    const cwd = await temporaryFolder();
    await run(cwd, ['orders']);
    const { actions } = await run(cwd, ['orders', '--language', 'js']);
    expect(actions).toEqual({
      'README.md': 'update',
      'src/orders.js': 'create',
      'src/generated/table.js': 'create',
      'wit/world.wit': 'identical',
      'src/orders.ts': 'remove',
      'src/generated/table.ts': 'remove',
      '.yo-rc.json': 'update',
    });
    expect(Object.keys(await filesIn(cwd)).filter((path) => path.endsWith('.ts'))).toEqual([]);
  });

  it('follows the document, but not in what somebody said', async () => {
    const cwd = await temporaryFolder();
    await run(cwd, ['orders', '--from', 'openapi.yaml', '--description', 'Mine.']);
    const { readApi } = stubServices();
    const newer = { version: '3', description: 'Theirs.' };
    const { result } = await run(cwd, ['orders'], {
      readApi: async (path) => ({ ...(await readApi(path)), ...newer }),
    });
    const files = await filesIn(join(cwd, 'orders'));
    expect(files['src/generated/table.ts']).toBe('// 3.0.0\n');
    expect(files['README.md']).toContain('Mine.');
    expect(result.command).toBe(
      'npx generator-wasm-component orders --from openapi.yaml --description Mine. --yes',
    );
  });

  it('never takes the user’s code', async () => {
    const cwd = await temporaryFolder();
    await run(cwd, ['orders']);
    const code = join(cwd, 'orders', 'src', 'orders.ts');
    await appendFile(code, '// mine\n');
    const planProject: Services['planProject'] = async (model) =>
      planOf(model).map((file) => ({ ...file, content: `// v2\n${file.content}` }));
    const { actions, err } = await run(cwd, ['orders'], { planProject });
    expect(actions).toMatchObject({ 'src/orders.ts': 'keep', 'wit/world.wit': 'update' });
    expect(err).toContain('src/orders.ts stays as it is: yours: you edited it');
    expect(readFileSync(code, 'utf8')).toContain('// mine');
    // … nor the run after that: it still knows that the file was edited.
    const again = await run(cwd, ['orders'], { planProject });
    expect(again.actions).toMatchObject({ 'src/orders.ts': 'keep' });
    await run(cwd, ['orders', '--on-conflict', 'overwrite'], { planProject });
    expect(readFileSync(code, 'utf8')).not.toContain('// mine');
  });

  it('stops at generated code that was edited, and says which', async () => {
    const cwd = await temporaryFolder();
    await run(cwd, ['orders']);
    await appendFile(join(cwd, 'orders', 'wit', 'world.wit'), '// mine\n');
    const before = await filesIn(cwd);
    const { error, result, calls } = await run(cwd, ['orders']);
    expect(error).toMatchObject({ code: 2 });
    expect(result.error.message).toContain('wit/world.wit (generated, but you edited it)');
    expect(calls.proven).toEqual([]);
    expect(await filesIn(cwd)).toEqual(before);
    await run(cwd, ['orders', '--on-conflict', 'skip']);
    expect(await filesIn(cwd)).toEqual(before);
  });
});

describe('a destination that is not empty', () => {
  it('is refused file by file; other files are left alone', async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, 'orders'));
    await writeFile(join(cwd, 'orders', 'README.md'), 'mine');
    await writeFile(join(cwd, 'orders', 'notes.txt'), 'mine');
    const before = await filesIn(cwd);
    const { error, result } = await run(cwd, ['orders']);
    expect(error).toMatchObject({ code: 2 });
    expect(result.error.message).toContain('README.md (was there before)');
    expect(result.error.message).not.toContain('notes.txt');
    expect(await filesIn(cwd)).toEqual(before);
    const second = await run(cwd, ['orders', '--on-conflict', 'overwrite']);
    expect(second.actions).toMatchObject({ 'README.md': 'overwrite' });
    expect(readFileSync(join(cwd, 'orders', 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('keeps a file it never wrote when told to skip, and never claims it', async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, 'orders'));
    await writeFile(join(cwd, 'orders', 'README.md'), 'mine');
    await run(cwd, ['orders', '--on-conflict', 'skip']);
    const { files } = JSON.parse(readFileSync(join(cwd, 'orders', '.yo-rc.json'), 'utf8'))[
      'generator-wasm-component'
    ];
    expect(Object.keys(files)).not.toContain('README.md');
  });
});

describe('where it writes', () => {
  it.each([
    [['--out', 'deep/there'], 'deep/there/README.md'],
    [['shop', '--out', 'there'], 'there/README.md'],
    [['shop'], 'shop/README.md'],
    [['--out', '.'], 'README.md'],
  ])('%j', async (words, path) => {
    const cwd = await temporaryFolder();
    await run(cwd, words);
    expect(existsSync(join(cwd, path))).toBe(true);
  });

  it('another name in a project makes another project', async () => {
    const cwd = await temporaryFolder();
    await run(cwd, ['--out', '.']);
    const { result } = await run(cwd, ['shop']);
    expect(result.directory).toBe(join(cwd, 'shop'));
  });
});

describe('an app of several components', () => {
  const real = { readService: services.readService, readApi: services.readApi };
  const words = ['store', '--from', STORE];

  it('is written, checked and proven component by component', async () => {
    const cwd = await temporaryFolder();
    const { result, err, calls } = await run(
      cwd,
      [...words, '--components', 'orders,catalog'],
      real,
    );
    const folders = ['components/catalog', 'components/orders'];
    expect(result.components.map(({ folder }: { folder: string }) => folder)).toEqual(folders);
    expect(calls.proven).toEqual(folders.map((folder) => join(cwd, 'store', folder)));
    expect(calls.checked).toContain('deps/example-store-types-5.0.0/package.wit');
    expect(result.components[0]).toMatchObject({
      name: 'catalog',
      routes: ['/api/products/...'],
      api: { operations: 3 },
      smoke: { passed: 3 },
    });
    expect(result.component).toBeUndefined();
    expect(err).toContain('2 components, each built and called on its own');
    expect(result.command).toContain('--components orders,catalog');
    expect(existsSync(join(cwd, 'store', 'components', 'orders', 'wit', 'world.wit'))).toBe(true);
    const again = await run(cwd, ['store'], real);
    expect(new Set(Object.values(again.actions))).toEqual(new Set(['identical']));
  });

  it('is not made of what nobody proposes', async () => {
    const { error } = await run(await temporaryFolder(), [...words, '--components', 'order'], real);
    expect(error).toMatchObject({
      code: 2,
      message: expect.stringContaining('Did you mean orders?'),
    });
  });
});

describe('the published schema of the result', () => {
  const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true });
  for (const name of ['assessment.schema.json', 'result.schema.json']) {
    const file = new URL(`../../schemas/${name}`, import.meta.url);
    ajv.addSchema(JSON.parse(readFileSync(file, 'utf8')), name);
  }
  const validate = ajv.getSchema('result.schema.json') as ValidateFunction;

  it.each<[string, string[], Partial<Services>]>([
    ['a green run', ['orders'], {}],
    ['a run without a build', ['orders', '--no-build'], {}],
    ['a dry run', ['orders', '--dry-run'], {}],
    ['a bad document', ['--from', 'missing.yaml'], {}],
    ['a service that moves', ['--from', FASTIFY], {}],
    ['a verdict that ends the run', ['--from', FLASK, '--strict-fit'], {}],
    [
      'an app',
      ['--from', STORE, '--components', 'all'],
      { readService: services.readService, readApi: services.readApi },
    ],
    ['a bug', ['orders'], { planProject: () => Promise.reject(new TypeError('x')) }],
  ])('describes %s', async (_what, words, change) => {
    const { result } = await run(await temporaryFolder(), words, change);
    expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    [{}],
    [{ ok: true }],
    [{ ok: false, timings: {}, warnings: [] }],
    [{ ok: true, timings: {}, warnings: [], files: ['a'] }],
    [{ ok: true, timings: {}, warnings: [], surprise: 1 }],
  ])('refuses %j', (result) => {
    expect(validate(result)).toBe(false);
  });
});
