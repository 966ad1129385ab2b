import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/terminal/failure.ts';
import { checkWit } from '../../../src/wit/check/check.ts';
import { wasiDependencies } from '../../../src/wit/check/dependencies.ts';
import { embed } from '../../../src/wit/check/embed.ts';
import { printWit } from '../../../src/wit/printing/print.ts';
import { temporaryFolder, writeFiles } from '../../support/files.ts';
import { typedSchema } from '../support.ts';

const WORLD = 'world service { export i; }';

async function failureOf(files: ReadonlyMap<string, string>): Promise<Failure> {
  try {
    await checkWit(files, 'service');
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

function failureOfWorld(wit: string): Promise<Failure> {
  return failureOf(new Map([['world.wit', wit]]));
}

describe('wasiDependencies', () => {
  it('are the packages behind an HTTP door, at the patch the engine takes', async () => {
    const files = await wasiDependencies();
    expect([...files.keys()]).toEqual([
      'deps/wasi-io-0.2.10/package.wit',
      'deps/wasi-clocks-0.2.10/package.wit',
      'deps/wasi-http-0.2.10/package.wit',
    ]);
    for (const text of files.values()) {
      expect(text).toMatch(/^package wasi:[a-z]+@0\.2\.10;\n/u);
      expect(text).not.toMatch(/^world |0\.2\.12|wasi:cli|wasi:random/mu);
      expect(text.endsWith('}\n')).toBe(true);
    }
  });
});

describe('checkWit', () => {
  it('accepts what we print, with the packages beside it, and leaves nothing behind', async () => {
    const schema = { type: 'object', properties: { id: { type: 'string' }, type: {} } };
    const wit = printWit(typedSchema(schema));
    const files = new Map([...(await wasiDependencies()), ['world.wit', wit]]);
    await expect(checkWit(files, 'service')).resolves.toBeUndefined();
  });

  it.each([
    ['a broken text', 'package a:b@1.0.0; interface i { f: func( }', /expected/u],
    [
      'an empty record',
      `package a:b@1.0.0; interface i { record r {} f: func() -> r; } ${WORLD}`,
      /record/u,
    ],
    [
      'a label twice',
      `package a:b@1.0.0; interface i { record r { foo: u8, foo: u8 } f: func() -> r; } ${WORLD}`,
      /foo/u,
    ],
    [
      'a recursive type',
      `package a:b@1.0.0; interface i { record r { r: list<r> } } ${WORLD}`,
      /depends on itself/u,
    ],
    [
      'a package that is not there',
      'package a:b@1.0.0; world service { export x:y/z@1.0.0; }',
      /not found/u,
    ],
    ['another world', `package a:b@1.0.0; interface i {} world other { export i; }`, /service/u],
  ])('refuses %s, and keeps it for the report', async (_name, wit, message) => {
    const failure = await failureOfWorld(wit);
    expect(failure.code).toBe(1);
    expect(failure.message).toMatch(message);
    expect(failure.message).toContain('a bug in this generator');
    const folder = failure.where ?? '';
    expect(failure.hint).toContain(folder);
    expect(await readFile(join(folder, 'world.wit'), 'utf8')).toBe(wit);
  });

  it('says what is wrong with a WIT that has packages beside it', async () => {
    const wit = `package a:b@1.0.0; interface i { use wasi:io/streams@0.2.10.{input-stream};
      record r { r: list<r> } } ${WORLD}`;
    const files = new Map([...(await wasiDependencies()), ['world.wit', wit]]);
    expect((await failureOf(files)).message).toMatch(/`r` depends on itself/u);
  });

  it.each([
    ['map<string, u8>', 'map<K, V>'],
    ['stream<u8>', 'stream<T>'],
    ['future<u8>', 'future<T>'],
    ['error-context', 'error-context'],
    ['list<u8, 4>', 'a list of fixed size'],
  ])('refuses %s, which came after WASI 0.2', async (type, name) => {
    const failure = await failureOfWorld(
      `package a:b@1.0.0; interface i { f: func(a: ${type}); } ${WORLD}`,
    );
    expect(failure.message).toContain(`world.wit uses ${name}`);
  });

  it('refuses async functions', async () => {
    const failure = await failureOfWorld(
      `package a:b@1.0.0; interface i { f: async func(); } ${WORLD}`,
    );
    expect(failure.message).toContain('async func');
  });

  it('takes those words as names and in comments', async () => {
    const wit = `package a:b@1.0.0;
      /* map<a, b> */
      interface i {
        // stream<u8>, future<u8>
        record %stream { %map: list<tuple<string, u8>>, %future: u8, %error-context: u8 }
        %async: func() -> %stream;
      }
      ${WORLD}`;
    await expect(checkWit(new Map([['world.wit', wit]]), 'service')).resolves.toBeUndefined();
  });
});

describe('embed', () => {
  it('tells for each job, and ends a check that takes too long', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'a.wit': `package a:b@1.0.0; interface i {} ${WORLD}` });
    const job = { witPath: folder, world: 'service' };
    expect(await embed([job, { ...job, world: 'none' }, job])).toEqual([
      undefined,
      expect.stringContaining('none'),
      undefined,
    ]);
    expect(await embed([job], 1)).toEqual([expect.stringMatching(/ended early by SIGTERM/u)]);
  });
});
