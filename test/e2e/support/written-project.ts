import { cp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/files.ts';
import { packageRoot, run, runBin } from './cli.ts';

/** An operation that takes 64-bit numbers by path and by body: the document itself only answers with one. */
const RENUMBER = `paths:
  /order-numbers/{number}:
    put:
      operationId: renumberOrder
      tags: [orders]
      parameters:
        - { name: number, in: path, required: true, schema: { type: integer, format: int64 } }
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [number]
              properties: { number: { type: integer, format: int64 } }
      responses:
        '200':
          description: The order under its new number.
          content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
        '404': { $ref: '#/components/responses/NotFound' }
`;

/**
 * Generates the orders project, puts test/fixtures/written-orders in the place of its stubs, checks its types by its
 * own tsconfig.json and builds it by its own script, as its user would.
 *
 * @returns the project's folder; the component is `dist/orders.wasm` in it
 * @throws Error with what the step that failed has printed
 */
export async function buildWrittenOrders(): Promise<string> {
  const folder = await temporaryFolder();
  const examples = join(packageRoot, 'examples', 'orders.openapi.yaml');
  const text = await readFile(examples, 'utf8');
  const document = join(folder, 'orders.openapi.yaml');
  await writeFile(document, text.replace(/^paths:\n/mu, RENUMBER));
  const flags = ['--from', document, '--yes', '--json', '--no-build', '--skip-install'];
  succeeded(await runBin(['orders', ...flags], { cwd: folder }));

  const project = join(folder, 'orders');
  await symlink(join(packageRoot, 'node_modules'), join(project, 'node_modules'), 'junction');
  const written = join(packageRoot, 'test', 'fixtures', 'written-orders', 'orders.ts');
  await rm(join(project, 'src', 'orders.ts'));
  await cp(written, join(project, 'src', 'orders.ts'));
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  succeeded(await run(process.execPath, [tsc, '--project', '.'], { cwd: project }));
  succeeded(await run(process.execPath, [join('scripts', 'build.mjs')], { cwd: project }));
  return project;
}

function succeeded({ status, stdout, stderr }: Awaited<ReturnType<typeof run>>): void {
  if (status !== 0) throw new Error(`exit ${status}\n${stdout}${stderr}`);
}
