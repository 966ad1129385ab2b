import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAnswersFile } from '../../src/questions/answers-file.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
});

/** Reads an answers file with this text, as `sub/NAME` seen from the working directory. */
async function read(name: string, text: string) {
  await writeFiles(folder, { [`sub/${name}`]: text });
  return Object.fromEntries(await readAnswersFile(join('sub', name), folder));
}

const schema = new URL('../../schemas/answers.schema.json', import.meta.url);
const fits = new Ajv({ strict: true }).compile(JSON.parse(readFileSync(schema, 'utf8')));

describe('an answers file', () => {
  it.each([
    ['answers.json', '{"name": "orders", "install": true, "operations": ["get /a"]}'],
    ['answers.yaml', 'name: orders\ninstall: true\noperations:\n  - get /a\n'],
    ['answers.yml', '{name: orders, install: true, operations: [get /a]}'],
    [
      'no-extension',
      '{"$schema": "x.json", "name": "orders", "install": true, "operations": ["GET /a"]}',
    ],
  ])('%s', async (name, text) => {
    const want = { name: 'orders', install: true, operations: ['GET /a'] };
    expect(await read(name, text)).toEqual(want);
  });

  it('sees paths from its own folder', async () => {
    const { from } = await read('a.json', '{"from": "../openapi.yaml"}');
    expect(from).toBe(join(folder, 'openapi.yaml'));
  });

  it.each([
    ['{"langauge": "ts"}', 'a.json#/langauge', 'Did you mean language?'],
    ['{"xyzzy": 1}', 'a.json#/xyzzy', /^Possible: service, /],
    ['{"__proto__": {"name": "x"}}', 'a.json#/__proto__', /^Possible/],
    ['{"a/b": 1}', 'a.json#/a~1b', /^Possible/],
    ['{"name": 5}', 'a.json#/name', undefined],
    ['{"name": null}', 'a.json#/name', undefined],
    ['{"name": "My Shop"}', 'a.json#/name', 'Try my-shop.'],
    ['{"install": "yes"}', 'a.json#/install', undefined],
    ['{"operations": "GET /a"}', 'a.json#/operations', undefined],
    ['{"operations": ["GET /a", 3]}', 'a.json#/operations/1', undefined],
    ['{"operations": ["GET a"]}', 'a.json#/operations/0', undefined],
    ['{"language": "typescript"}', 'a.json#/language', /Possible: ts, js\./],
    ['{"packageManager": "pnmp"}', 'a.json#/packageManager', /^Did you mean pnpm\?/],
    ['[]', 'a.json#', /one key an answer/],
    ['"orders"', 'a.json#', /one key an answer/],
    ['{"name": }', 'a.json:1:10', undefined],
    ['{"name":\n  "orders",\n}', 'a.json:3:1', undefined],
    ['name: [', /^sub\/a\.json:\d+:\d+$/, undefined],
  ])('%s is refused where it is wrong', async (text, where, hint) => {
    await expect(read('a.json', text)).rejects.toMatchObject({
      code: 2,
      where: typeof where === 'string' ? `sub/${where}` : expect.stringMatching(where),
      hint: hint instanceof RegExp ? expect.stringMatching(hint) : hint,
    });
  });

  it.each([
    ['missing.json', 'No such file.'],
    ['sub', 'The answers file is a folder.'],
  ])('%s is refused', async (file, message) => {
    await mkdir(join(folder, 'sub'), { recursive: true });
    await expect(readAnswersFile(file, folder)).rejects.toMatchObject({ code: 2, message });
  });
});

describe('the published schema', () => {
  it.each([
    ['{"name": "orders", "language": "js", "git": false, "operations": ["GET /a"]}'],
    ['{"$schema": "answers.schema.json"}'],
    ['{}'],
  ])('agrees that %s is right', async (text) => {
    expect(fits(JSON.parse(text))).toBe(true);
    await expect(read('a.json', text)).resolves.toBeDefined();
  });

  it.each([
    ['{"langauge": "ts"}'],
    ['{"name": 5}'],
    ['{"install": "yes"}'],
    ['{"operations": "GET /a"}'],
    ['{"operations": [3]}'],
    ['{"language": "typescript"}'],
    ['[]'],
  ])('agrees that %s is wrong', async (text) => {
    expect(fits(JSON.parse(text))).toBe(false);
    await expect(read('a.json', text)).rejects.toMatchObject({ code: 2 });
  });
});
