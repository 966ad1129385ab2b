// @ts-check
/**
 * Hands the core modules of a component to Binaryen (`jco opt`). It takes a minute or two, so only a release does it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { interfacesOf } from './interfaces.mjs';

/** For speed: for size (`-Oz`, jco's own choice) requests take as long as without. */
const FLAGS = ['-O3', '--enable-bulk-memory', '--strip-debug'];

/**
 * Optimises the component in its file. What it imports and exports stays as it is.
 *
 * @param {string} path
 * @returns {Promise<{ before: number, after: number }>} bytes
 * @throws {Error} when Binaryen or jco fails, or the interfaces have changed; the file is as it was
 */
export async function optimiseComponent(path) {
  const { opt } = await import('@bytecodealliance/jco'); // when it is needed: it is large
  const component = await readFile(path);
  const { component: optimised } = await opt(component, { quiet: true, optArgs: FLAGS });
  const [had, has] = [component, optimised].map((bytes) => JSON.stringify(interfacesOf(bytes)));
  if (had !== has) throw new Error(`Binaryen has changed what ${path} imports or exports.`);
  await writeFile(path, optimised);
  return { before: component.length, after: optimised.length };
}
