// @ts-check
/** A memory's content as the data section of a module. */
import { concat, signed, unsigned } from './bytes.mjs';

/** wasmparser, wasmtime and the JavaScript API refuse modules with more data segments. */
const MOST_SEGMENTS = 100_000;

/**
 * Fewer zero bytes than this don't part two segments. Of an engine's memory, 12 make 31,847 segments and 4.81 MB of
 * module, 16 make 8,852 and 4.90, 64 make 1,262 and 5.02; starting an instance takes the same (2026-11-24).
 */
const GAP = 16;

/**
 * @param {Uint8Array} memory whole pages @param {{ gap?: number, most?: number }} [limits]
 * @returns {Uint8Array} the data section that fills a new memory with the same bytes
 */
export function dataSection(memory, { gap = GAP, most = MOST_SEGMENTS } = {}) {
  let spans = contentOf(memory, gap);
  for (let wider = gap * 2; spans.length > most; wider *= 2) spans = contentOf(memory, wider);
  const segments = spans.flatMap(({ start, end }) => [
    [0, 0x41, ...signed(start | 0), 0x0b, ...unsigned(end - start)],
    memory.subarray(start, end),
  ]);
  return concat([unsigned(spans.length), ...segments]);
}

/**
 * The parts that aren't zero, in words of four bytes, without those gaps that are too short to matter.
 *
 * @param {Uint8Array} memory @param {number} gap bytes
 * @returns {{ start: number, end: number }[]}
 */
function contentOf({ buffer, byteOffset, length }, gap) {
  const words = new Uint32Array(buffer, byteOffset, length / 4);
  const spans = [];
  let start = 0;
  let end = 0;
  for (let word = 0; word < words.length; word += 1) {
    if (words[word] === 0) continue;
    const position = word * 4;
    if (end > start && position - end >= gap) {
      spans.push({ start, end });
      start = position;
    } else if (end === start) start = position;
    end = position + 4;
  }
  if (end > start) spans.push({ start, end });
  return spans;
}
