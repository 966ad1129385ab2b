import { mkdtempSync, openSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Unsupported } from '../../../templates/node/snapshot/bytes.mjs';
import { readCode } from '../../../templates/node/snapshot/code.mjs';
import { dataSection } from '../../../templates/node/snapshot/data.mjs';
import { InitialisationFailed, initialise } from '../../../templates/node/snapshot/initialise.mjs';
import { readModule, SECTION, withSections } from '../../../templates/node/snapshot/module.mjs';
import { withState } from '../../../templates/node/snapshot/snapshot.mjs';
import {
  assemble,
  custom,
  EXTERNREF,
  F32,
  F64,
  FUNCREF,
  I32,
  I64,
  importFunction,
  type Parts,
  str,
  u,
  V128,
} from './assemble.ts';
import { type Exports, instantiate } from './instantiate.ts';

const stdin = join(mkdtempSync(join(tmpdir(), 'stdin-')), 'text');
writeFileSync(stdin, 'hello');

/** The module after its `init`, as componentize.mjs goes about it. */
async function snapshot(bytes: Uint8Array, check?: string): Promise<Uint8Array> {
  const module = readModule(bytes);
  const { assigned } = readCode(module);
  const calls = { run: 'init', ...(check !== undefined && { check }) };
  const surroundings = {
    preopens: {},
    env: { WORD: 'env' },
    stdin: openSync(stdin, 'r'),
    seed: 'seed',
    time: 86_400_000,
  };
  const state = await initialise(module, assigned, calls, surroundings);
  const done = withState(module, state, new Set(['init', '_initialize']));
  const data = dataSection(state.memory);
  return withSections(
    readModule(done),
    new Map([
      [SECTION.data, data],
      [SECTION.dataCount, Uint8Array.from(u(readCount(data)))],
    ]),
  );
}

const readCount = (data: Uint8Array) =>
  readModule(
    Uint8Array.from([...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], 11, ...u(data.length), ...data]),
  ).data.length;

async function initialised(parts: Parts): Promise<Exports> {
  return instantiate(await snapshot(assemble(parts)));
}

const constant = (value: number) => [0x41, ...u(value)]; // i32.const, small values
const NONE = [[], []] as const;

/** `init` is function 0; the others can be called afterwards. */
const plain = {
  types: [NONE, [[], [I32]]],
  memories: [[0, 1]],
  exports: [
    ['init', 0, 0],
    ['memory', 2, 0],
  ],
} satisfies Parts;

describe('a snapshot keeps', () => {
  it('the memory, with what data segments had put there', async () => {
    const { memory, init } = await initialised({
      ...plain,
      // i32.store (address 16) 42
      functions: [{ type: 0, code: [...constant(16), ...constant(42), 0x36, 2, 0] }],
      data: [[0, ...constant(8), 0x0b, ...str('abcd')]],
    });
    const bytes = Buffer.from(memory.buffer);
    expect(bytes.subarray(8, 12).toString()).toBe('abcd');
    expect(bytes.readUInt32LE(16)).toBe(42);
    expect(init).toBeUndefined();
  });

  it('what segments had put there and the initialiser took away', async () => {
    const { memory } = await initialised({
      ...plain,
      functions: [{ type: 0, code: [...constant(8), ...constant(0), 0x36, 2, 0] }],
      data: [[0, ...constant(8), 0x0b, ...str('abcd')]],
    });
    expect(Buffer.from(memory.buffer).every((byte) => byte === 0)).toBe(true);
  });

  it.each([
    ['no maximum', [0, 1]],
    ['a maximum', [1, 1, 9]],
    ['numbers that a linker padded', [1, 0x81, 0x80, 0, 0x89, 0]],
  ])('a memory that has grown, with %s', async (_, limits) => {
    const { memory } = await initialised({
      ...plain,
      memories: [limits],
      // memory.grow 3; then a byte on the last page
      functions: [
        {
          type: 0,
          code: [
            ...constant(3),
            0x40,
            0,
            0x1a,
            ...[0x41, ...u(4 * 65536 - 70000), 0x41, 7, 0x3a, 0, ...u(69999)],
          ],
        },
      ],
    });
    expect(memory.buffer.byteLength).toBe(4 * 65536);
    expect(Buffer.from(memory.buffer).at(-1)).toBe(7);
    if (limits[0] === 1) expect(() => memory.grow(6)).toThrow();
    expect(memory.grow(5)).toBe(4);
  });

  it('globals of every numeric type, and those that do not change', async () => {
    const exports = await initialised({
      ...plain,
      globals: [
        [I32, 1, 0x41, 0, 0x0b],
        [I64, 1, 0x42, 0, 0x0b],
        [F32, 1, 0x43, 0, 0, 0, 0, 0x0b],
        [F64, 1, 0x44, 0, 0, 0, 0, 0, 0, 0, 0, 0x0b],
        [I32, 0, 0x41, 5, 0x0b],
        [I32, 1, 0x41, 6, 0x0b],
        [FUNCREF, 1, 0xd0, 0x70, 0x0b],
      ],
      exports: [
        ...plain.exports,
        ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name, index) => [name, 3, index] as const),
      ],
      functions: [
        {
          type: 0,
          code: [
            ...[0x41, 0x7f, 0x24, 0], // -1
            ...[0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f, 0x24, 1],
            ...[0x43, 0, 0, 0, 0x80, 0x24, 2], // -0
            ...[0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0x7f, 0x24, 3], // Infinity
          ],
        },
      ],
    });
    const values = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => exports[name].value);
    expect(values).toEqual([-1, -(2n ** 63n), -0, Infinity, 5, 6, null]);
  });

  it('tables, imports, other exports and custom sections as they are', async () => {
    const bytes = assemble({
      types: [NONE, [[], [I32]]],
      imports: [importFunction('host', 'number', 1)],
      functions: [
        { type: 0, code: [] },
        { type: 1, code: [0x10, 0] },
        // call_indirect (type 1) with 1
        { type: 1, code: [...constant(1), 0x11, 1, 0] },
      ],
      tables: [[FUNCREF, 0, 2]],
      memories: [[0, 1]],
      exports: [
        ['init', 0, 1],
        ['direct', 0, 2],
        ['indirect', 0, 3],
      ],
      elements: [[0, 0x41, 1, 0x0b, 1, 0]],
      customs: [custom('note', [1, 2, 3])],
    });
    const done = await snapshot(bytes);
    const exports = await instantiate(done, { host: { number: () => 11 } });
    expect(Object.keys(exports)).toEqual(['direct', 'indirect']);
    expect([exports.direct(), exports.indirect()]).toEqual([11, 11]);
    expect(Buffer.from(done).includes(Buffer.from(custom('note', [1, 2, 3])))).toBe(true);
  });

  it('what _initialize did before', async () => {
    const { memory, _initialize } = await initialised({
      ...plain,
      functions: [
        // init: memory[0] = memory[0] + 1
        { type: 0, code: [0x41, 0, 0x41, 0, 0x28, 2, 0, 0x41, 1, 0x6a, 0x36, 2, 0] },
        { type: 0, code: [0x41, 0, 0x41, 9, 0x36, 2, 0] },
      ],
      exports: [...plain.exports, ['_initialize', 0, 1]],
    });
    expect(Buffer.from(memory.buffer)[0]).toBe(10);
    expect(_initialize).toBeUndefined();
  });

  it('the same bytes, though the module asks for random bytes and the time', async () => {
    const bytes = assemble({
      types: [NONE, [[I32, I32], [I32]], [[I32, I64, I32], [I32]]],
      imports: [
        importFunction('wasi_snapshot_preview1', 'random_get', 1),
        importFunction('wasi_snapshot_preview1', 'clock_time_get', 2),
      ],
      functions: [
        {
          type: 0,
          code: [
            ...[...constant(0), ...constant(40), 0x10, 0, 0x1a],
            ...[...constant(0), 0x42, 0, ...constant(48), 0x10, 1, 0x1a],
          ],
        },
      ],
      memories: [[0, 1]],
      exports: [
        ['init', 0, 2],
        ['memory', 2, 0],
      ],
    });
    const first = await snapshot(bytes);
    expect(await snapshot(bytes)).toEqual(first);
    const { memory } = await instantiate(first, {
      wasi_snapshot_preview1: { random_get() {}, clock_time_get() {} },
    });
    const content = Buffer.from(memory.buffer);
    expect(new Set(content.subarray(0, 40)).size).toBeGreaterThan(16);
    expect(content.readBigUInt64LE(48)).toBe(86_400_000_001_000n);
  });
});

describe('what a snapshot cannot keep is refused before anything runs:', () => {
  const runs = { ...plain, functions: [{ type: 0, code: [0x00] }] }; // unreachable
  const importOf = (type: readonly number[]) => [...str('host'), ...str('thing'), ...type];
  it.each<[string, Parts, RegExp]>([
    [
      'an imported memory',
      { ...runs, imports: [importOf([2, 0, 1])], memories: [] },
      /imports host thing/,
    ],
    [
      'an imported table',
      { ...runs, imports: [importOf([1, FUNCREF, 0, 1])] },
      /imports host thing/,
    ],
    ['an imported global', { ...runs, imports: [importOf([3, I32, 0])] }, /imports host thing/],
    ['no memory', { ...runs, memories: [], exports: [['init', 0, 0]] }, /0 memories/],
    [
      'two memories',
      {
        ...runs,
        memories: [
          [0, 1],
          [0, 1],
        ],
      },
      /2 memories/,
    ],
    ['a shared memory', { ...runs, memories: [[3, 1, 2]] }, /shared/],
    ['a memory of 64 bits', { ...runs, memories: [[4, 1]] }, /64 bits/],
    ['a start function', { ...runs, start: 0 }, /start function/],
    [
      'a vector in a global',
      {
        ...runs,
        globals: [[V128, 1, 0xfd, 12, ...Array(16).fill(0), 0x0b]],
        functions: [{ type: 0, code: [0xfd, 12, ...Array(16).fill(0), 0x24, 0] }],
      },
      /global 0 .* 0x7b/,
    ],
    [
      'a reference in a global',
      {
        ...runs,
        globals: [[EXTERNREF, 1, 0xd0, 0x6f, 0x0b]],
        functions: [{ type: 0, code: [0xd0, 0x6f, 0x24, 0] }],
      },
      /global 0 .* 0x6f/,
    ],
    [
      'table.set',
      {
        ...runs,
        tables: [[FUNCREF, 0, 1]],
        functions: [{ type: 0, code: [0x41, 0, 0xd0, 0x70, 0x26, 0] }],
      },
      /a table/,
    ],
    [
      'table.grow',
      {
        ...runs,
        tables: [[FUNCREF, 0, 1]],
        functions: [{ type: 0, code: [0xd0, 0x70, 0x41, 1, 0xfc, 15, 0, 0x1a] }],
      },
      /a table/,
    ],
    [
      'elem.drop',
      { ...runs, elements: [[1, 0, 0]], functions: [{ type: 0, code: [0xfc, 13, 0] }] },
      /element segment/,
    ],
    [
      'memory.init',
      {
        ...runs,
        data: [[1, 1, 7]],
        functions: [{ type: 0, code: [0x41, 0, 0x41, 0, 0x41, 1, 0xfc, 8, 0, 0] }],
      },
      /from a data segment/,
    ],
    [
      'data.drop',
      { ...runs, data: [[1, 1, 7]], functions: [{ type: 0, code: [0xfc, 9, 0] }] },
      /a data segment/,
    ],
    [
      'an instruction of a proposal',
      { ...runs, functions: [{ type: 0, code: [0xfb, 0, 0] }] },
      /instruction 0xfb/,
    ],
  ])('%s', async (_, parts, message) => {
    const error = await snapshot(assemble(parts)).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Unsupported);
    expect(error.message).toMatch(message);
  });

  it('a NaN, once it is there', async () => {
    const parts: Parts = {
      ...plain,
      globals: [[F64, 1, 0x44, 0, 0, 0, 0, 0, 0, 0, 0, 0x0b]],
      functions: [{ type: 0, code: [0x44, 1, 0, 0, 0, 0, 0, 0xf8, 0x7f, 0x24, 0] }],
    };
    await expect(snapshot(assemble(parts))).rejects.toThrow(/global 0 is not a number/);
  });
});

describe('an initialiser that fails', () => {
  const failing = (code: readonly number[], parts: Parts = {}) =>
    snapshot(assemble({ ...plain, functions: [{ type: 0, code }], ...parts })).catch(
      (thrown) => thrown,
    );

  it('by a trap says which', async () => {
    const error = await failing([0x00]);
    expect(error).toBeInstanceOf(InitialisationFailed);
    expect(error.message).toMatch(/^the `init` function trapped\n\nCaused by:\n .*unreachable/);
  });

  it('by calling its host says whom', async () => {
    const error = await failing([], {
      imports: [importFunction('wasi:random/random@0.2.10', 'get-random-u64', 0)],
      functions: [{ type: 0, code: [0x10, 0] }],
      exports: [['init', 0, 1]],
    });
    expect(error).toBeInstanceOf(InitialisationFailed);
    expect(error.message).toContain(
      "attempted to call an unknown imported function: 'wasi:random/random@0.2.10' 'get-random-u64'",
    );
  });

  it('by ending its process leaves the word to what it printed', async () => {
    const error = await failing([], {
      types: [NONE, [[I32], []]],
      imports: [importFunction('wasi_snapshot_preview1', 'proc_exit', 1)],
      functions: [{ type: 0, code: [...constant(3), 0x10, 0] }],
      exports: [['init', 0, 1]],
    });
    expect(error).toBeInstanceOf(InitialisationFailed);
    expect(error.message).toBe('');
  });

  it('by not being there', async () => {
    expect((await failing([], { exports: [] })).message).toContain('no function `init`');
  });

  it('in its own judgement', async () => {
    const bytes = assemble({
      ...plain,
      functions: [
        { type: 0, code: [] },
        { type: 1, code: constant(2) },
      ],
      exports: [...plain.exports, ['check', 0, 1]],
    });
    await expect(snapshot(bytes, 'check')).rejects.toThrow('check answered 2');
  });
});
