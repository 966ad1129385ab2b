import { describe, expect, it } from 'vitest';
import { readModule, SECTION, sectionBytes } from '../../../templates/node/snapshot/module.mjs';
import {
  assemble,
  custom,
  EXTERNREF,
  F32,
  F64,
  FUNCREF,
  HEADER,
  I32,
  I64,
  importFunction,
  type Parts,
  str,
  u,
  V128,
} from './assemble.ts';
import { constant, initialised, NONE, plain, snapshot } from './initialised.ts';
import { instantiate } from './instantiate.ts';

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

  it('globals that nothing assigns, of types that could not be written down', async () => {
    const kept: Parts = {
      ...plain,
      globals: [
        [V128, 1, 0xfd, 12, ...Array(16).fill(7), 0x0b],
        [EXTERNREF, 1, 0xd0, 0x6f, 0x0b],
        [FUNCREF, 1, 0xd2, 1, 0x0b], // ref.func 1
      ],
      functions: [
        { type: 0, code: [] },
        // The last lane of the vector.
        { type: 1, code: [0x23, 0, 0xfd, 0x1b, 3] },
      ],
      exports: [...plain.exports, ['lane', 0, 1], ['own', 3, 2], ['foreign', 3, 1]],
    };
    const { lane, own, foreign } = await initialised(kept);
    expect(lane()).toBe(0x07070707);
    expect([own.value === lane, foreign.value]).toEqual([true, null]);
  });

  it('several tables, and elements that nobody puts into one', async () => {
    const bytes = assemble({
      ...plain,
      functions: [
        { type: 0, code: [] },
        { type: 1, code: [...constant(0), 0x11, 1, 1] }, // call_indirect (type 1) in table 1
        { type: 1, code: constant(9) },
      ],
      tables: [
        [EXTERNREF, 0, 3],
        [FUNCREF, 1, 1, 5],
      ],
      elements: [
        [2, 1, 0x41, 0, 0x0b, 0, 1, 2], // active, in table 1
        [1, 0, 1, 2], // passive
        [3, 0, 1, 1], // declarative
      ],
      exports: [...plain.exports, ['indirect', 0, 1]],
    });
    const done = await snapshot(bytes);
    expect((await instantiate(done)).indirect()).toBe(9);
    for (const id of [SECTION.table, SECTION.element]) {
      expect(sectionBytes(readModule(done), id)).toEqual(sectionBytes(readModule(bytes), id));
    }
  });

  it('no passive segment: nothing reads one, and the count of segments is the new one', async () => {
    const done = await snapshot(
      assemble({
        ...plain,
        functions: [{ type: 0, code: [...constant(0), ...constant(7), 0x36, 2, 0] }],
        data: [
          [1, ...str('passive')],
          [0, ...constant(64), 0x0b, ...str('active')],
          [1, ...str('passive, too')],
        ],
      }),
    );
    const { data, sections } = readModule(done);
    expect(data.map(({ active }) => active)).toEqual([true, true]);
    expect(sections.map(({ id }) => id)).toContain(SECTION.dataCount);
    expect(Buffer.from(done).includes('passive')).toBe(false);
    const { memory } = await instantiate(done);
    expect(Buffer.from(memory.buffer).subarray(64, 70).toString()).toBe('active');
  });

  it('the names of functions, and other custom sections in their places', async () => {
    const names = custom('name', [1, ...u(7), 1, 0, ...str('begin')]);
    const [front, behind] = [custom('front', [1]), custom('behind', [2])];
    const bytes = assemble({
      ...plain,
      functions: [{ type: 0, code: [] }],
      customs: [names, behind],
    });
    const whole = Uint8Array.from([...HEADER, ...front, ...bytes.subarray(HEADER.length)]);
    const done = readModule(await snapshot(whole));
    const customs = done.sections.filter(({ id }) => id === SECTION.custom);
    const contents = customs.map(({ start, end }) => [...done.bytes.subarray(start, end)]);
    expect(contents).toEqual([front, names, behind].map((one) => one.slice(2)));
    expect(done.sections[0]?.id).toBe(SECTION.custom);
  });

  it('what is free by the word of its own allocator as zeros, and what that changes not at all', async () => {
    // init fills 4096 to 69632; the allocator then gives 8192 to 16384 once, writes there, and has no more.
    const { memory, given } = await initialised({
      ...plain,
      types: [NONE, [[], [I32]], [[I32, I32, I32, I32], [I32]]],
      memories: [[0, 2]],
      globals: [[I32, 1, 0x41, 0, 0x0b]],
      functions: [
        { type: 0, code: [...constant(4096), ...constant(1), ...constant(65536), 0xfc, 11, 0] },
        {
          type: 2,
          code: [
            ...[0x23, 0, 0x20, 3, ...constant(8192), 0x47, 0x72], // given already, or another size
            ...[0x04, I32, ...constant(0), 0x05, ...constant(1), 0x24, 0],
            ...[...constant(8192), ...constant(9), 0x36, 2, 0, ...constant(8192), 0x0b],
          ],
        },
      ],
      exports: [...plain.exports, ['cabi_realloc', 0, 1], ['given', 3, 0]],
    });
    const bytes = Buffer.from(memory.buffer);
    const ones = (start: number, end: number) =>
      bytes.subarray(start, end).every((one) => one === 1);
    expect([ones(4096, 8192 + 32), ones(16384 - 16, 69632)]).toEqual([true, true]);
    expect(bytes.subarray(8192 + 32, 16384 - 16).every((one) => one === 0)).toBe(true);
    expect(given.value).toBe(0);
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
