import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { packageRoot, run } from './support/cli.ts';

const committed = join(packageRoot, 'examples');

describe('examples/', () => {
  it('is what the generator writes today (else: npm run examples, and read the diff)', async () => {
    const folder = await temporaryFolder();
    await copyFile(join(committed, 'orders.openapi.yaml'), join(folder, 'orders.openapi.yaml'));
    const script = join(packageRoot, 'scripts', 'examples.mjs');
    const write = `import { writeExamples } from ${JSON.stringify(script)}; writeExamples(process.cwd());`;
    const written = await run(process.execPath, ['--input-type=module', '--eval', write], {
      cwd: folder,
    });
    expect(written.status, written.stderr).toBe(0);

    for (const name of ['hello', 'orders', 'orders-sqlite']) {
      expect(await tree(join(committed, name))).toEqual(await tree(join(folder, name)));
    }
  });
});

/** File contents by path, without the vendored WIT. */
async function tree(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('wit/deps/'))
    .sort();
  return Object.fromEntries(
    await Promise.all(
      files.map(async (path) => [path, await readFile(join(folder, path), 'utf8')]),
    ),
  );
}
