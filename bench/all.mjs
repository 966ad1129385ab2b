// @ts-check
// Every bench after the other, for bench/results.json, docs/performance.md and its charts. One that fails is told at
// the end, the others go on, and the exit code is 1. Takes about an hour with the benches' own rounds.
// Usage: node bench/all.mjs [BENCH]… [--rounds N]
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writePage } from './page/page.mjs';
import { seconds } from './support/format.mjs';
import { passOn } from './support/process.mjs';
import { readResults } from './support/results.mjs';
import { oneAfterTheOther } from './support/sequence.mjs';
import { spreadOf } from './support/statistics.mjs';
import { textTable } from './support/table.mjs';

const opponents = 'get-opponents';
/** The short ones first; requests and scale want the machine quiet, and installing leaves files behind. */
const benches = [
  ...['startup', 'componentize', 'rebuild', 'first-green', 'convert', 'requests', 'scale'],
  'install',
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' } },
});
const unknown = positionals.find((name) => !benches.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`usage: [BENCH]… [--rounds N]\nbenches: ${benches.join(', ')}\n`);
  process.exit(2);
}
const chosen = benches.filter((name) => positionals.length === 0 || positionals.includes(name));
const rounds = values.rounds === undefined ? [] : ['--rounds', values.rounds];

const ran = await oneAfterTheOther([opponents, ...chosen], (name) => {
  const program = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));
  return passOn(process.execPath, name === opponents ? [program] : [program, ...rounds]);
});
writePage(readResults());

const rows = ran.map(({ name, seconds: taken, problem }) => [
  name,
  seconds(spreadOf([taken])),
  problem ?? 'done',
]);
process.stdout.write(`${textTable([['bench', 's', ''], ...rows])}\n`);
process.exitCode = ran.some(({ problem }) => problem !== undefined) ? 1 : 0;
