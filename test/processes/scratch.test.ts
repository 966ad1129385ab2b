import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { makeScratch } from '../../src/processes/scratch.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';

const built = new URL('../../dist/src/processes/scratch.js', import.meta.url);

it('is a new folder each, until it is removed', async () => {
  const parent = await temporaryFolder();
  const [one, other] = [await makeScratch('a-', parent), await makeScratch('a-', parent)];
  await writeFile(join(one.folder, 'file'), 'text');
  expect(other.folder).not.toBe(one.folder);
  await one.remove();
  expect(existsSync(one.folder)).toBe(false);
  expect(existsSync(other.folder)).toBe(true);
  await other.remove();
  expect(await readdir(parent)).toEqual([]);
});

it('goes with a program that ends before, unless it is kept', async () => {
  const parent = await temporaryFolder();
  const folder = await temporaryFolder();
  await writeFiles(folder, {
    'program.mjs': `
      import { writeFileSync } from 'node:fs';
      import { makeScratch } from ${JSON.stringify(built.href)};
      const [left, kept] = [await makeScratch('left-', process.argv[2]), await makeScratch('kept-', process.argv[2])];
      writeFileSync(left.folder + '/file', 'text');
      kept.keep();
      process.exit(130);`,
  });
  const program = promisify(execFile)(process.execPath, [join(folder, 'program.mjs'), parent]);
  await expect(program).rejects.toMatchObject({ code: 130 });
  expect(await readdir(parent)).toEqual([expect.stringMatching(/^kept-/)]);
});

it('tells when there is no place for it', async () => {
  await expect(makeScratch('a-', '/nowhere/at/all')).rejects.toMatchObject({ code: 'ENOENT' });
});
