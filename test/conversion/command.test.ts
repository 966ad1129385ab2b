import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { witCommand } from '../../src/conversion/command.ts';
import { runCommand } from '../../src/run/command.ts';
import { testHost } from '../run/test-host.ts';
import { temporaryFolder } from '../support/files.ts';

const ORDERS = join(process.cwd(), 'examples', 'orders.openapi.yaml');

const LOSSY = JSON.stringify({
  openapi: '3.0.3',
  info: { title: 'Lossy --> `x`', version: '1' },
  paths: {
    '/a': {
      get: {
        responses: {
          200: { description: '', content: { 'application/json': { schema: { type: 'null' } } } },
        },
      },
    },
  },
  'x-webhooks': {},
});

describe('the command wit', () => {
  it('prints the WIT on stdout and how it went on stderr', async () => {
    const host = testHost(await temporaryFolder());
    await runCommand(witCommand, [ORDERS], host);
    expect(host.out()).toMatch(/^\/\/\/ Orders of a small shop/u);
    expect(host.out()).toContain('world service {');
    expect(host.err()).toContain('operations in 3 interfaces');
  });

  it('writes world.wit, and the same bytes again', async () => {
    const folder = await temporaryFolder();
    const host = testHost(folder);
    await runCommand(witCommand, ['--from', ORDERS, '--out', 'wit'], host);
    const first = await readFile(join(folder, 'wit', 'world.wit'), 'utf8');
    expect(await readdir(join(folder, 'wit'))).toEqual(['world.wit']);
    expect(host.out()).toBe('');
    await runCommand(witCommand, ['--from', ORDERS, '--out', 'wit'], host);
    expect(await readFile(join(folder, 'wit', 'world.wit'), 'utf8')).toBe(first);
  });

  it('writes FIDELITY.md when there is something to say, and removes it when there is nothing more', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'lossy--.json'), LOSSY);
    const host = testHost(folder);
    await runCommand(witCommand, ['lossy--.json', '--out', '.'], host);
    const page = await readFile(join(folder, 'FIDELITY.md'), 'utf8');
    expect(page).toContain('`#/paths/~1a/get/responses/200/content/application~1json/schema`');
    expect(page.split('\n')[0]).toMatch(/^<!-- (?:(?!--).)*-->$/u);
    await runCommand(witCommand, [ORDERS, '--out', '.'], host);
    expect(await readdir(folder)).toEqual(['lossy--.json', 'world.wit']);
  });

  it('leaves a file of somebody else alone, unless forced', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'wit'));
    await writeFile(join(folder, 'wit', 'world.wit'), 'package mine:own;\n');
    const host = testHost(folder);
    await expect(runCommand(witCommand, [ORDERS, '--out', 'wit'], host)).rejects.toMatchObject({
      code: 2,
      message: expect.stringContaining('--force'),
    });
    expect(await readFile(join(folder, 'wit', 'world.wit'), 'utf8')).toBe('package mine:own;\n');
    await runCommand(witCommand, [ORDERS, '--out', 'wit', '--force'], host);
    expect(await readFile(join(folder, 'wit', 'world.wit'), 'utf8')).toContain('example:orders');
  });

  it('prints one object that fits its schema with --json, also when it fails', async () => {
    const [schema, shared, assessment] = await Promise.all(
      ['conversion', 'result', 'assessment'].map(async (name) =>
        JSON.parse(await readFile(`schemas/${name}.schema.json`, 'utf8')),
      ),
    );
    const fits = new Ajv()
      .addSchema(assessment, 'assessment.schema.json')
      .addSchema(shared, 'result.schema.json')
      .compile(schema);
    const folder = await temporaryFolder();
    for (const words of [[ORDERS], [ORDERS, '--out', 'wit']]) {
      const host = testHost(folder);
      await runCommand(witCommand, [...words, '--json'], host);
      const result = JSON.parse(host.out());
      expect(fits(result), JSON.stringify(fits.errors)).toBe(true);
      expect(result).toMatchObject({ ok: true, world: 'service', api: { operations: 8 } });
    }
    const host = testHost(folder);
    await expect(runCommand(witCommand, ['nowhere.yaml', '--json'], host)).rejects.toMatchObject({
      code: 2,
    });
    const failed = JSON.parse(host.out());
    expect(fits(failed), JSON.stringify(fits.errors)).toBe(true);
    expect(failed).toMatchObject({ ok: false, error: { code: 2 } });
  });

  it('prints its help', async () => {
    const host = testHost();
    await runCommand(witCommand, ['--help'], host);
    expect(host.out()).toContain('yo wasm-component:wit DOCUMENT');
    expect(host.out()).not.toContain('project');
  });

  it.each([
    ['no document', [], 'Which document?'],
    ['two documents', ['a.yaml', 'b.yaml'], '"b.yaml" is a second one'],
    ['a document as flag and as argument', ['a.yaml', '--from', 'b.yaml'], 'a second one'],
    ['an unknown flag', ['--form', 'a.yaml'], 'Did you mean --from?'],
    ['a flag of the interview', ['a.yaml', '--yes'], 'Unknown flag: "--yes"'],
    ['a wrong namespace', ['a.yaml', '--namespace', 'wasi'], 'Try my-wasi.'],
    ['an empty folder', ['a.yaml', '--out', ''], '--out is empty.'],
  ])('refuses %s with code 2', async (_what, words, message) => {
    const host = testHost(await temporaryFolder());
    await expect(runCommand(witCommand, words, host)).rejects.toMatchObject({
      code: 2,
      message: expect.stringContaining(message),
    });
    expect(host.out()).toBe('');
  });
});
