import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');

/**
 * What our own Biome configuration has to say about these files: format, lint and import order.
 *
 * @param files - contents by path
 * @returns Biome's report, `''` when it finds nothing, not even a warning
 */
export async function biomeReport(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'biome-'));
  try {
    const { formatter, javascript, linter } = JSON.parse(
      await readFile(join(root, 'biome.json'), 'utf8'),
    );
    const config = {
      root: true,
      files: { maxSize: 20_000_000 },
      formatter,
      javascript,
      linter,
    };
    await writeFile(join(folder, 'biome.json'), JSON.stringify(config));
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const top = new Set(Object.keys(files).map((path) => path.split('/')[0] ?? path));
    return await run(
      ['check', '--error-on-warnings', '--max-diagnostics=20', '--colors=off', ...top],
      folder,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
