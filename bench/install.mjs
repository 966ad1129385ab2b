// @ts-check
// What the registry costs before anything can be built, apart from the work itself: seconds with an empty cache of npm
// and with a full one, and what then lies on the disk.
// Usage: node bench/install.mjs [--rounds N] [--only NAME]…
import { lstat, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments } from './support/arguments.mjs';
import { inTemporaryFolder } from './support/cache.mjs';
import { seconds } from './support/format.mjs';
import { describeMachine } from './support/machine.mjs';
import { measured, npm } from './support/process.mjs';
import { saveResults } from './support/results.mjs';
import { alternate } from './support/rounds.mjs';
import { spreads } from './support/statistics.mjs';
import { textTable } from './support/table.mjs';
import { packages } from './toolchains/packages.mjs';

/** @typedef {{ name: string, label: string, manifest: (folder: string) => Promise<object> }} Installation */

const root = fileURLToPath(new URL('..', import.meta.url));

/** Ours, as the registry would have it. @param {string} folder */
async function packed(folder) {
  const [tarball = ''] = (
    await npm(['pack', '--ignore-scripts', '--silent', root], { cwd: folder })
  )
    .trim()
    .split('\n');
  return { dependencies: { 'generator-wasm-component': `file:${join(folder, tarball)}` } };
}

/** @type {readonly Installation[]} */
const installations = [
  { name: 'ours', label: 'this generator', manifest: packed },
  { name: 'stock', label: 'an emitted project', manifest: async () => packages.emitted },
  { name: 'scaffold', label: 'jco scaffold 1.35', manifest: async () => packages.scaffold },
  { name: 'spin', label: 'esbuild and j2w 1.0', manifest: async () => packages.spin },
];

/** @param {Installation} installation */
function measure({ manifest }) {
  return inTemporaryFolder(async (folder) => {
    const wanted = JSON.stringify({ name: 'bench', private: true, ...(await manifest(folder)) });
    const env = { npm_config_cache: join(folder, 'npm') };
    const install = async (/** @type {string} */ name) => {
      const cwd = join(folder, name);
      await mkdir(cwd);
      await writeFile(join(cwd, 'package.json'), wanted);
      await npm(['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd, env });
      return cwd;
    };
    const cold = await measured(() => install('cold'));
    const warm = await measured(() => install('warm'));
    const { bytes, files } = await sizeOf(join(warm.value, 'node_modules'));
    return { cold: cold.seconds, warm: warm.seconds, megabytes: bytes / 1e6, files };
  });
}

/** @param {string} folder @returns {Promise<{ bytes: number, files: number }>} */
async function sizeOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = files.map(
    async ({ parentPath, name }) => (await lstat(join(parentPath, name))).size,
  );
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  return { bytes, files: files.length };
}

const { contenders, rounds, complete } = readArguments(installations, 3);
const machine = describeMachine();
const taken = await alternate(contenders, rounds, measure);
const rows = contenders.map(({ name, label }) => ({
  name,
  label,
  ...spreads(taken.get(name) ?? []),
}));

process.stdout.write(
  `${textTable([
    ['npm install', 'empty cache s', 'full cache s', 'MB', 'files'],
    ...rows.map(({ label, cold, warm, megabytes, files }) => [
      label,
      seconds(cold),
      seconds(warm),
      megabytes.median.toFixed(0),
      files.median.toFixed(0),
    ]),
  ])}\n`,
);
if (complete) saveResults('install', { machine, rounds, rows });
