import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { proveProject } from '../../src/build/prove.ts';
import { planProject } from '../../src/project/plan.ts';
import type { ServiceModel } from '../../src/service/model.ts';
import type { Progress } from '../../src/terminal/progress.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { starterModel } from '../support/models.ts';

/** Progress that remembers the steps it saw. */
function recorder(): Progress & { readonly steps: string[] } {
  const steps: string[] = [];
  return {
    steps,
    async step(key, _label, work) {
      steps.push(key);
      return await work();
    },
    note: () => undefined,
    clear: () => undefined,
    warn: () => undefined,
    timings: {},
    warnings: [],
  };
}

async function written(model: ServiceModel, changes: Readonly<Record<string, string>> = {}) {
  const directory = join(await temporaryFolder(), model.name);
  const files = (await planProject(model)).map(({ path, content }) => [path, content] as const);
  await writeFiles(directory, new Map([...files, ...Object.entries(changes)]));
  return directory;
}

afterEach(() => vi.unstubAllEnvs());

it('proves the starter as it is written', async () => {
  const model = starterModel();
  const directory = await written(model);
  const temporary = await temporaryFolder();
  vi.stubEnv('TMPDIR', temporary);
  const progress = recorder();
  const { component, smoke } = await proveProject(model, directory, progress);

  expect(progress.steps).toEqual([
    'typecheck',
    'bundle',
    'componentize',
    'audit',
    'transpile',
    'smoke',
  ]);
  expect(component.component).toBe(join(directory, 'dist', 'hello.wasm'));
  expect(component.exports).toContain('wasi:http/incoming-handler@0.2.10');
  expect(smoke.failed).toBe(0);
  expect(smoke.requests.map(({ status }) => status)).toEqual(
    expect.arrayContaining([200, 404, 405]),
  );
  expect(smoke.calls.length).toBe(model.typed.table.routes.length);
  expect(await readdir(temporary)).toEqual([]);
}, 180_000);

it('stops when a step fails, the project kept', async () => {
  const model = starterModel();
  const wrong =
    "import type { Service } from './generated/service.ts';\n\nexport const service: Service = {};\n";
  const directory = await written(model, { 'src/hello.ts': wrong });
  const progress = recorder();
  await expect(proveProject(model, directory, progress)).rejects.toMatchObject({
    name: 'Failure',
    code: 1,
    where: 'src/hello.ts:3:14',
  });
  expect(progress.steps).toEqual(['typecheck', 'bundle', 'componentize', 'audit']);
  expect(existsSync(join(directory, 'src', 'hello.ts'))).toBe(true);
});

it('shows the answers that are wrong and what the component printed', async () => {
  const model = starterModel();
  const broken = `import type { Service } from './generated/service.ts';

const fail = (): never => {
  throw new Error('the database is gone');
};

export const service = new Proxy({}, { get: () => fail }) as Service;
`;
  const directory = await written(model, { 'src/hello.ts': broken });
  const progress = recorder();
  const error = await proveProject(model, directory, progress).catch((thrown) => thrown);
  expect(error).toMatchObject({ name: 'Failure', code: 1 });
  expect(error.message).toMatch(
    /^\d+ of \d+ calls went wrong:\n {2}GET \/.* \(operation\): answered 500/,
  );
  expect(error.message).toContain('the database is gone');
  expect(progress.steps.at(-1)).toBe('smoke');
}, 180_000);
