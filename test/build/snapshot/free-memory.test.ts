import { describe, expect, it } from 'vitest';
import { clearFreeMemory } from '../../../templates/node/snapshot/free-memory.mjs';

const KIB = 2 ** 10;
const MIB = 2 ** 20;

/** Gives what is free, in order, then what is beyond the memory, as one that grows. */
function allocator(length: number, free: readonly (readonly [start: number, end: number])[]) {
  const left = free.map(([start, end]) => ({ start, end }));
  let top = length;
  return (_block: number, _old: number, _align: number, size: number) => {
    const place = left.find(({ start, end }) => end - start >= size);
    if (place === undefined) {
      top += size;
      return top - size;
    }
    place.start += size;
    return place.start - size;
  };
}

const sum = (bytes: Uint8Array) => bytes.reduce((total, byte) => total + byte, 0);

describe('free memory', () => {
  it('is cleared but for what the allocator keeps there, and nothing else is', () => {
    const copy = new Uint8Array(4 * MIB).fill(1);
    clearFreeMemory(copy, allocator(copy.length, [[MIB, 2 * MIB + 3 * KIB]]));
    expect(sum(copy.subarray(0, MIB))).toBe(MIB);
    expect(sum(copy.subarray(2 * MIB + 3 * KIB))).toBe(2 * MIB - 3 * KIB);
    expect(sum(copy.subarray(MIB, MIB + 32))).toBe(32);
    expect(sum(copy.subarray(MIB + 32, 2 * MIB - 16))).toBe(0);
    expect(sum(copy.subarray(2 * MIB, 2 * MIB + 3 * KIB))).toBe(3 * 48);
  });

  it('is left alone where there is none, and by an allocator that has nothing', () => {
    const copy = new Uint8Array(MIB).fill(1);
    clearFreeMemory(copy, allocator(copy.length, []));
    clearFreeMemory(copy, () => 0);
    expect(sum(copy)).toBe(MIB);
  });
});
