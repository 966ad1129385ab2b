// @ts-check
import { barChart } from '../support/bars.mjs';
import { plotSvg } from '../support/plot.mjs';

/** @typedef {import('../support/bars.mjs').Panel} Panel */
/** @typedef {import('../support/statistics.mjs').Spread} Spread */

/** Each from the figures of the bench whose name it has. @type {Readonly<Record<string, (figures: any) => string>>} */
const charts = {
  'first-green': ({ rows }) =>
    barChart('From an empty folder to a component that has answered', [
      seconds('files of the tools not in memory', rows, ({ cold }) => cold),
      seconds('once more', rows, ({ warm }) => warm),
    ]),
  rebuild: ({ rows }) =>
    barChart('From an edit to a new component', [
      seconds('wall clock', rows, (row) => row.seconds),
    ]),
  requests: ({ rows, operations }) =>
    barChart(`A request to one of ${operations} operations, one connection`, [
      milliseconds('GET with a path parameter', rows, ({ get }) => get.p50),
      milliseconds('POST of 1 KB of JSON', rows, ({ post }) => post.p50),
    ]),
  scale: ({ rows }) =>
    barChart('What the number of operations costs', [
      { name: 'component', unit: 'MB', digits: 1, bars: bySize(rows, megabytes) },
      { name: 'GET, p50', unit: 'ms', digits: 2, bars: bySize(rows, ({ p50 }) => p50) },
    ]),
  convert: ({ points, growth }) =>
    plotSvg({
      title: `From file to WIT text, ${points.length} documents: time grows with size ^ ${growth.exponent.toFixed(2)}`,
      x: 'bytes of JSON',
      y: 'milliseconds, warm',
      points: points.map((/** @type {[number, number]} */ [size, time]) => ({ size, time })),
      growth,
    }),
};

/**
 * @param {Record<string, any>} results of bench/results.json
 * @returns {Record<string, string>} SVG by file name, of the benches that have results
 */
export function chartsOf(results) {
  const measured = Object.entries(charts).filter(([bench]) => results[bench] !== undefined);
  return Object.fromEntries(
    measured.map(([bench, draw]) => [`${bench}.svg`, draw(results[bench])]),
  );
}

/** @param {string} name @param {any[]} rows @param {(row: any) => Spread} spread @returns {Panel} */
function seconds(name, rows, spread) {
  return { name, unit: 'seconds', digits: 1, bars: byContender(rows, spread) };
}

/** @param {string} name @param {any[]} rows @param {(row: any) => Spread} spread @returns {Panel} */
function milliseconds(name, rows, spread) {
  return { name: `${name}, p50`, unit: 'ms', digits: 2, bars: byContender(rows, spread) };
}

/** @param {any[]} rows @param {(row: any) => Spread} spread @returns {Panel['bars']} */
function byContender(rows, spread) {
  return rows.map((row) => ({ label: row.label, spread: spread(row), ours: row.name === 'ours' }));
}

/** @param {any[]} rows @param {(row: any) => Spread} spread @returns {Panel['bars']} */
function bySize(rows, spread) {
  return rows.map((row) => ({
    label: row.operations === 1 ? '1 operation' : `${row.operations} operations`,
    spread: spread(row),
    ours: true,
  }));
}

/** @param {{ bytes: number }} row @returns {Spread} */
function megabytes({ bytes }) {
  const size = bytes / 1e6;
  return { min: size, median: size, max: size };
}
