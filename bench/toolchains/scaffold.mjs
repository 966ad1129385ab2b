// @ts-check
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from '../support/process.mjs';
import { installed } from './installed.mjs';
import { modulePath, oneRequest, untilGreen } from './jco-serve.mjs';
import { linkModules } from './toolchain.mjs';

const written = fileURLToPath(new URL('./files/scaffold-component.ts', import.meta.url));
const world = 'wasi:http/proxy@0.2.12';
const component = join('dist', 'nodejs', 'component.wasm');

/** @param {string} folder @param {import('./toolchain.mjs').Env} env */
function commandsIn(folder, env) {
  const directory = join(folder, 'app');
  const jco = (/** @type {string[]} */ ...args) =>
    runNode([modulePath('@bytecodealliance/jco'), ...args], { cwd: directory, env });
  return {
    directory,
    async write() {
      const program = join(installed('scaffold'), '..', modulePath('@bytecodealliance/jco'));
      const options = ['--wit', 'builtin:wasi-proxy@0.2.x', '--package-manager', 'npm'];
      await runNode([program, 'scaffold', 'app', ...options], { cwd: folder, env });
      await linkModules('scaffold', directory);
      await copyFile(written, join(directory, 'src', 'component.ts'));
    },
    /** The scripts `prebuild` and `build:nodejs` of the scaffolded project. */
    types: () =>
      jco('guest-types', 'wit', '--world-name', world, '--strict', '-o', 'types/generated'),
    async componentize() {
      await mkdir(join(directory, 'dist', 'nodejs'), { recursive: true });
      const bundler = ['--bundle-config', 'rolldown.nodejs.config.mjs'];
      const input = [join('src', 'component.ts'), '--wit', 'wit', '--world-name', world];
      await jco('componentize', ...input, ...bundler, '-o', component);
    },
  };
}

/**
 * `jco scaffold`: a WASI world, no interface of one's own. One of its two builds, and one request.
 *
 * @type {import('./toolchain.mjs').Toolchain}
 */
export const scaffold = {
  name: 'scaffold',
  label: 'jco scaffold 1.35, hello world',
  prepare: async (folder) => folder,
  firstGreen(folder, env) {
    const { directory, ...steps } = commandsIn(folder, env);
    return untilGreen(steps, { directory, component }, (url) => oneRequest(`${url}/`));
  },
  async project(folder, env) {
    const { directory, write, types, componentize } = commandsIn(folder, env);
    await write();
    await types();
    await componentize();
    return { source: join(directory, 'src', 'component.ts'), build: componentize };
  },
};
