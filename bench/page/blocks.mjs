// @ts-check
import { seconds, spreadText } from '../support/format.mjs';
import { markdownTable } from '../support/table.mjs';
import { promisesOf } from './promises.mjs';
import { scaleTable } from './scale-table.mjs';

/** @typedef {{ machine: any, rounds: number, host?: string, rows: any[] }} Figures of one bench */

/** The parts of docs/performance.md that figures make, by marker; each from the whole of bench/results.json. */
export const blocks = {
  promises,
  componentize: of('componentize', ({ rows }) => [
    ['bundle → component', 'first, s', 'again, s', 'processor, s'],
    ...rows.map((row) => [row.label, seconds(row.first), seconds(row.again), seconds(row.cpu)]),
  ]),
  'first-green': of('first-green', ({ rows }) => [
    ['empty folder → answered', 'cold, s', 'warm, s', 'answers checked'],
    ...rows.map((row) => [row.label, seconds(row.cold), seconds(row.warm), String(row.checks)]),
  ]),
  steps: of('first-green', stepsTable),
  rebuild: of('rebuild', ({ rows }) => [
    ['edit → component', 's', 'processor, s'],
    ...rows.map((row) => [row.label, seconds(row.seconds), seconds(row.cpu)]),
  ]),
  install: of('install', ({ rows }) => [
    ['`npm install`', 'npm’s cache empty, s', 'full, s', 'MB', 'files'],
    ...rows.map((row) => [
      row.label,
      seconds(row.cold),
      seconds(row.warm),
      row.megabytes.median.toFixed(0),
      row.files.median.toFixed(0),
    ]),
  ]),
  startup: of('startup', ({ rows }) => [
    ['command', 's'],
    ...rows.map((row) => [row.label, spreadText(row.seconds, 2)]),
  ]),
  get: of('requests', (figures) => requestTable(figures, 'get')),
  post: of('requests', (figures) => requestTable(figures, 'post')),
  scale: of('scale', ({ rows }) => scaleTable(rows)),
};

/**
 * @param {string} bench @param {(figures: Figures) => string[][]} table
 * @returns {(results: Record<string, any>) => string}
 */
function of(bench, table) {
  return (results) => {
    const figures = results[bench];
    if (figures === undefined) return `Not measured yet: \`node bench/${bench}.mjs\`.`;
    return `${markdownTable(table(figures))}\n\n\`node bench/${bench}.mjs\`: ${runText(figures)}.`;
  };
}

/** What ran, and on what; the load is that of the minute before. @param {Figures} figures */
function runText({ machine, rounds, host }) {
  const { cores, system, node, date, load } = machine;
  const tools = [`Node ${node}`, ...(host === undefined ? [] : [host])].join(', ');
  const turns = rounds === 1 ? '1 round' : `${rounds} rounds`;
  return `${turns}, ${cores} cores, load ${load} before, ${system}, ${tools}, ${date}`;
}

/** @param {Record<string, any>} results */
function promises(results) {
  const rows = promisesOf(results).map(({ what, promised, measured, met }) => [
    what,
    promised,
    measured,
    met === undefined ? 'not measured yet' : met ? 'met' : '**not met**',
  ]);
  return markdownTable([['', 'promised', 'measured', ''], ...rows]);
}

/** Warm; seconds of each step. @param {Figures} figures */
function stepsTable({ rows }) {
  const names = [...new Set(rows.flatMap(({ steps }) => Object.keys(steps)))];
  return [
    ['step, warm, s', ...rows.map(({ label }) => label)],
    ...names.map((name) => [
      name,
      ...rows.map(({ steps }) => (name in steps ? steps[name].median.toFixed(2) : '')),
    ]),
  ];
}

const REQUEST = ['p50, ms', 'p99, ms', 'a second', 'faults'];
const REQUESTS_OF_8 = ['p50 of 8, ms', 'p99 of 8, ms', 'a second, 8', 'MiB'];

/** @param {Figures} figures @param {'get' | 'post'} kind */
function requestTable({ rows }, kind) {
  return [
    [kind.toUpperCase(), ...REQUEST, ...REQUESTS_OF_8],
    ...rows.map(({ label, peakMiB, ...row }) => {
      const { p50, p99, perSecond, faults, p50of8, p99of8, perSecondOf8 } = row[kind];
      return [
        label,
        spreadText(p50, 2),
        p99.median.toFixed(2),
        perSecond.median.toFixed(0),
        faults.median.toFixed(0),
        p50of8.median.toFixed(2),
        p99of8.median.toFixed(2),
        perSecondOf8.median.toFixed(0),
        peakMiB.median.toFixed(0),
      ];
    }),
  ];
}
