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
 * Wasmtime 49 maps a memory copy-on-write, instead of filling it for every instance, when its data span less than this or
 * are more than half of what they span (its `memory-guaranteed-dense-image-size`): 3,000 faults a request otherwise.
 */
const MAY_BE_SPARSE = 2 ** 24;

/** @typedef {{ start: number, end: number }} Span */

/**
 * @param {Uint8Array} memory whole pages @param {{ gap?: number, most?: number }} [limits]
 * @returns {Uint8Array} the data section that fills a new memory with the same bytes
 */
export function dataSection(memory, { gap = GAP, most = MOST_SEGMENTS } = {}) {
  let found = contentOf(memory, gap);
  for (let wider = gap * 2; found.length > most; wider *= 2) found = contentOf(memory, wider);
  const spans = dense(found);
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
 * @returns {Span[]}
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

/**
 * With as many zeros between them as make them dense: those of the shortest gaps, so that there are fewer spans. Whatever
 * packs the module makes nothing of them.
 *
 * @param {readonly Span[]} spans in order @returns {readonly Span[]}
 */
function dense(spans) {
  const reach = (spans.at(-1)?.end ?? 0) - (spans[0]?.start ?? 0);
  const filled = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  let missing = reach < MAY_BE_SPARSE ? 0 : Math.floor(reach / 2) + 1 - filled;
  if (missing <= 0) return spans;
  const wider = spans.map((span) => ({ ...span }));
  const gaps = wider.map((span, index) => ({
    span,
    size: (spans[index + 1] ?? span).start - span.end,
  }));
  for (const { span, size } of gaps.slice(0, -1).sort((a, b) => a.size - b.size)) {
    span.end += Math.min(size, missing);
    missing -= size;
    if (missing <= 0) break;
  }
  return joined(wider);
}

/** @param {readonly Span[]} spans in order @returns {Span[]} without gaps of no length */
function joined(spans) {
  /** @type {Span[]} */
  const all = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last !== undefined && last.end === span.start) last.end = span.end;
    else all.push(span);
  }
  return all;
}
