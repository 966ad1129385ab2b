import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/openapi/limits.ts';
import { readSource } from '../../../src/openapi/source/source.ts';
import { Failure } from '../../../src/terminal/failure.ts';
import { temporaryFolder } from '../../support/files.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function failureOf(path: string): Promise<Failure> {
  const error = await readSource(path).catch((thrown) => thrown);
  if (error instanceof Failure) return error;
  throw new Error('it did not fail', { cause: error });
}

describe('readSource', () => {
  it('reads UTF-8, without the byte order mark', async () => {
    const path = await write('a.yaml', '\uFEFFtitle: größe');
    expect(await readSource(path)).toEqual({ name: path, text: 'title: größe' });
  });

  it.each([
    ['UTF-16 with a mark', Buffer.from('\uFEFFopenapi', 'utf16le'), /UTF-16/],
    ['UTF-16 without', Buffer.from('openapi', 'utf16le'), /NUL/],
    ['Latin-1', Buffer.from('größe', 'latin1'), /not UTF-8/],
    ['gzip', gzipSync('openapi'), /gzip/],
  ])('refuses %s', async (_what, bytes, message) => {
    const failure = await failureOf(await write('a.json', bytes));
    expect(failure.message).toMatch(message);
    expect(failure.hint).toBeDefined();
    expect(failure.code).toBe(2);
  });

  it('refuses more than 50 MB by the size alone', async () => {
    const path = await write('a.json', '');
    await truncate(path, LIMITS.bytes + 1);
    expect(await failureOf(path)).toMatchObject({
      code: 2,
      where: path,
      message: expect.stringMatching(/51 MB.*50 MB/),
    });
    await truncate(path, 0);
    expect((await readSource(path)).text).toBe('');
  });

  it('says that a file is not there', async () => {
    const path = join(folder, 'none.yaml');
    expect(await failureOf(path)).toMatchObject({
      code: 2,
      where: path,
      message: expect.stringMatching(/^No such file/),
    });
    expect(await failureOf(join(await write('a.json', ''), 'b'))).toMatchObject({
      message: expect.stringMatching(/^No such file/),
    });
  });

  it('fetches nothing', async () => {
    const failure = await failureOf('http://127.0.0.1:1/openapi.json?a=b&c=d');
    expect(failure.message).toMatch(/Nothing is fetched/);
    expect(failure.hint).toContain(
      'curl -o openapi.json "http://127.0.0.1:1/openapi.json?a=b&c=d"',
    );
  });

  it('takes the one document with a usual name in a folder', async () => {
    await write('readme.md', '');
    const path = await write('swagger.yml', 'openapi: 3.0.0');
    expect(await readSource(folder)).toEqual({ name: path, text: 'openapi: 3.0.0' });
  });

  it('asks which one when there are several', async () => {
    await write('swagger.json', '');
    await write('openapi.yaml', '');
    expect((await failureOf(folder)).hint).toContain('openapi.yaml, swagger.json');
  });

  it('says that a folder has nothing readable', async () => {
    await mkdir(join(folder, 'docs'));
    await write('api.json', '');
    const failure = await failureOf(folder);
    expect(failure).toMatchObject({
      code: 2,
      where: folder,
      message: expect.stringMatching(/nothing readable/),
    });
    expect(failure.hint).toContain('openapi.yaml');
  });
});
