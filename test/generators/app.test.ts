import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import helpers from 'yeoman-test';
import WasmComponent from '../../generators/app/index.ts';
import { packageRoot } from '../../src/project/package-root.ts';
import type { Services } from '../../src/run/services.ts';
import { proofFailed } from '../../src/terminal/failure.ts';
import { stubServices } from '../run/stub-services.ts';
import { testHost } from '../run/test-host.ts';

interface Setup {
  readonly options?: Record<string, unknown>;
  /** Answers of the prompts; without them, `--yes`. */
  readonly prompts?: Record<string, unknown>;
  readonly services?: Partial<Services>;
  /** Files in the working directory. */
  readonly files?: Record<string, string>;
}

/** Runs the generator in a temporary folder. */
async function run(setup: Setup = {}) {
  const host = testHost();
  const services = stubServices(setup.services);
  const asked: string[] = [];
  const context = helpers
    .run(WasmComponent as never, {
      resolved: join(packageRoot(), 'generators', 'app', 'index.ts'),
      namespace: 'wasm-component:app',
    })
    .withOptions({
      ...setup.options,
      yes: setup.prompts === undefined,
      noGit: true,
      host,
      services,
    } as object)
    .withAnswers(setup.prompts ?? {}, {
      callback(answer, { question }) {
        asked.push(question.name);
        return answer;
      },
    })
    .onTargetDirectory(async (folder) => {
      for (const [path, content] of Object.entries(setup.files ?? {})) {
        await mkdir(join(folder, path, '..'), { recursive: true });
        await writeFile(join(folder, path), content);
      }
    });
  const outcome = await context.run().then(
    (result) => ({ result, error: undefined }),
    (error: Error & { code?: number }) => ({ result: undefined, error }),
  );
  const folder = context.targetDirectory ?? '';
  return { ...outcome, folder, asked, calls: services.calls, out: host.out(), err: host.err() };
}

describe('the generator', () => {
  it('writes the project of the starter below the working directory', async () => {
    const { result, calls, folder } = await run();
    expect(result?.getStateSnapshot()).toMatchSnapshot();
    expect(calls.checked).toEqual(['world.wit']);
    expect(calls.proven).toEqual([join(folder, 'hello')]);
  });

  it('takes defaults from the document', async () => {
    const { folder } = await run({ options: { from: 'openapi.yaml' } });
    const readme = await readFile(join(folder, 'orders', 'README.md'), 'utf8');
    expect(readme).toBe(
      '# orders\n\nTakes orders.\n\nnpx generator-wasm-component orders --from openapi.yaml --yes\n',
    );
    const stored = JSON.parse(await readFile(join(folder, 'orders', '.yo-rc.json'), 'utf8'));
    expect(stored['generator-wasm-component'].answers).toEqual({
      origin: 'nothing',
      interface: 'openapi',
      from: '../openapi.yaml',
      name: 'orders',
      language: 'ts',
      namespace: 'example',
      stubs: 'none',
      packageManager: expect.any(String),
      // Given: by this test, and by yeoman-test.
      git: false,
      install: false,
    });
  });

  it('asks a handful of questions', async () => {
    const prompts = { origin: 'go', interface: 'openapi', from: 'api.yaml', name: 'shop' };
    const { asked, folder } = await run({ prompts });
    expect(asked).toEqual([
      'origin',
      'interface',
      'from',
      'name',
      'language',
      'needs',
      'outbound',
      'details',
    ]);
    expect(existsSync(join(folder, 'shop', 'src', 'shop.ts'))).toBe(true);
  });

  // yeoman-test itself passes skipInstall.
  it('asks for the details when the user wants to change one, and only what is not given', async () => {
    const { asked } = await run({
      options: { namespace: 'ignored: the environment sets it', answers: { namespace: 'acme' } },
      prompts: { interface: 'none', name: 'shop', details: true, basePath: '/v1' },
    });
    expect(asked).toEqual([
      ...['origin', 'interface', 'name', 'language', 'needs', 'outbound', 'details'],
      ...['description', 'version', 'basePath', 'variables', 'secrets', 'packageManager'],
    ]);
  });

  it('asks nothing about an interface that a flag names', async () => {
    const { asked } = await run({ options: { from: 'a.yaml' }, prompts: {} });
    expect(asked).toEqual(['origin', 'name', 'language', 'needs', 'outbound', 'details']);
  });

  it('refuses a wrong answer of a prompt that a host did not validate', async () => {
    const { error, err } = await run({ prompts: { interface: 'none', name: 'My Shop' } });
    expect(error).toMatchObject({ code: 2, message: expect.stringContaining('Try my-shop.') });
    expect(err).not.toContain('Write');
  });
});

describe('--json', () => {
  it('prints one object and nothing else on stdout', async () => {
    const { out, folder } = await run({ options: { json: true } });
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      name: 'hello',
      directory: join(folder, 'hello'),
      files: [
        { path: 'README.md', action: 'create' },
        { path: 'src/hello.ts', action: 'create' },
        { path: 'src/generated/table.ts', action: 'create' },
        { path: 'wit/world.wit', action: 'create' },
        { path: '.yo-rc.json', action: 'create' },
      ],
      api: { operations: 1, emitted: 1, notes: [] },
      component: { path: '/x/dist/orders.wasm', bytes: 1048576 },
      smoke: { passed: 3, failed: 0 },
      timings: { write: expect.any(Number), bundle: expect.any(Number), total: expect.any(Number) },
      warnings: [],
      command: 'npx generator-wasm-component hello --yes',
    });
  });

  it('tells a failure too, with what is known', async () => {
    const smoke = { requests: [], calls: [], passed: 1, failed: 1 };
    const services = {
      proveProject: async () => {
        throw proofFailed('1 of 2 calls went wrong', {
          where: 'GET /',
          hint: 'Look.',
          cause: smoke,
        });
      },
    };
    const { out, error, folder } = await run({ options: { json: true }, services });
    expect(error).toMatchObject({ code: 1 });
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      name: 'hello',
      smoke,
      error: { code: 1, message: '1 of 2 calls went wrong', where: 'GET /', hint: 'Look.' },
    });
    expect(existsSync(join(folder, 'hello', 'README.md'))).toBe(true);
  });

  it('tells a wrong flag', async () => {
    const { out, error } = await run({ options: { json: true, language: 'typescript' } });
    expect(error).toMatchObject({ code: 2, message: expect.stringContaining('--language') });
    expect(JSON.parse(out)).toMatchObject({ ok: false, error: { code: 2, where: '--language' } });
  });
});

describe('nothing is written', () => {
  it.each([
    ['the document is missing', { options: { from: 'missing.yaml' } }, 2],
    ['an answer is missing', { options: { interface: 'openapi' } }, 2],
    ['the WIT is wrong', { services: { checkWit: () => Promise.reject(new Error('bad WIT')) } }, 1],
    ['it is a dry run', { options: { dryRun: true } }, undefined],
  ] satisfies [string, Setup, number | undefined][])('when %s', async (_what, setup, code) => {
    const { error, folder, calls } = await run(setup);
    expect(error?.code).toBe(code);
    expect(existsSync(join(folder, 'hello'))).toBe(false);
    expect(calls.proven).toEqual([]);
  });

  it('and the dry run says what would be', async () => {
    const { err, out } = await run({ options: { dryRun: true, json: true } });
    expect(err).toContain('Nothing was written. A run would write to hello: 5 created.');
    expect(err).toMatch(/create +wit\/world.wit +stub of wit\/world.wit/);
    expect(JSON.parse(out)).toMatchObject({ ok: true, dryRun: true, files: { length: 5 } });
  });
});

describe('without a build', () => {
  it('nothing is proven', async () => {
    const { calls, out, err } = await run({ options: { noBuild: true, json: true } });
    expect(calls.proven).toEqual([]);
    expect(JSON.parse(out)).not.toHaveProperty('component');
    expect(err).toContain('nothing was built or proven');
  });
});
