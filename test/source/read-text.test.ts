import { chmod, mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { FILE_LIMITS } from '../../src/source/limits.ts';
import { readText } from '../../src/source/read-text.ts';
import { failureOf } from '../openapi/support.ts';
import { asOrdinaryUser, temporaryFolder } from '../support/files.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const LITTLE = Buffer.from('\uFEFFtitle: größe 🫖', 'utf16le');

describe('readText', () => {
  it.each([
    ['UTF-8', Buffer.from('title: größe 🫖')],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFtitle: größe 🫖')],
    ['UTF-16, low bytes first', LITTLE],
    ['UTF-16, high bytes first', Buffer.from(LITTLE).swap16()],
  ])('reads %s', async (_what, bytes) => {
    expect(readText(await write('a.yaml', bytes))).toBe('title: größe 🫖');
  });

  it.each([
    ['UTF-16 without a mark', Buffer.from('openapi', 'utf16le'), /NUL/],
    ['UTF-16 with half a character', LITTLE.subarray(0, 5), /not UTF-16LE/],
    ['UTF-16 with half a pair', LITTLE.subarray(0, -2), /not UTF-16LE/],
    ['a surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), /not UTF-8/],
    ['NUL', 'a: "\0"', /NUL/],
    ['Latin-1', Buffer.from('größe', 'latin1'), /not UTF-8/],
    ['gzip', gzipSync('openapi'), /gzip/],
  ])('refuses %s', async (_what, bytes, message) => {
    const path = await write('a.json', bytes);
    const failure = failureOf(() => readText(path, 'the file'));
    expect(failure.message).toMatch(message);
    expect(failure.hint).toBeDefined();
    expect(failure).toMatchObject({ code: 2, where: 'the file' });
  });

  it('refuses more than 50 MB by the size alone', async () => {
    const path = await write('a.json', '');
    await truncate(path, FILE_LIMITS.bytes + 1);
    expect(failureOf(() => readText(path))).toMatchObject({
      code: 2,
      where: path,
      message: expect.stringMatching(/51 MB.*50 MB/),
    });
    await truncate(path, 0);
    expect(readText(path)).toBe('');
  });

  it('says that a file is not there, or is none', async () => {
    const file = await write('a.json', '');
    await mkdir(join(folder, 'docs'));
    for (const [path, message] of [
      [join(folder, 'none.yaml'), /^No such file\.$/],
      [join(file, 'b'), /^No such file/],
      [join(folder, 'docs'), /folder, not a file/],
      ...(process.platform === 'win32' ? [] : [['/dev/null', /neither a file/] as const]),
    ] as const) {
      expect(failureOf(() => readText(path))).toMatchObject({
        code: 2,
        where: path,
        message: expect.stringMatching(message),
      });
    }
  });

  it('says that it may not read a file', async () => {
    if (process.platform === 'win32') return;
    const path = await write('a.json', '{}');
    await chmod(folder, 0o755);
    await chmod(path, 0o000);
    await asOrdinaryUser(async () => {
      expect(failureOf(() => readText(path)).message).toMatch(/permission denied/);
    });
  });
});
