import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { componentize } from '../../../templates/node/snapshot/componentize.mjs';
import { temporaryFolder } from '../../support/files.ts';

/** What componentize-js is called with, and what it does then. */
const engine = vi.hoisted(() => ({
  version: '0.23.0',
  calls: [] as Record<string, string>[],
  work: (_options: Record<string, string>): unknown => undefined,
  printed: '',
}));

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
});

afterEach(() => vi.unstubAllEnvs());

/** As componentize-js starts wizer; `undefined` when `options` name no program of ours. */
function wizer({ wizerBin }: Record<string, string>, words: readonly string[]) {
  if (wizerBin === undefined) return undefined;
  const { status, stderr } = spawnSync(wizerBin, words, { input: '', env: {}, encoding: 'utf8' });
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
