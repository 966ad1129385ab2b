import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { locateDocument } from '../../src/openapi/locate.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { failureOf } from './support.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

describe('locateDocument', () => {
  it('takes a file by any name', async () => {
    await writeFiles(folder, { 'api.txt': '' });
    expect(locateDocument(join(folder, 'api.txt'))).toBe(join(folder, 'api.txt'));
  });

  it('fetches nothing', () => {
    const failure = failureOf(() => locateDocument('http://127.0.0.1:1/openapi.json?a=b&c=d'));
    expect(failure.message).toMatch(/Nothing is fetched/);
    expect(failure.hint).toContain(
      'curl -o openapi.json "http://127.0.0.1:1/openapi.json?a=b&c=d"',
    );
  });

  it('says that there is nothing', () => {
    const path = join(folder, 'none.yaml');
    expect(failureOf(() => locateDocument(path))).toMatchObject({
      code: 2,
      where: path,
      message: expect.stringMatching(/^No such file/),
    });
  });

  it('takes the one document with a usual name in a folder', async () => {
    await writeFiles(folder, { 'readme.md': '', 'Swagger.yml': '' });
    expect(locateDocument(folder)).toBe(join(folder, 'Swagger.yml'));
  });

  it('asks which one when there are several', async () => {
    await writeFiles(folder, { 'swagger.json': '', 'openapi.yaml': '' });
    expect(failureOf(() => locateDocument(folder)).hint).toContain('openapi.yaml, swagger.json');
  });

  it('says that a folder has nothing readable', async () => {
    await writeFiles(folder, { 'docs/openapi.yaml': '', 'api.json': '' });
    const failure = failureOf(() => locateDocument(folder));
    expect(failure).toMatchObject({
      code: 2,
      where: folder,
      message: expect.stringMatching(/nothing readable/),
    });
    expect(failure.hint).toContain('openapi.yaml');
  });
});
