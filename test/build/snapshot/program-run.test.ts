import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readCode } from '../../../templates/node/snapshot/code.mjs';
import { graft } from '../../../templates/node/snapshot/graft.mjs';
import { readModule } from '../../../templates/node/snapshot/module.mjs';
import { skeletonOf } from '../../../templates/node/snapshot/skeleton.mjs';
import { temporaryFolder } from '../../support/files.ts';
import { assemble, I32, I64, importFunction, type Parts } from './assemble.ts';
import { constant, NONE } from './initialised.ts';
import { instantiate } from './instantiate.ts';

// The program that stands in for wizer, as a process, on engines written by hand.

const program = fileURLToPath(
  new URL('../../../templates/node/snapshot/program.mjs', import.meta.url),
);
const WASI = 'wasi_snapshot_preview1';

/** Imports three functions; `init` is what `code` says. */
function engineOf(code: readonly number[], changes: Parts = {}): Parts {
  return {
    types: [NONE, [[], [I32]], [[I32], []], [[I32, I32], [I32]], [[I32, I64, I32], [I32]]],
    imports: [
      importFunction(WASI, 'proc_exit', 2),
      importFunction(WASI, 'random_get', 3),
      importFunction(WASI, 'clock_time_get', 4),
    ],
    functions: [
      { type: 0, code },
      { type: 1, code: constant(0) },
      { type: 0, code: [] },
    ],
    memories: [[0, 1]],
    exports: [
      ['init', 0, 3],
      ['check_init', 0, 4],
      ['memory', 2, 0],
    ],
    ...changes,
  };
}

interface Options {
  readonly timeout?: number;
  /** What the tools have made of the skeleton. */
  readonly input?: Uint8Array;
}

async function run(parts: Parts, { timeout = 60_000, input }: Options = {}) {
  const folder = await temporaryFolder();
  const path = (name: string) => join(folder, name);
  const engine = assemble(parts);
  const module = readModule(engine);
  writeFileSync(path('engine'), engine);
  writeFileSync(path('in'), input ?? skeletonOf({ module, code: readCode(module) }));
  mkdirSync(path('sources'));
  const job = { engine: path('engine'), stdin: path('stdin'), data: path('data') };
  const words = [
    ...['--no-warnings', program],
    JSON.stringify({ ...job, outcome: path('outcome'), env: {}, time: 86_400_000 }),
    ...['--allow-wasi', '--init-func', 'init', `--dir=${path('sources')}`],
    ...['--wasm-bulk-memory=true', '--inherit-env=true', `-o=${path('out')}`, path('in')],
  ];
  const { status, signal, stderr } = spawnSync(process.execPath, words, {
    ...{ input: 'text', encoding: 'utf8', timeout, killSignal: 'SIGKILL' },
  });
  const made = (name: string) => (existsSync(path(name)) ? readFileSync(path(name)) : undefined);
  const [out, data, outcome] = [made('out'), made('data'), made('outcome')?.toString()];
  return { status, signal, stderr, out, data, outcome };
}

/** Random bytes and the time into memory. */
const asking = [
  ...[...constant(0), ...constant(40), 0x10, 1, 0x1a],
  ...[...constant(0), 0x42, 0, ...constant(48), 0x10, 2, 0x1a],
];

it('writes the skeleton where the engine stands after its initialiser, the memory apart', async () => {
  const parts = engineOf([...constant(16), ...constant(42), 0x36, 2, 0]);
  const { status, stderr, outcome, out, data } = await run(parts);
  expect({ status, stderr, outcome }).toEqual({ status: 0, stderr: '', outcome: undefined });
  const module = readModule(assemble(parts));
  const engine = { module, code: readCode(module) };
  const whole = graft(engine, readModule(out ?? new Uint8Array()), data ?? new Uint8Array());
  const noop = () => 0;
  const host = { proc_exit: noop, random_get: noop, clock_time_get: noop };
  const { init, memory } = await instantiate(whole, { [WASI]: host });
  expect(init).toBeUndefined();
  expect(Buffer.from(memory.buffer)[16]).toBe(42);
});

it('writes the same bytes in another process and another folder', async () => {
  const [one, other] = [await run(engineOf(asking)), await run(engineOf(asking))];
  expect(one.out?.length).toBeGreaterThan(0);
  expect(other).toEqual(one);
});

it.each<[string, readonly number[], RegExp]>([
  ['traps', [0x00], /^Error: the `init` function trapped\n\nCaused by:\n {4}.*unreachable/],
  ['ends its process', [...constant(3), 0x10, 0], /^$/],
])('says of an initialiser that it %s, and asks nobody else', async (_, code, words) => {
  const { status, stderr, outcome, out } = await run(engineOf(code));
  expect({ status, outcome, out }).toEqual({ status: 1, outcome: undefined, out: undefined });
  expect(stderr).toMatch(words);
});

it('can be ended in an initialiser that does not end', async () => {
  const { signal, out } = await run(engineOf([0x03, 0x40, 0x0c, 0, 0x0b]), { timeout: 1500 });
  expect({ signal, out }).toEqual({ signal: 'SIGKILL', out: undefined });
});

it.each<[string, Parts, Options, string]>([
  ['a start function', engineOf([], { start: 3 }), {}, 'it has a start function'],
  ['a shared memory', engineOf([], { memories: [[3, 1, 2]] }), {}, 'its memory is shared'],
  [
    'an allocator that traps',
    engineOf([], {
      functions: [
        { type: 0, code: [] },
        { type: 1, code: [0] },
      ],
      exports: [
        ['init', 0, 3],
        ['cabi_realloc', 0, 4],
      ],
    }),
    {},
    'unreachable',
  ],
  [
    'an engine whose functions are all exported',
    engineOf(asking, {
      functions: [
        { type: 0, code: asking },
        { type: 1, code: constant(0) },
      ],
    }),
    {},
    'its functions are not marked',
  ],
  ['tools that make something else', engineOf([]), { input: Buffer.from('(module)') }, 'do not'],
])('leaves to others, with the reason: %s', async (_, parts, options, reason) => {
  const { status, stderr, outcome, out } = await run(parts, options);
  expect({ status, stderr, out }).toEqual({ status: 1, stderr: '', out: undefined });
  expect(outcome).toContain(reason);
});
