// @ts-check
import { seconds, spreadText } from '../support/format.mjs';

/**
 * What the size of an API costs, for the terminal and for docs/performance.md.
 *
 * @param {readonly any[]} rows of `scale` in bench/results.json @returns {string[][]}
 */
export function scaleTable(rows) {
  return [
    ['operations', 'written, s', 'component, s', 'proven, s', 'MB', 'GET p50, ms', 'faults'],
    ...rows.map((row) => [
      String(row.operations),
      seconds(row.write),
      seconds(row.componentize),
      seconds(row.total),
      (row.bytes / 1e6).toFixed(1),
      spreadText(row.p50, 2),
      row.faults.median.toFixed(0),
    ]),
  ];
}
