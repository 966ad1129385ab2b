// @ts-check

/** @typedef {{ min: number, median: number, max: number }} Spread of one figure over the rounds of a run */

/** @param {readonly number[]} values at least one @returns {Spread} */
export function spreadOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    min: percentile(sorted, 0),
    median: percentile(sorted, 50),
    max: percentile(sorted, 100),
  };
}

/**
 * Nearest rank. Between two middle values the mean: two rounds have a median, too.
 *
 * @param {readonly number[]} sorted ascending, at least one @param {number} percent
 */
export function percentile(sorted, percent) {
  const place = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('no values');
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * The same figures of several rounds, each with its spread.
 *
 * @template {string} K @param {readonly Readonly<Record<K, number>>[]} rounds at least one @returns {Record<K, Spread>}
 */
export function spreads(rounds) {
  const [first] = rounds;
  if (first === undefined) throw new RangeError('no rounds');
  const entries = /** @type {K[]} */ (Object.keys(first)).map((key) => [
    key,
    spreadOf(rounds.map((round) => round[key])),
  ]);
  return Object.fromEntries(entries);
}
