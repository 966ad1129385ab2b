// @ts-check
import { join } from 'node:path';
import { freePort, serve } from '../support/process.mjs';
import { inSteps } from './toolchain.mjs';

/** @typedef {{ directory: string, component: string, flags?: readonly string[] }} Served `component`: relative */

/**
 * Does the steps that build a component, then serves it as `jco serve` does, which transpiles it first, and calls it.
 *
 * @param {Readonly<Record<string, () => Promise<unknown>>>} steps @param {Served} served
 * @param {(url: string) => Promise<number>} call returns how many answers it looked at
 * @returns {Promise<import('./toolchain.mjs').Green>}
 */
export async function untilGreen(steps, served, call) {
  /** @type {Awaited<ReturnType<typeof jcoServe>> | undefined} */
  let server;
  let checks = 0;
  const transpile = async () => {
    server = await jcoServe(served);
  };
  const smoke = async () => {
    checks = await call(server?.url ?? '');
  };
  try {
    return { ...(await inSteps({ ...steps, transpile, smoke })), checks };
  } finally {
    await server?.stop();
  }
}

/** @param {Served} served */
async function jcoServe({ directory, component, flags = [] }) {
  const port = await freePort();
  const args = [modulePath('@bytecodealliance/jco'), 'serve', component, '--port', String(port)];
  const server = await serve(process.execPath, [...args, ...flags], { cwd: directory }, (output) =>
    output.includes('Server listening'),
  );
  return { url: `http://localhost:${port}`, stop: server.stop };
}

const commands = /** @type {const} */ ({
  '@bytecodealliance/componentize-js': 'src/cli.js',
  '@bytecodealliance/jco': 'dist/jco.js',
  '@spinframework/build-tools': 'dist/index.js',
  rolldown: 'bin/cli.mjs',
  typescript: 'bin/tsc',
});

/** The command of an installed package, relative to the project. @param {keyof typeof commands} name */
export function modulePath(name) {
  return join('node_modules', name, commands[name]);
}

/** @param {string} url @returns {Promise<number>} 1 @throws {Error} unless the answer is 200 */
export async function oneRequest(url) {
  const answer = await fetch(url);
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  await answer.text();
  return 1;
}
