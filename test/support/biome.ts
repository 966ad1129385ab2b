import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder, writeFiles } from './files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');

/**
 * What our own Biome configuration has to say about these files: format, lint and import order.
 *
 * @param contents - by path
 * @returns Biome's report, `''` when it finds nothing, not even a warning
 */
export async function biomeReport(contents: Readonly<Record<string, string>>): Promise<string> {
  const own = await readFile(join(root, 'biome.json'), 'utf8');
  // What holds for the runtime here holds for its copies there.
  const settings = JSON.parse(
    own.replaceAll('templates/runtime', '**/runtime').replaceAll('templates/host', '**/host'),
  );
  const { formatter, javascript, linter, overrides } = settings;
  const files = { maxSize: 20_000_000 };
  const config = { root: true, files, formatter, javascript, linter, overrides };
  const folder = await temporaryFolder();
  await writeFiles(folder, { ...contents, 'biome.json': JSON.stringify(config) });
  const top = new Set(Object.keys(contents).map((path) => path.split('/')[0] ?? path));
  return await run(
    ['check', '--error-on-warnings', '--max-diagnostics=20', '--colors=off', ...top],
    folder,
  );
}

function run(args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [biome, ...args],
      { cwd, maxBuffer: 50_000_000 },
      (error, stdout, stderr) => resolve(error === null ? '' : `${stdout}${stderr}`),
    );
  });
}
