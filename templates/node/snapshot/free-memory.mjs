// @ts-check
/**
 * Clears what nobody uses any more in a memory. Building a component leaves tens of kilobytes an operation behind, most
 * of it the parser's: a freed block keeps its bytes, and without this they all go into the component.
 */

/** Sizes of the blocks that are asked for, so that the last ones fit what the first ones leave. */
const SIZES = [2 ** 20, 2 ** 16, 2 ** 13, 2 ** 10];

/** What an allocator may keep in a free block: its links at the begin, its size at the end (dlmalloc: 24 and 4 bytes). */
const LINKS = { begin: 32, end: 16 };

/**
 * Asks the instance, which is thrown away afterwards, for all the memory that it has free: what it gives was free in the
 * copy too.
 *
 * @param {Uint8Array} copy of the instance's memory as it is now; cleared in place
 * @param {(block: number, oldSize: number, align: number, size: number) => number} allocate its `cabi_realloc`
 */
export function clearFreeMemory(copy, allocate) {
  for (const { start, end } of freeBlocks(copy.length, allocate)) copy.fill(0, start, end);
}

/** @param {number} length of the memory that counts @param {Parameters<typeof clearFreeMemory>[1]} allocate */
function freeBlocks(length, allocate) {
  const blocks = [];
  for (const size of SIZES) {
    for (let asked = 0; asked < length; asked += size) {
      const start = allocate(0, 0, 8, size) >>> 0;
      if (start === 0 || start + size > length) break; // The memory has grown: nothing of this size was left.
      blocks.push({ start: start + LINKS.begin, end: start + size - LINKS.end });
    }
  }
  return blocks;
}
