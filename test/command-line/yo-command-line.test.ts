import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { yoCommandLine } from '../../src/command-line/yo-command-line.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  for (const name of ['yo', 'other']) {
    await writeFiles(join(folder, name), {
      'package.json': JSON.stringify({ name }),
      'lib/cli.js': '',
    });
  }
  await symlink(join(folder, 'yo', 'lib', 'cli.js'), join(folder, 'bin-yo'));
});

const isUs = (word: string) => word === 'wasm-component';
const read = (script: string, ...words: string[]) =>
  yoCommandLine(['node', join(folder, script), ...words], isUs);

describe('the command line of yo', () => {
  it.each([
    [['wasm-component'], []],
    [
      ['wasm-component', '--yes', 'orders'],
      ['--yes', 'orders'],
    ],
    [['wasm-component', 'wasm-component'], ['wasm-component']],
    [
      ['--debug', 'wasm-component', '--local-config-only', '--namespace', 'acme'],
      ['--namespace', 'acme'],
    ],
    [['other', 'x,', 'wasm-component', 'orders,', 'node'], ['orders']],
    [
      ['wasm-component', 'a', '--langauge'],
      ['a', '--langauge'],
    ],
  ])('%j has for us %j', (words, want) => {
    expect(read('yo/lib/cli.js', ...words)).toEqual(want);
    expect(read('bin-yo', ...words)).toEqual(want);
  });

  it.each([
    ['another program', ['other/lib/cli.js', 'wasm-component', '--yes']],
    ['a script that is gone', ['gone/lib/cli.js', 'wasm-component', '--yes']],
    ['another generator', ['yo/lib/cli.js', 'node', '--yes']],
    ['the menu of yo', ['yo/lib/cli.js']],
  ])('%s has none', (_what, [script = '', ...words]) => {
    expect(read(script, ...words)).toBeUndefined();
  });
});
