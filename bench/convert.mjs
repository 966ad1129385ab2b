// @ts-check
// Each document from file to checked WIT in a fresh process, then warm, by phase; and how the time grows with the size.
// Usage: node bench/convert.mjs [FOLDER] [--rounds 3] [--only TEXT]…
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { growthOf } from './support/growth.mjs';
import { describeMachine } from './support/machine.mjs';
import { runNode } from './support/process.mjs';
import { saveResults } from './support/results.mjs';
import { spreadOf } from './support/statistics.mjs';
import { textTable } from './support/table.mjs';

/** @typedef {import('./convert/child.mjs').Figures} Figures */
/** @typedef {ReturnType<typeof summarise>} Row */

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const [folder = fileURLToPath(new URL('../../shared/openapi/', import.meta.url))] = positionals;
const child = fileURLToPath(new URL('./convert/child.mjs', import.meta.url));
const machine = describeMachine();
const scratch = mkdtempSync(join(tmpdir(), 'bench-convert-'));

/** @param {string} file @returns {Promise<Row>} */
async function measure(file) {
  const packed = readFileSync(join(folder, file));
  const text = packed[0] === 0x1f ? gunzipSync(packed) : packed;
  const path = join(scratch, basename(file, '.gz'));
  writeFileSync(path, text);
  /** @type {Figures} */
  const figures = JSON.parse(await runNode([child, path, flags.rounds]));
  rmSync(path);
  return summarise(basename(path, '.json'), text.length, figures);
}

/** Milliseconds, and MiB. @param {string} name @param {number} bytes @param {Figures} figures */
function summarise(name, bytes, { rounds, ...figures }) {
  const of = (/** @type {'read' | 'type' | 'print'} */ phase) =>
    spreadOf(rounds.map((round) => round[phase])).median;
  const totals = rounds.map(({ read, type, print }) => read + type + print);
  const { min, median } = spreadOf(totals);
  return {
    ...{ name, bytes, ...figures },
    ...{ read: of('read'), type: of('type'), print: of('print'), min, median },
  };
}

/** @param {Row} row */
function cells({ name, bytes, operations, types, ...row }) {
  const whole = [row.read, row.type, row.print, row.median, row.cold, row.checked, row.peak];
  return [
    name.slice(0, 40),
    String(Math.round(bytes / 1024)),
    String(operations),
    String(types),
    ...whole.map((value) => value.toFixed(0)),
  ];
}

/** The others are points of the plot. */
const SAVED = 12;

const HEADINGS = [
  ...['document', 'KiB', 'operations', 'types', 'read', 'type', 'print'],
  ...['warm ms', 'cold ms', 'check ms', 'MiB'],
];

const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((file) => /\.json(\.gz)?$/.test(file) && !file.endsWith('index.json'))
  .filter((file) => flags.only.length === 0 || flags.only.some((text) => file.includes(text)))
  .sort();
/** @type {Row[]} */
const rows = [];
for (const file of files) {
  process.stderr.write(`${rows.length + 1} of ${files.length}: ${file}\n`);
  rows.push(await measure(file));
}
rmSync(scratch, { recursive: true });
rows.sort((a, b) => b.bytes - a.bytes);
process.stdout.write(`${textTable([HEADINGS, ...rows.map(cells)])}\n`);

if (rows.length > 2) {
  const growth = growthOf(rows.map(({ bytes, median }) => ({ size: bytes, time: median })));
  process.stdout.write(`time grows with size ^ ${growth.exponent.toFixed(2)}\n`);
  if (flags.only.length === 0) {
    const points = rows.map(({ bytes, median }) => [bytes, median]);
    const largest = rows.slice(0, SAVED);
    saveResults('convert', { machine, rounds: Number(flags.rounds), growth, points, largest });
  }
}
