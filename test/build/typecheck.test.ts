import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { typecheckProject } from '../../src/build/typecheck.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';

const config = {
  compilerOptions: {
    strict: true,
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'Bundler',
    allowImportingTsExtensions: true,
    noEmit: true,
    types: ['not-installed'],
  },
  include: ['src', 'test'],
};

async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const directory = await temporaryFolder();
  await writeFiles(directory, files);
  return directory;
}

const good = {
  'tsconfig.json': JSON.stringify(config),
  'src/a.ts': "import { b } from './b.ts';\nexport const a: number = b;\n",
  'src/b.ts': 'export const b = 1;\n',
  'test/a.test.ts': "import { it } from 'vitest-that-is-not-installed';\nit('runs', () => {});\n",
};

it('accepts sources that fit and leaves nothing behind', async () => {
  const directory = await project(good);
  await typecheckProject(directory);
  expect(await readdir(directory)).toEqual(['src', 'test', 'tsconfig.json']);
});

it('names the place of the first error and the others below', async () => {
  const directory = await project({
    ...good,
    'src/b.ts': "export const b = 'one';\n\n  export const c: boolean = 2;\n",
  });
  const error = await typecheckProject(directory).catch((thrown) => thrown);
  expect(error).toMatchObject({ name: 'Failure', code: 1, where: 'src/a.ts:2:14' });
  expect(error.message).toMatch(/'string' is not assignable to type 'number'/);
  expect(error.message).toMatch(/src\/b\.ts:3:16: .*boolean/);
});

it('says so when the configuration itself is wrong', async () => {
  const directory = await project({
    ...good,
    'tsconfig.json': '{ "compilerOptions": { "target": "ES1" } }',
  });
  await expect(typecheckProject(directory)).rejects.toMatchObject({ name: 'Failure', code: 1 });
});

it('has nothing to do without a tsconfig.json', async () => {
  await typecheckProject(await project({ 'src/a.js': 'export const a = ;' }));
});
