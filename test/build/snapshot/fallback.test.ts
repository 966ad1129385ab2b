import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { componentize } from '../../../templates/node/snapshot/componentize.mjs';
import { temporaryFolder } from '../../support/files.ts';
import { assemble, FUNCREF } from './assemble.ts';

/** What componentize-js is called with, and what it does then. */
const engine = vi.hoisted(() => ({
  version: '0.23.0',
  calls: [] as Record<string, string>[],
  work: (_options: Record<string, string>): unknown => undefined,
  printed: '',
  /** The engine's own module, when it is to be another one. */
  read: undefined as ((path: string) => Promise<Uint8Array>) | undefined,
}));

vi.mock('node:fs/promises', async (load) => {
  const original = await load<typeof import('node:fs/promises')>();
  return {
    ...original,
    readFile: ((path: string, ...more: []) =>
      engine.read !== undefined && String(path).endsWith('starlingmonkey_embedding.wasm')
        ? engine.read(path)
        : original.readFile(path, ...more)) as typeof original.readFile,
  };
});

vi.mock('@bytecodealliance/componentize-js', () => ({
  get version() {
    return engine.version;
  },
  async componentize(options: Record<string, string>) {
    engine.calls.push(options);
    return { component: engine.work(options) ?? Uint8Array.of(1, 2, 3) };
  },
}));

const source = { sourcePath: 'dist/orders.js', witPath: '/orders/wit', worldName: 'service' };
let temporary: string;

beforeEach(async () => {
  temporary = await temporaryFolder();
  vi.stubEnv('TMPDIR', temporary);
  engine.version = '0.23.0';
  engine.calls = [];
  engine.work = () => undefined;
  engine.read = undefined;
});

afterEach(() => vi.unstubAllEnvs());

/** As componentize-js starts wizer; `undefined` when `options` name no program of ours. */
function wizer({ wizerBin }: Record<string, string>, words: readonly string[], env = {}) {
  if (wizerBin === undefined) return undefined;
  const { status, stderr } = spawnSync(wizerBin, words, { input: '', env, encoding: 'utf8' });
  engine.printed = stderr;
  if (status !== 0) throw new Error(`wizer failed: ${stderr}`);
  return undefined;
}

it('leaves a version that it does not know to itself', async () => {
  engine.version = '0.24.0';
  expect(await componentize(source)).toEqual({
    component: Uint8Array.of(1, 2, 3),
    fallback: 'componentize-js is 0.24.0, not 0.23.0',
  });
  expect(engine.calls).toEqual([source]);
});

it('lets componentize-js start again, alone, when wizer is to do something unknown, and prints nothing', async () => {
  engine.work = (options) => wizer(options, ['--allow-wasi', '--wasm-threads=true', '-o=x', 'y']);
  expect(await componentize(source)).toEqual({
    component: Uint8Array.of(1, 2, 3),
    fallback: "wizer's argument --wasm-threads=true is not known",
  });
  expect(engine.calls).toEqual([
    { ...source, engine: expect.any(String), wizerBin: expect.any(String) },
    source,
  ]);
  expect(engine.printed).toBe(''); // no ExperimentalWarning of node:wasi
  expect(await readdir(temporary)).toEqual([]);
});

it('leaves Windows to itself, where it was not tried', async () => {
  const platform = vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
  try {
    const { fallback } = await componentize(source);
    expect(fallback).toBe('it was not tried on Windows');
    expect(engine.calls).toEqual([source]);
  } finally {
    platform.mockRestore();
  }
});

it.each<[string, (engine: string) => Promise<Uint8Array>, RegExp]>([
  ['cannot be read', () => Promise.reject(new Error('no such file')), /no such file/],
  ['is cut off', async (path) => readFileSync(path).subarray(0, 100_000), /too early/],
  ['is no module', async () => Buffer.from('(module)'), /do not start/],
  [
    'changes its table',
    async () =>
      assemble({
        types: [[[], []]],
        tables: [[FUNCREF, 0, 1]],
        functions: [{ type: 0, code: [0x41, 0, 0xd0, 0x70, 0x26, 0] }],
      }),
    /its code changes a table/,
  ],
])('leaves an engine to itself that %s', async (_, bytes, reason) => {
  engine.read = bytes;
  const { fallback } = await componentize(source);
  expect(fallback).toMatch(reason);
  expect(engine.calls).toEqual([source]);
});

it('lets it start again, alone, when V8 ends by a signal', async () => {
  const crash = join(await temporaryFolder(), 'crash.cjs');
  await writeFile(crash, "process.kill(process.pid, 'SIGSEGV');\n");
  engine.work = (options) =>
    wizer(options, [], { NODE_OPTIONS: `--require=${JSON.stringify(crash)}` });
  const { fallback } = await componentize(source);
  expect(fallback).toBe('V8 was ended by SIGSEGV');
  expect(engine.calls).toHaveLength(2);
  expect(await readdir(temporary)).toEqual([basename(dirname(crash))]);
});

it('lets it start again when what comes out is not what was expected', async () => {
  const { fallback } = await componentize(source);
  expect(fallback).toMatch(/no such file|do not start/i);
  expect(engine.calls).toHaveLength(2);
});

it('passes on what componentize-js says against the source, and does not try twice', async () => {
  engine.work = () => {
    throw new Error("package 'wasi:cli' not found");
  };
  await expect(componentize(source)).rejects.toThrow("package 'wasi:cli' not found");
  expect(engine.calls).toHaveLength(1);
  expect(await readdir(temporary)).toEqual([]);
});

it('ends what componentize-js starts after the given time, and other programs never', async () => {
  engine.version = '0.24.0';
  engine.work = () => {
    const loop = ['--eval', 'for (;;);'];
    const { signal } = spawnSync(process.execPath, loop);
    return Buffer.from(String(signal));
  };
  const { component } = await componentize(source, { timeout: 500 });
  expect(Buffer.from(component).toString()).toBe('SIGKILL');
  const { status } = spawnSync(process.execPath, ['--eval', 'setTimeout(() => {}, 700)']);
  expect(status).toBe(0);
});
