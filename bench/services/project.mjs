// @ts-check
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operationsOf, resources, shopDocument } from '../documents/shop.mjs';
import { cacheFolder } from '../support/cache.mjs';
import { runNode } from '../support/process.mjs';
import { bin } from '../toolchains/generator.mjs';
import { modulePath } from '../toolchains/jco-serve.mjs';
import { linkModules } from '../toolchains/toolchain.mjs';

const sources = fileURLToPath(new URL('.', import.meta.url));
/** So that the same code gives the same bytes, and is compiled for the host once. */
const env = { SOURCE_DATE_EPOCH: '1700000000' };

/**
 * The project that this generator writes for a shop, with its functions written, not built yet.
 *
 * @param {string} name of its folder @param {number} operations @returns {Promise<string>} its directory
 */
export async function writeShop(name, operations) {
  const parent = join(cacheFolder, 'services', name);
  await rm(parent, { recursive: true, force: true });
  await mkdir(parent, { recursive: true });
  const document = join(parent, 'shop.json');
  await writeFile(document, JSON.stringify(shopDocument(operations)));
  await runNode([bin, 'shop', '--from', document, '--yes', '--no-git', '--no-build'], {
    cwd: parent,
  });
  const directory = join(parent, 'shop');
  await linkModules('project', directory);
  await cp(join(sources, 'work.mjs'), join(directory, 'src', 'work.mjs'));
  await writeFile(join(directory, 'src', 'shop.ts'), serviceText(operations));
  return directory;
}

/** @param {number} operations */
function serviceText(operations) {
  const functions = resources(Math.ceil(operations / 5))
    .flatMap(operationsOf)
    .slice(0, operations)
    .map(({ id, kind }) => `  ${id}: ${FUNCTIONS[kind]},\n`);
  return [
    "import type { Service } from './generated/service.ts';\n",
    "import { findOrder, place } from './work.mjs';\n\n",
    `export const service: Service = {\n${functions.join('')}};\n`,
  ].join('');
}

const FUNCTIONS = {
  get: '(id) => findOrder(id)',
  create: '(draft) => place(draft)',
  list: "() => [findOrder('first')]",
  replace: '(id) => findOrder(id)',
  remove: '() => undefined',
};

/**
 * A project with the same build and another component: only the HTTP door, and `entry` for its code.
 *
 * @param {string} name of its folder @param {string} shop directory of an emitted project @param {string} entry
 */
export async function writeService(name, shop, entry) {
  const directory = join(cacheFolder, 'services', name);
  await rm(directory, { recursive: true, force: true });
  for (const folder of ['scripts', 'wit']) {
    await cp(join(shop, folder), join(directory, folder), { recursive: true });
  }
  await cp(sources, join(directory, 'src', 'services'), { recursive: true });
  await cp(join(sources, '..', 'documents'), join(directory, 'src', 'documents'), {
    recursive: true,
  });
  await writeFile(join(directory, 'wit', 'world.wit'), WORLD);
  await writeFile(join(directory, 'src', 'component.js'), entry);
  await writeFile(
    join(directory, 'package.json'),
    JSON.stringify({ name: 'shop', type: 'module' }),
  );
  await linkModules('project', directory);
  return directory;
}

const WORLD =
  'package bench:shop;\n\nworld service {\n  export wasi:http/incoming-handler@0.2.10;\n}\n';

/** @param {string} directory @returns {Promise<string>} path of the component */
export async function buildService(directory) {
  await runNode([join('scripts', 'build.mjs')], { cwd: directory, env });
  return join(directory, 'dist', 'shop.wasm');
}

/** The same code through componentize-js's own command. @param {string} directory that is built @returns {Promise<string>} */
export async function buildByStock(directory) {
  const component = join('dist', 'stock.wasm');
  const program = modulePath('@bytecodealliance/componentize-js');
  const world = ['--wit', 'wit', '--world-name', 'service'];
  await runNode([program, join('dist', 'shop.js'), ...world, '-o', component], { cwd: directory });
  return join(directory, component);
}

/** Bytes of a file. @param {string} path */
export async function sizeOf(path) {
  return (await readFile(path)).length;
}
