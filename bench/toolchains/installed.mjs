// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../support/cache.mjs';
import { opponents } from './packages.mjs';

/** @typedef {import('./packages.mjs').Packages} Packages */

/** package.json of what an opponent is installed from. @param {string} name @param {Packages} wanted */
export function manifestOf(name, wanted) {
  const manifest = { name: `bench-${name}`, private: true, type: 'module', ...wanted };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Whole, and in the versions of today. @param {string} name @param {Packages} wanted */
export function isInstalled(name, wanted) {
  const folder = join(cacheFolder, name);
  return (
    // npm writes it at the end.
    existsSync(join(folder, 'node_modules', '.package-lock.json')) &&
    readFileSync(join(folder, 'package.json'), 'utf8') === manifestOf(name, wanted)
  );
}

/** @param {keyof typeof opponents} name @returns {string} its node_modules @throws {Error} when they are not there */
export function installed(name) {
  if (isInstalled(name, opponents[name])) return join(cacheFolder, name, 'node_modules');
  throw new Error(`${name} is not installed as it is now: run \`node bench/get-opponents.mjs\``);
}
