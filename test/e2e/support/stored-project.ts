import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/files.ts';
import { packageRoot, run, runBin } from './cli.ts';

/**
 * Generates the orders service with a need, puts test/fixtures/stored-orders in the place of its stubs, checks its types by
 * its own tsconfig.json and builds it by its own script, as its user would.
 *
 * @returns the project's folder; the component is `dist/orders.wasm` in it
 * @throws Error with what the step that failed has printed
 */
export async function buildStoredOrders(need: string): Promise<string> {
  const folder = await temporaryFolder();
  const from = join(packageRoot, 'examples', 'orders.openapi.yaml');
  const flags = ['--from', from, '--needs', need, '--yes', '--no-build', '--skip-install'];
  succeeded(await runBin(['orders', ...flags], { cwd: folder }));

  const project = join(folder, 'orders');
  await symlink(join(packageRoot, 'node_modules'), join(project, 'node_modules'), 'junction');
  await addStore(need, join(project, 'src'));
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  succeeded(await run(process.execPath, [tsc, '--project', '.'], { cwd: project }));
  succeeded(await run(process.execPath, [join('scripts', 'build.mjs')], { cwd: project }));
  return project;
}

async function addStore(need: string, source: string) {
  const fixture = join(packageRoot, 'test', 'fixtures', 'stored-orders');
  for (const path of ['orders.ts', 'stored-order.ts', join(need, 'store.ts')]) {
    await cp(join(fixture, path), join(source, path.replace(/^.*[\\/]/, '')), { force: true });
  }
}

function succeeded({ status, stdout, stderr }: Awaited<ReturnType<typeof run>>): void {
  if (status !== 0) throw new Error(`exit ${status}\n${stdout}${stderr}`);
}
