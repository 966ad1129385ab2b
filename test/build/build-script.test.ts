import { execFile } from 'node:child_process';
import { cp, mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { buildOnce, fixtureProject } from '../support/toolchain.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

let directory: string;

// The fixture as an emitted project has it: its own scripts, its own node_modules.
beforeAll(async () => {
  directory = await fixtureProject();
  await buildOnce(directory);
  await mkdir(join(directory, 'scripts'));
  for (const script of [
    'audit.mjs',
    'build.mjs',
    'diagnoses.mjs',
    'interfaces.mjs',
    'module-level.mjs',
    'optimise.mjs',
    'problem.mjs',
    'snapshot',
  ]) {
    await cp(join(root, 'templates', 'node', script), join(directory, 'scripts', script), {
      recursive: true,
    });
  }
  await symlink(join(root, 'node_modules'), join(directory, 'node_modules'), 'junction');
}, 180_000);

function script(
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const file = join(directory, 'scripts', 'build.mjs');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [file, ...args],
      { cwd: root, env: { ...process.env, ...env } },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}

it('leaves a fresh component alone when asked to', async () => {
  expect(await script(['--if-stale'])).toEqual({ code: 0, stdout: '', stderr: '' });
});

it('builds when a source is newer, from any working directory, one line a step', async () => {
  const later = new Date(Date.now() + 2000);
  await utimes(join(directory, 'src', 'orders.js'), later, later);
  const { code, stdout, stderr } = await script(['--if-stale']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.split('\n')).toEqual([
    'bundle        dist/probe.js',
    expect.stringMatching(/^componentize {2}dist\/probe\.wasm, \d+\.\d MB$/),
    expect.stringMatching(/^audit {9}\d+ imports, all WASI 0\.2$/),
    '',
  ]);
}, 120_000);

it('fails with the place and what to do, without a stack', async () => {
  await writeFile(
    join(directory, 'src', 'orders.js'),
    "import os from 'node:os';\nexport const getOrder = os.cpus;\nexport const spin = os.cpus;\n",
  );
  const { code, stderr } = await script();
  expect(code).toBe(1);
  expect(stderr.split('\n')).toEqual([
    'src/orders.js:1:16: "node:os" is a Node builtin; a component has none.',
    expect.stringMatching(/^ {2}Use a Web API/),
    '',
  ]);
});

it('says so when the temporary folder breaks componentize-js', async () => {
  await cp(
    join(root, 'test', 'fixtures', 'service', 'src', 'orders.js'),
    join(directory, 'src', 'orders.js'),
  );
  const temporary = await temporaryFolder();
  const { code, stderr } = await script([], { TMPDIR: temporary, TEMP: temporary });
  expect(code).toBe(1);
  expect(stderr).toContain(`cannot work in "${temporary}": the path has a blank.`);
});
