import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, writeFiles } from '../../support/files.ts';
import { packageRoot, run, runBin } from './cli.ts';

/**
 * The orders service with a need, test/fixtures/stored-orders in the place of its stubs.
 *
 * @returns the project's folder; the component is `dist/orders.wasm` in it
 */
export function buildStoredOrders(need: string): Promise<string> {
  const from = join(packageRoot, 'examples', 'orders.openapi.yaml');
  return buildWithNeeds('orders', ['--from', from, '--needs', need], async (source) => {
    const fixture = join(packageRoot, 'test', 'fixtures', 'stored-orders');
    for (const path of ['orders.ts', 'stored-order.ts', join(need, 'store.ts')]) {
      await cp(join(fixture, path), join(source, path.replace(/^.*[\\/]/, '')), { force: true });
    }
  });
}

/** A service that calls what it is told to: `GET /greetings/URL` answers with what it got. */
export function buildCaller(granted: string): Promise<string> {
  return buildWithNeeds('caller', ['--outbound', granted], (source) =>
    writeFiles(source, { 'caller.ts': CALLER }),
  );
}

const CALLER = `import type { Service } from './generated/service.ts';
import { HostError } from './host/host-error.ts';
import { outbound } from './host/outbound.ts';

export const service: Service = {
  async greet(url) {
    try {
      const answer = await outbound(url, { timeout: 500 });
      return { message: \`\${answer.status} \${await answer.text()}\`, name: url };
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return { message: error.message, name: error.kind };
    }
  },
};
`;

/**
 * Generates a service, puts code in the place of its stubs, checks its types by its own tsconfig.json and builds it by its
 * own script, as its user would.
 *
 * @param write - puts the code into the folder of the sources
 * @throws Error with what the step that failed has printed
 */
async function buildWithNeeds(
  name: string,
  needs: readonly string[],
  write: (source: string) => Promise<void>,
): Promise<string> {
  const folder = await temporaryFolder();
  const flags = [...needs, '--yes', '--no-build', '--skip-install'];
  succeeded(await runBin([name, ...flags], { cwd: folder }));

  const project = join(folder, name);
  await symlink(join(packageRoot, 'node_modules'), join(project, 'node_modules'), 'junction');
  await write(join(project, 'src'));
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  succeeded(await run(process.execPath, [tsc, '--project', '.'], { cwd: project }));
  succeeded(await run(process.execPath, [join('scripts', 'build.mjs')], { cwd: project }));
  return project;
}

function succeeded({ status, stdout, stderr }: Awaited<ReturnType<typeof run>>): void {
  if (status !== 0) throw new Error(`exit ${status}\n${stdout}${stderr}`);
}
