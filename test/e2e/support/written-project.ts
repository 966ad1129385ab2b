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

/** A service that somebody has written. */
interface Written {
  /** Of the service, of its folder in test/fixtures (`written-NAME`) and of the module in there. */
  readonly name: string;
  /** Text of its document. */
  readonly document: string;
}

/** The orders service of the examples, with an operation that takes 64-bit numbers. */
export async function buildWrittenOrders(): Promise<string> {
  const text = await readFile(join(packageRoot, 'examples', 'orders.openapi.yaml'), 'utf8');
  return buildWritten({ name: 'orders', document: text.replace(/^paths:\n/mu, RENUMBER) });
}

/** A service of forms, files, several media types and headers. */
export async function buildWrittenPhotos(): Promise<string> {
  const document = join(fixture('photos'), 'photos.openapi.yaml');
  return buildWritten({ name: 'photos', document: await readFile(document, 'utf8') });
}

function fixture(name: string): string {
  return join(packageRoot, 'test', 'fixtures', `written-${name}`);
}

/**
 * Generates the service's project, puts its fixture in the place of its stubs, checks its types by its own
 * tsconfig.json and builds it by its own script, as its user would.
 *
 * @returns the project's folder; the component is `dist/NAME.wasm` in it
 * @throws Error with what the step that failed has printed
 */
async function buildWritten({ name, document }: Written): Promise<string> {
  const folder = await temporaryFolder();
  const from = join(folder, `${name}.openapi.yaml`);
  await writeFile(from, document);
  const flags = ['--from', from, '--yes', '--json', '--no-build', '--skip-install'];
  succeeded(await runBin([name, ...flags], { cwd: folder }));

  const project = join(folder, name);
  await symlink(join(packageRoot, 'node_modules'), join(project, 'node_modules'), 'junction');
  await rm(join(project, 'src', `${name}.ts`));
  await cp(join(fixture(name), `${name}.ts`), join(project, 'src', `${name}.ts`));
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  succeeded(await run(process.execPath, [tsc, '--project', '.'], { cwd: project }));
  succeeded(await run(process.execPath, [join('scripts', 'build.mjs')], { cwd: project }));
  return project;
}

function succeeded({ status, stdout, stderr }: Awaited<ReturnType<typeof run>>): void {
  if (status !== 0) throw new Error(`exit ${status}\n${stdout}${stderr}`);
}
