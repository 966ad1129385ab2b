import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { NEEDS } from '../../scripts/prove-needs.mjs';
import { needs } from '../../src/needs/index.ts';
import { planProject } from '../../src/project/plan.ts';
import { checkSpinManifest } from '../../src/spin/check/check.ts';
import { biomeReport } from '../support/biome.ts';
import { javascriptBuilt, sources, typecheck, writeProjects } from '../support/emitted.ts';
import { writeFiles } from '../support/files.ts';
import { modelWith } from './support.ts';

const everything = {
  needs: needs.filter(({ asked }) => asked === 'choice').map(({ name }) => name),
  outbound: ['https://api.example.com', 'http://a.internal:8080', 'https://b.internal:8443'],
  keyValueStores: ['default', 'cache'],
  sqliteDatabases: ['orders', 'order-archive'],
  variables: ['log_level=info', 'a_name_that_is_long=1', 'another_name_that_is_long=2'],
  secrets: ['api_key'],
};
const projects = {
  ts: modelWith(everything),
  kv: modelWith({ needs: ['kv'] }),
  trigger: modelWith({ needs: ['redis-trigger'] }),
  ...(javascriptBuilt && { js: modelWith(everything, { language: 'js' }) }),
};

describe.each(Object.entries(projects))('a project with needs: %s', (name, model) => {
  it('passes its own strict type check', async () => {
    const folder = await writeProjects({ [name]: await planProject(model) });
    expect(await typecheck(join(folder, name))).toBe('');
  });

  it('is formatted, and lint finds nothing', async () => {
    expect(await biomeReport(sources(name, await planProject(model)))).toBe('');
  });

  it('has a manifest that Spin takes, without a warning', async () => {
    const files = await planProject(model);
    const textOf = (file: string) => files.find(({ path }) => path === file)?.content;
    const runtimeConfig = textOf('runtime-config.toml');
    expect(
      checkSpinManifest(textOf('spin.toml') ?? '', {
        name: 'spin.toml',
        ...(runtimeConfig !== undefined && { runtimeConfig }),
      }),
    ).toEqual([]);
  });
});

it('lets functions that use a wrapper be tested in plain Node', async () => {
  const model = modelWith({ needs: ['kv', 'sqlite', 'files', 'wasi-config'] });
  const folder = await writeProjects({ hello: await planProject(model) });
  const project = join(folder, 'hello');
  await writeFiles(project, {
    'test/mine.test.ts': `import { expect, it } from 'vitest';
import { files } from '../src/host/files.ts';
import { kv } from '../src/host/kv.ts';
import { db } from '../src/host/sqlite.ts';
import { wasiConfig } from '../src/host/wasi-config.ts';

it('answers', () => {
  kv.setJson('a', [1]);
  expect(kv.getJson('a')).toEqual([1]);
  expect(db.query\`select \${'x'} as it\`).toEqual([{ it: 'x' }]);
  expect(files.readText('hello.txt')).toMatch(/Hello/);
  expect(wasiConfig.get('greeting')).toBe('Hello');
});
`,
  });
  expect(await vitestOutput(project, 'test/mine.test.ts')).toMatch(/Tests {2}1 passed/);
}, 60_000);

describe('the unit tests of a starter', { timeout: 60_000 }, () => {
  const output = async (need: string, more: Parameters<typeof modelWith>[1] = {}) => {
    const model = modelWith({ needs: [need] }, more);
    const folder = await writeProjects({ hello: await planProject(model) });
    const project = join(folder, 'hello');
    return vitestOutput(project, `test/hello.test.${model.language}`, {
      SPIN_VARIABLE_POSTGRES_PORT: '1',
    });
  };

  it('count in a store that is there', async () => {
    expect(await output('sqlite')).toMatch(/Tests {2}4 passed/);
    if (javascriptBuilt)
      expect(await output('kv', { language: 'js' })).toMatch(/Tests {2}4 passed/);
  });

  it('are skipped, and say why, where the server is away', async () => {
    const text = await output('postgres');
    expect(text).toMatch(/Tests {2}1 passed \| 3 skipped/);
    expect(text).toMatch(/Skipped: Postgres: connection-failed/);
  });
});

function vitestOutput(project: string, file: string, variables = {}): Promise<string> {
  const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
  const env = { ...process.env, ...variables, NO_COLOR: '1' };
  return new Promise((resolve) => {
    const args = [vitest, 'run', file];
    execFile(process.execPath, args, { cwd: project, env }, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}

it('the matrix knows every need', () => {
  expect([...NEEDS].sort()).toEqual(needs.map(({ name }) => name).sort());
});
