// @ts-check
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measured, runNode } from '../support/process.mjs';
import { linkModules } from './toolchain.mjs';

export const bin = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));
const document = fileURLToPath(new URL('../../examples/orders.openapi.yaml', import.meta.url));
const orders = ['orders', '--from', document, '--yes', '--no-git', '--json'];

/** The project `orders`, written and not built. @param {string} folder empty @returns {Promise<string>} its directory */
export async function writeOrders(folder) {
  await runNode([bin, ...orders, '--no-build'], { cwd: folder });
  return join(folder, 'orders');
}

/**
 * This package. Writes the project, checks its types, bundles, makes the component, audits, transpiles and calls it.
 *
 * @type {import('./toolchain.mjs').Toolchain}
 */
export const generator = {
  name: 'ours',
  label: 'this generator',
  prepare: async (folder) => folder,
  async firstGreen(directory, env) {
    const { seconds, value } = await measured(() =>
      runNode([bin, ...orders], { cwd: directory, env }),
    );
    const { timings, smoke } = JSON.parse(value);
    const { total, ...steps } = timings;
    return { seconds, steps: { start: seconds - total, ...steps }, checks: smoke.passed };
  },
  async project(folder, env) {
    const directory = await writeOrders(folder);
    await linkModules('project', directory);
    const build = () => runNode([join('scripts', 'build.mjs')], { cwd: directory, env });
    await build();
    return { source: join(directory, 'src', 'orders.ts'), build };
  },
};
