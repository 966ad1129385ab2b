// @ts-check
// Installs what the benches compare with into .cache/bench, each with exact versions, as npm is configured here.
// Usage: node bench/get-opponents.mjs
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './support/cache.mjs';
import { measured, npm } from './support/process.mjs';
import { isInstalled, manifestOf } from './toolchains/installed.mjs';
import { opponents } from './toolchains/packages.mjs';

/** @param {string} name @param {import('./toolchains/packages.mjs').Packages} wanted */
async function install(name, wanted) {
  if (isInstalled(name, wanted)) return 'is there';
  const folder = join(cacheFolder, name);
  // Aside, so that what is there stays whole when the registry can't be reached.
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  writeFileSync(join(part, 'package.json'), manifestOf(name, wanted));
  const { seconds } = await measured(() =>
    npm(['install', '--no-audit', '--no-fund'], { cwd: part }),
  );
  rmSync(folder, { recursive: true, force: true });
  renameSync(part, folder);
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
