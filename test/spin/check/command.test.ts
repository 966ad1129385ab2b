import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/run/command.ts';
import { checkCommand } from '../../../src/spin/check/command.ts';
import { testHost } from '../../run/test-host.ts';
import { temporaryFolder } from '../../support/files.ts';
import { manifest } from './case.ts';

const GOOD = manifest('end', '').replace('orders.wasm', 'orders.wasm"\nbuild.command = "make');

/** Runs the command in a folder with these files. */
async function run(files: Readonly<Record<string, string | Uint8Array>>, ...words: string[]) {
  const folder = await temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const host = testHost(folder);
  const error: unknown = await runCommand(checkCommand, words, host).then(
    () => undefined,
    (thrown) => thrown,
  );
  return { out: host.out(), error, folder };
}

describe('the command check', () => {
  let whole: Uint8Array;
  beforeAll(async () => {
    whole = await component(
      ['fermyon:spin/variables@2.0.0'],
      ['wasi:http/incoming-handler@0.2.10'],
    );
  });

  it('says in a line that nothing is wrong', async () => {
    const { out, error } = await run({ 'spin.toml': GOOD, 'orders.wasm': whole });
    expect(error).toBeUndefined();
    expect(out).toBe('spin.toml: no problems\n');
  });

  it('shows the place, the line, a caret, and what to do', async () => {
    const bad = GOOD.replace('name =', 'nmae =');
    const { out, error } = await run({ 'spin.toml': bad, 'orders.wasm': whole });
    expect(error).toMatchObject({ code: 1, message: expect.stringContaining('2 problems') });
    expect(out).toBe(
      [
        'spin.toml:2:1 error: missing field `name` [missing-field]',
        '  2 | [application]',
        '    | ^^^^^^^^^^^^^',
        '',
        'spin.toml:3:1 error: unknown field `nmae`, expected one of `name`, `version`, `description`, `authors`, `targets`, `trigger`, `tool` [unknown-field]',
        '  3 | nmae = "shop"',
        '    | ^^^^',
        '  help: Did you mean `name`?',
        '',
      ].join('\n'),
    );
  });

  it('ends well with warnings, and not with --strict', async () => {
    const files = { 'spin.toml': GOOD };
    const lenient = await run(files);
    expect(lenient.error).toBeUndefined();
    expect(lenient.out).toMatch(/\[wasm-not-built\].*\nspin\.toml: no problems, 1 warning\n$/su);
    const strict = await run(files, '--strict');
    expect(strict.error).toMatchObject({ code: 1 });
    expect(strict.out).not.toContain('no problems');
  });

  it.each([
    ['nothing wrong', GOOD, true, []],
    ['problems', GOOD.replace('name = "shop"', 'name = 1'), false, ['wrong-type']],
  ])('tells %s as one object that fits its schema', async (_what, text, ok, rules) => {
    const { out } = await run({ 'spin.toml': text, 'orders.wasm': whole }, '--json');
    const told = JSON.parse(out);
    const ajv = new Ajv({ strict: false });
    for (const name of ['result', 'assessment']) ajv.addSchema(await schema(name));
    const fits = ajv.compile(await schema('check'));
    expect(fits(told), JSON.stringify(fits.errors)).toBe(true);
    expect(told.ok).toBe(ok);
    expect(told.problems.map(({ rule }: { rule: string }) => rule)).toEqual(rules);
    if (!ok) {
      expect(told.problems[0]).toEqual({
        rule: 'wrong-type',
        severity: 'error',
        stage: 'parse',
        message: 'invalid type: integer `1`, expected a string',
        where: { file: 'spin.toml', line: 3, column: 8 },
        key: 'application.name',
      });
    }
  });

  it('takes another file, and the folder of one', async () => {
    const files = { 'app/spin.toml': GOOD, 'app/orders.wasm': whole };
    for (const words of [['app/spin.toml'], ['app'], ['-f', 'app']]) {
      const { out } = await run(files, ...words);
      expect(out).toBe('app/spin.toml: no problems\n');
    }
  });

  it('looks at nothing else with --text-only', async () => {
    const files = { 'spin.toml': `${GOOD}files = ["gone.txt"]\n` };
    expect((await run(files)).out).toContain('[files-missing]');
    expect((await run(files, '--text-only')).out).toBe('spin.toml: no problems\n');
  });

  it('reads the runtime configuration beside it', async () => {
    const text = `${GOOD}key_value_stores = ["cache"]\n`;
    const config = '[key_value_store.cache]\ntype = "redis"\nurl = "redis://h"\n';
    const stores = await component(
      ['fermyon:spin/variables@2.0.0', 'fermyon:spin/key-value@2.0.0'],
      ['wasi:http/incoming-handler@0.2.10'],
    );
    const files = { 'spin.toml': text, 'orders.wasm': stores };
    expect((await run({ ...files, 'runtime-config.toml': config })).error).toBeUndefined();
    expect((await run(files)).out).toContain('[store-unknown]');
    const wrong = `[sqlite_databse.x]\n${config.replace('type = "redis"', '')}`;
    const { out, error } = await run({ ...files, 'runtime-config.toml': wrong });
    expect(out).toContain(
      'runtime-config.toml:1:2 error: unused runtime config key(s): sqlite_databse',
    );
    expect(out).toContain('help: Did you mean `sqlite_database`?');
    expect(out).toContain('runtime-config.toml:2:1 error: missing field `type`');
    expect(error).toMatchObject({ code: 1 });
    const elsewhere = { ...files, 'local.toml': config };
    const named = await run(elsewhere, '--runtime-config-file', 'local.toml');
    expect(named.error).toBeUndefined();
    expect((await run(files, '--runtime-config-file', 'local.toml')).error).toMatchObject({
      code: 2,
      message: expect.stringContaining('No such file'),
    });
    const below = await run({ 'app/spin.toml': GOOD, 'app/runtime-config.toml': 'x = 1' }, 'app');
    expect(below.out).toContain(
      'app/runtime-config.toml:1:1 error: unused runtime config key(s): x',
    );
  });

  it('tells a text that is no TOML as it tells what is wrong in one', async () => {
    const { out, error } = await run({ 'spin.toml': 'a = 1\nb = shop # é\n' });
    expect(error).toMatchObject({ code: 1, message: /1 problem\b/u });
    expect(out).toBe(
      [
        'spin.toml:2:5 error: invalid string [toml-syntax]',
        '  expected `"`, `\'`',
        '  2 | b = shop # é',
        '    |     ^',
        '  help: Text stands in quotes: "…".',
        '',
      ].join('\n'),
    );
    const files = { 'spin.toml': `${GOOD}key_value_stores = ["cache"]\n`, 'orders.wasm': whole };
    const beside = await run({ ...files, 'runtime-config.toml': '[' }, '--strict');
    expect(beside.error).toMatchObject({ code: 1 });
    expect(beside.out).toContain('runtime-config.toml:1:1 error: invalid table header');
    expect(beside.out).not.toContain('store-unknown');
  });

  it.each([
    ['no file', {}, [], /No such file/u],
    ['an unknown flag', { 'spin.toml': GOOD }, ['--stric'], /--strict/u],
    ['two manifests', { 'spin.toml': GOOD }, ['a.toml', 'b.toml'], /second/u],
  ])('ends with code 2: %s', async (_what, files, words, message) => {
    const { error } = await run(files, ...words);
    expect(error).toMatchObject({ code: 2, message: expect.stringMatching(message) });
  });

  it('prints its help', async () => {
    const { out } = await run({}, '--help');
    expect(out).toContain('generator-wasm-component check [spin.toml]');
  });
});

async function schema(name: string): Promise<object> {
  const file = join(process.cwd(), 'schemas', `${name}.schema.json`);
  return { ...JSON.parse(await readFile(file, 'utf8')), $id: `${name}.schema.json` };
}

/** A component that imports and exports empty interfaces, made by the toolchain from its text format. */
async function component(
  imports: readonly string[],
  exports: readonly string[],
): Promise<Uint8Array> {
  const { parse } = await import('@bytecodealliance/jco');
  return parse(
    [
      '(component',
      ...imports.map((name) => `(import "${name}" (instance))`),
      '(instance $empty)',
      ...exports.map((name) => `(export "${name}" (instance $empty))`),
      ')',
    ].join('\n'),
  );
}
