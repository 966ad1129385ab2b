import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { beside } from '../../../src/spin/check/beside.ts';
import type { Surroundings } from '../../../src/spin/check/surroundings.ts';
import { temporaryFolder } from '../../support/files.ts';

const COMPONENT = Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0);
const MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

describe('what stands beside a manifest', () => {
  let around: Surroundings;

  beforeAll(async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'assets', 'css'), { recursive: true });
    await mkdir(join(folder, 'empty'));
    const files: Readonly<Record<string, string | Uint8Array>> = {
      'assets/css/site.css': 'x',
      'component.wasm': COMPONENT,
      'module.wasm': MODULE,
      'code.cwasm': MODULE,
      'elf.wasm': '\x7fELF…',
      'text.wasm': 'text',
      'empty.wasm': '',
      'broken.wasm': Uint8Array.of(...COMPONENT, 10, 99, 1),
    };
    for (const [path, content] of Object.entries(files))
      await writeFile(join(folder, path), content);
    around = beside(folder);
  });

  it.each([
    ['component.wasm', { kind: 'component', names: { imports: [], exports: [] } }],
    ['module.wasm', { kind: 'module' }],
    ['code.cwasm', { kind: 'precompiled' }],
    ['elf.wasm', { kind: 'precompiled' }],
    ['text.wasm', { kind: 'other' }],
    ['empty.wasm', { kind: 'other' }],
    ['broken.wasm', { kind: 'other' }],
    ['gone.wasm', { kind: 'missing' }],
    ['assets', { kind: 'missing' }],
    ['a\0b', { kind: 'missing' }],
  ])('%s', (path, expected) => {
    expect(around.wasm(path)).toEqual(expected);
  });

  it.each([
    ['assets', 'folder'],
    ['assets/css/site.css', 'file'],
    ['assets/gone', undefined],
    ['component.wasm/below', undefined],
  ])('the kind of %s', (path, kind) => {
    expect(around.kindOf(path)).toBe(kind);
  });

  it.each([
    ['assets/**/*', true],
    ['**/*.css', true],
    ['assets/*/site.???', true],
    ['./assets/css/[st]ite.css', true],
    ['assets/css/[!s]ite.css', false],
    ['assets/*.css', false],
    ['empty/**/*', false],
    ['gone/*', false],
    ['assets/css/[', false],
  ])('whether %s matches', (glob, expected) => {
    expect(around.hasMatch(glob)).toBe(expected);
  });
});
