import { describe, expect, it } from 'vitest';
import {
  ByteReader,
  concat,
  MalformedModule,
  name,
  signed,
  signedLong,
  unsigned,
  vector,
} from '../../../templates/node/snapshot/bytes.mjs';

const reader = (...bytes: number[]) => new ByteReader(Uint8Array.from(bytes));

describe('unsigned numbers', () => {
  it.each([
    [0, [0]],
    [127, [0x7f]],
    [128, [0x80, 1]],
    [0x4000, [0x80, 0x80, 1]],
    [0x80000000, [0x80, 0x80, 0x80, 0x80, 8]],
    [0xffffffff, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])('%i is written and read', (value, bytes) => {
    expect(unsigned(value)).toEqual(bytes);
    expect(reader(...bytes).u32()).toBe(value);
  });

  it('may be padded, as linkers do', () => {
    expect(reader(0x81, 0x80, 0x80, 0x80, 0).u32()).toBe(1);
  });

  it.each([
    ['33 bits', [0xff, 0xff, 0xff, 0xff, 0x1f]],
    ['six bytes', [0x80, 0x80, 0x80, 0x80, 0x80, 0]],
    ['no end', [0x80]],
    ['nothing', []],
  ])('%s is refused', (_, bytes) => {
    expect(() => reader(...bytes).u32()).toThrow(MalformedModule);
  });
});

describe('signed numbers', () => {
  // From the LEB128 examples of the DWARF standard (version 4, figure 23), and the limits of 32 and 64 bits.
  it.each([
    [2, [2]],
    [-2, [0x7e]],
    [127, [0xff, 0]],
    [-127, [0x81, 0x7f]],
    [128, [0x80, 1]],
    [-128, [0x80, 0x7f]],
    [-0x80000000, [0x80, 0x80, 0x80, 0x80, 0x78]],
    [0x7fffffff, [0xff, 0xff, 0xff, 0xff, 0x07]],
    [-(2n ** 63n), [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f]],
  ])('%s is written, and stepped over', (value, bytes) => {
    expect(signedLong(BigInt(value))).toEqual(bytes);
    if (typeof value === 'number') expect(signed(value)).toEqual(bytes);
    const read = reader(...bytes);
    read.skipNumber();
    expect(read.done).toBe(true);
  });

  it('has at most 64 bits', () => {
    expect(() => reader(...Array(11).fill(0x80)).skipNumber()).toThrow(MalformedModule);
  });
});

it('reads names, and refuses what is not UTF-8', () => {
  expect(new ByteReader(name('größe 🦄')).name()).toBe('größe 🦄');
  expect(() => reader(2, 0xc3, 0x28).name()).toThrow('not UTF-8');
  expect(() => reader(5, 0x61).name()).toThrow('end too early');
});

it('reads vectors, and refuses counts that cannot be true before they cost anything', () => {
  const bytes = vector([[7], [8], [9]]);
  const read = new ByteReader(bytes);
  expect(read.vector(() => read.byte())).toEqual([7, 8, 9]);
  const lying = reader(0xff, 0xff, 0xff, 0xff, 0x0f, 1);
  expect(() => lying.vector(() => lying.byte())).toThrow('larger than its section');
});

it('never leaves its range', () => {
  const bytes = Uint8Array.of(1, 2, 3, 4);
  const read = new ByteReader(bytes, 1, 3);
  expect([...read.take(2)]).toEqual([2, 3]);
  expect(() => read.byte()).toThrow(MalformedModule);
  expect(() => read.skip(1)).toThrow(MalformedModule);
  expect(() => new ByteReader(bytes, 1, 5)).toThrow(MalformedModule);
  expect(() => new ByteReader(bytes, 3, 2)).toThrow(MalformedModule);
});

it('joins chunks', () => {
  expect([...concat([[1], Uint8Array.of(2, 3), []])]).toEqual([1, 2, 3]);
});
