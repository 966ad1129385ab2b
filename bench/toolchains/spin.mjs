// @ts-check
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from '../support/process.mjs';
import { modulePath, oneRequest, untilGreen } from './jco-serve.mjs';
import { linkModules } from './toolchain.mjs';

const files = fileURLToPath(new URL('./files/spin', import.meta.url));
const component = join('dist', 'app.wasm');

/** @param {string} folder @returns {Promise<string>} */
async function projectIn(folder) {
  const directory = join(folder, 'app');
  await cp(files, directory, { recursive: true });
  await mkdir(join(directory, 'dist'));
  await linkModules('spin', directory);
  return directory;
}

/** @param {string} directory @param {import('./toolchain.mjs').Env} env */
function commandsIn(directory, env) {
  const node = (/** @type {string[]} */ ...args) => runNode(args, { cwd: directory, env });
  const j2w = modulePath('@spinframework/build-tools');
  return {
    bundle: () => node('build.mjs'),
    componentize: () => node(j2w, '-i', join('build', 'bundle.js'), '-o', component),
  };
}

/**
 * What Spin's template `http-js` does, made by hand with the packages that the registry has: esbuild, then `j2w`, with
 * the older engine of componentize-js 0.19. Spin itself isn't there to serve it; jco is in its tree, and starts faster.
 *
 * @type {import('./toolchain.mjs').Toolchain}
 */
export const spin = {
  name: 'spin',
  label: 'esbuild and j2w 1.0, hello world',
  prepare: projectIn,
  firstGreen: (directory, env) =>
    untilGreen(commandsIn(directory, env), { directory, component }, (url) =>
      oneRequest(`${url}/hello/you`),
    ),
  async project(folder, env) {
    const directory = await projectIn(folder);
    const { bundle, componentize } = commandsIn(directory, env);
    const build = async () => {
      await bundle();
      await componentize();
    };
    await build();
    return { source: join(directory, 'src', 'index.js'), build };
  },
};
