// @ts-check
/** What the functions of a module refer to and change. */
import { ByteReader, MalformedModule, Unsupported } from './bytes.mjs';
import { skipFunction } from './instructions.mjs';

/** @typedef {import('./module.mjs').WasmModule} WasmModule */

/**
 * @typedef {object} Code
 * @property {Uint32Array} positions of every function index in the code, ascending
 * @property {Uint32Array} functions the index at each position
 * @property {Uint32Array} firstOf by function, counted without imports: the first of its positions
 * @property {ReadonlySet<number>} assigned globals
 */

/**
 * @param {WasmModule} module @returns {Code}
 * @throws {Unsupported} when the code changes what a snapshot can't keep: a table, say, whose new entries couldn't be
 *   written down
 */
export function readCode(module) {
  /** @type {number[]} */
  const positions = [];
  /** @type {number[]} */
  const functions = [];
  /** @type {Set<number>} */
  const assigned = new Set();
  const effects = {
    refersTo(/** @type {number} */ position, /** @type {number} */ index) {
      positions.push(position);
      functions.push(index);
    },
    assigns: (/** @type {number} */ index) => void assigned.add(index),
    changes(/** @type {string} */ what) {
      throw new Unsupported(`its code changes ${what}`);
    },
  };
  const firstOf = module.bodies.map(({ start, end }) => {
    const first = positions.length;
    const reader = new ByteReader(module.bytes, start, end);
    skipFunction(reader, effects);
    if (!reader.done) throw new MalformedModule('a function goes on after its end');
    return first;
  });
  return {
    positions: Uint32Array.from(positions),
    functions: Uint32Array.from(functions),
    firstOf: Uint32Array.from(firstOf),
    assigned,
  };
}
