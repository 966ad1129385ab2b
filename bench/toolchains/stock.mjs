// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode } from '../support/process.mjs';
import { writeOrders } from './generator.mjs';
import { modulePath, untilGreen } from './jco-serve.mjs';
import { linkModules } from './toolchain.mjs';

const component = join('dist', 'orders.wasm');

/** @param {string} folder */
async function projectIn(folder) {
  const directory = await writeOrders(folder);
  await linkModules('project', directory);
  const sources = { extends: './tsconfig.json', include: ['src'] };
  await writeFile(join(directory, 'tsconfig.src.json'), JSON.stringify(sources));
  return directory;
}

/** @param {string} directory @param {import('./toolchain.mjs').Env} env */
function commandsIn(directory, env) {
  const node = (/** @type {string[]} */ ...args) => runNode(args, { cwd: directory, env });
  const bundle = join('dist', 'orders.js');
  return {
    typecheck: () => node(modulePath('typescript'), '-p', 'tsconfig.src.json'),
    bundle: () =>
      node(
        modulePath('rolldown'),
        join('src', 'component.ts'),
        ...['--file', bundle, '--format', 'esm', '--platform', 'neutral'],
      ),
    componentize: () =>
      node(
        modulePath('@bytecodealliance/componentize-js'),
        bundle,
        ...['--wit', 'wit', '--world-name', 'service', '-o', component],
      ),
  };
}

/**
 * Sends what the project's own test sends, all at once. HEAD and OPTIONS are left out: an answer without a body ends
 * `jco serve` 1.34.0. So is the large body, which the test makes.
 *
 * @param {string} url @param {string} directory @returns {Promise<number>} answers
 */
async function callAll(url, directory) {
  const text = await readFile(join(directory, 'test', 'requests.json'), 'utf8');
  /** @type {{ check: string, method: string, path: string, headers: Record<string, string>, body?: string, expected: number[] }[]} */
  const requests = JSON.parse(text);
  const fit = requests.filter(
    ({ method, check }) => !['HEAD', 'OPTIONS'].includes(method) && check !== 'large body',
  );
  const calls = fit.map(async ({ path, method, headers, body, expected }) => {
    const answer = await fetch(url + path, {
      method,
      headers,
      ...(body !== undefined && { body }),
    });
    await answer.text();
    if (!expected.includes(answer.status)) throw new Error(`${method} ${path}: ${answer.status}`);
  });
  return (await Promise.all(calls)).length;
}

/**
 * The project that the generator writes, built and served by the commands of the published tools: does the same work,
 * but for writing the project, the audit and the typed door.
 *
 * @type {import('./toolchain.mjs').Toolchain}
 */
export const stock = {
  name: 'stock',
  label: 'componentize-js 0.23 and jco 1.34, same project',
  prepare: projectIn,
  firstGreen: (directory, env) =>
    untilGreen(
      commandsIn(directory, env),
      { directory, component, flags: ['--isolate-requests', 'instance'] },
      (url) => callAll(url, directory),
    ),
  async project(folder, env) {
    const directory = await projectIn(folder);
    const { bundle, componentize } = commandsIn(directory, env);
    const build = async () => {
      await bundle();
      await componentize();
    };
    await build();
    return { source: join(directory, 'src', 'orders.ts'), build };
  },
};
