// @ts-check

/**
 * Decisions that the same seed makes again.
 *
 * @typedef {object} Random
 * @property {(chance: number) => boolean} happens
 * @property {(limit: number) => number} below a whole number from 0
 * @property {<Item>(list: readonly Item[]) => Item} pick one of at least one
 */

/** mulberry32 (public domain, Tommy Ettinger), seeded by an FNV-1a hash of the text. @param {string} seed @returns {Random} */
export function createRandom(seed) {
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 16777619);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (/** @type {number} */ limit) => Math.floor(next() * limit);
  return {
    happens: (chance) => next() < chance,
    below,
    pick: (list) => /** @type {any} */ (list[below(list.length)]),
  };
}
