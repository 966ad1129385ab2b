// @ts-check
// Installs what the benches compare with into .cache/bench, each with exact versions, as npm is configured here.
// Usage: node bench/get-opponents.mjs
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './support/cache.mjs';
import { measured, npm } from './support/process.mjs';
import { opponents } from './toolchains/packages.mjs';

/** @param {string} name @param {import('./toolchains/packages.mjs').Packages} wanted */
async function install(name, wanted) {
  const folder = join(cacheFolder, name);
  const manifest = `${JSON.stringify({ name: `bench-${name}`, private: true, type: 'module', ...wanted }, null, 2)}\n`;
  const file = join(folder, 'package.json');
  const done = join(folder, 'node_modules', '.installed');
  if (existsSync(done) && readFileSync(file, 'utf8') === manifest) return 'is there';
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, manifest);
  const { seconds } = await measured(() =>
    npm(['install', '--no-audit', '--no-fund'], { cwd: folder }),
  );
  writeFileSync(done, '');
  return `installed in ${seconds.toFixed(0)} s`;
}

for (const [name, wanted] of Object.entries(opponents)) {
  try {
    process.stdout.write(`${name}: ${await install(name, wanted)}\n`);
  } catch (error) {
    process.stdout.write(`${name}: can't be installed\n${error}\n`);
    process.exitCode = 1;
  }
}
