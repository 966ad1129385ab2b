// @ts-check

/** @typedef {import('./statistics.mjs').Spread} Spread */

/** `4.8 (4.6 – 5.1)` @param {Spread} spread @param {number} [digits] after the point */
export function spreadText({ min, median, max }, digits = 1) {
  if (Number.isNaN(median)) return '–';
  const [low, middle, high] = [min, median, max].map((value) => value.toFixed(digits));
  return low === high ? String(middle) : `${middle} (${low} – ${high})`;
}

/** @param {Spread} spread */
export function seconds(spread) {
  return spreadText(spread, 1);
}

/** @param {Spread} spread @param {Spread} other @returns {string} `0.43×` */
export function ratio(spread, other) {
  return `${(spread.median / other.median).toFixed(2)}×`;
}
