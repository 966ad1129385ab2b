// @ts-check
/** What was promised before anything was measured, and whether the last figures meet it. */

/**
 * @typedef {object} Aim
 * @property {string} what
 * @property {string} bench whose figures tell
 * @property {(figures: any) => number} value
 * @property {number} limit
 * @property {'at most' | 'at least'} side of the limit that the value shall be on
 * @property {string} unit
 *
 * @typedef {{ what: string, promised: string, measured: string, met: boolean | undefined }} Promised `met`: unknown when
 *   nothing was measured
 */

/** @typedef {'get' | 'post'} Kind */

/** @type {readonly Aim[]} */
const aims = [
  {
    ...{ what: 'component of a new WIT, against componentize-js', bench: 'componentize' },
    ...atMost(0.4, (figures) => times(figures, 'ours', 'stock', ({ first }) => first)),
  },
  {
    ...{ what: 'rebuild, against the published commands', bench: 'rebuild' },
    ...atMost(0.45, (figures) => times(figures, 'ours', 'stock', ({ seconds }) => seconds)),
  },
  {
    ...{ what: 'nothing to green, against the published commands', bench: 'first-green' },
    ...atMost(0.5, (figures) => worseOfBoth(figures, 'stock')),
  },
  {
    ...{ what: 'nothing to green, against `jco scaffold`', bench: 'first-green' },
    ...atMost(0.75, (figures) => worseOfBoth(figures, 'scaffold')),
  },
  {
    ...{ what: 'nothing to green, against esbuild and `j2w`', bench: 'first-green' },
    ...atMost(0.75, (figures) => worseOfBoth(figures, 'spin')),
  },
  {
    ...{ what: 'GET, against the bare handler', bench: 'requests' },
    ...atMost(1.2, (figures) => times(figures, 'ours', 'bare', p50('get'))),
  },
  {
    ...{ what: 'checked POST, against a bare handler that parses', bench: 'requests' },
    ...atMost(1.6, (figures) => times(figures, 'ours', 'bare', p50('post'))),
  },
  {
    ...{ what: 'GET, how much faster than Hono as its docs write it', bench: 'requests' },
    ...atLeast(5, (figures) => times(figures, 'hono-docs', 'ours', p50('get'))),
  },
  {
    ...{ what: 'POST, how much faster than Hono as its docs write it', bench: 'requests' },
    ...atLeast(5, (figures) => times(figures, 'hono-docs', 'ours', p50('post'))),
  },
  {
    ...{ what: 'GET, how much faster than the fastest with equal checks', bench: 'requests' },
    ...atLeast(1, (figures) => overFastest(figures, 'get')),
  },
  {
    ...{ what: 'POST, how much faster than the fastest with equal checks', bench: 'requests' },
    ...atLeast(1, (figures) => overFastest(figures, 'post')),
  },
  {
    ...{ what: 'GET with 500 operations, against 1', bench: 'scale' },
    ...atMost(1.1, ({ rows }) => rows.at(-1).p50.median / rows[0].p50.median),
  },
  {
    ...{ what: '`--help`', bench: 'startup' },
    ...atMost(0.4, (figures) => rowOf(figures, 'help').seconds.median, ' s'),
  },
  {
    ...{ what: '`--dry-run` with the orders document', bench: 'startup' },
    ...atMost(1.2, (figures) => rowOf(figures, 'dry-run').seconds.median, ' s'),
  },
];

/**
 * @param {Record<string, any>} results of bench/results.json @returns {Promised[]}
 * @throws {Error} when a bench has figures and not those of a contender that was promised about
 */
export function promisesOf(results) {
  return aims.map(({ what, bench, value, limit, side, unit }) => {
    const text = (/** @type {number} */ number) => `${number.toFixed(2)}${unit}`;
    const promised = `${side === 'at most' ? '≤' : '≥'} ${text(limit)}`;
    const figures = results[bench];
    if (figures === undefined) return { what, promised, measured: '', met: undefined };
    const found = value(figures);
    const met = side === 'at most' ? found <= limit : found >= limit;
    return { what, promised, measured: text(found), met };
  });
}

/** @param {number} limit @param {Aim['value']} value @param {string} [unit] */
function atMost(limit, value, unit = '×') {
  return { limit, value, unit, side: /** @type {const} */ ('at most') };
}

/** @param {number} limit @param {Aim['value']} value */
function atLeast(limit, value) {
  return { limit, value, unit: '×', side: /** @type {const} */ ('at least') };
}

/** @param {{ rows: any[] }} figures @param {string} name */
function rowOf({ rows }, name) {
  const row = rows.find((candidate) => candidate.name === name);
  if (row === undefined) throw new Error(`results.json has no row ${name}`);
  return row;
}

/** @typedef {import('../support/statistics.mjs').Spread} Spread */

/** How many times one takes what the other takes. @param {any} figures @param {string} one @param {string} other @param {(row: any) => Spread} spread */
function times(figures, one, other, spread) {
  return spread(rowOf(figures, one)).median / spread(rowOf(figures, other)).median;
}

/** Cold or warm. @param {any} figures @param {string} other */
function worseOfBoth(figures, other) {
  const cold = times(figures, 'ours', other, (row) => row.cold);
  return Math.max(
    cold,
    times(figures, 'ours', other, (row) => row.warm),
  );
}

/** @param {Kind} kind @returns {(row: any) => Spread} */
function p50(kind) {
  return (row) => row[kind].p50;
}

/** @param {any} figures @param {Kind} kind */
function overFastest(figures, kind) {
  const others = figures.rows.filter((/** @type {any} */ { name }) => !/^(bare|ours)/.test(name));
  return Math.min(
    ...others.map((/** @type {any} */ { name }) => times(figures, name, 'ours', p50(kind))),
  );
}
