// @ts-check
// From an empty folder to a component that has answered, everything installed.
// Usage: node bench/first-green.mjs [--rounds N] [--only NAME]…
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readArguments } from './support/arguments.mjs';
import { inTemporaryFolder } from './support/cache.mjs';
import { forgetFiles } from './support/caches.mjs';
import { seconds } from './support/format.mjs';
import { describeMachine } from './support/machine.mjs';
import { saveResults } from './support/results.mjs';
import { alternate } from './support/rounds.mjs';
import { spreadOf, spreads } from './support/statistics.mjs';
import { textTable } from './support/table.mjs';
import { toolchains } from './toolchains/index.mjs';

/** @typedef {import('./toolchains/toolchain.mjs').Toolchain} Toolchain */

/** Cold: the system has forgotten its files, and the user's cache folder is empty. Warm: the same again. @param {Toolchain} toolchain */
function measure(toolchain) {
  return inTemporaryFolder(async (folder) => {
    const env = { XDG_CACHE_HOME: join(folder, 'cache') };
    const first = await toolchain.prepare(await newFolder(folder, 'first'), env);
    const again = await toolchain.prepare(await newFolder(folder, 'again'), env);
    const forgotten = forgetFiles();
    const cold = await toolchain.firstGreen(first, env);
    const warm = await toolchain.firstGreen(again, env);
    return { forgotten, cold, warm };
  });
}

/** @param {string} parent @param {string} name */
async function newFolder(parent, name) {
  const folder = join(parent, name);
  await mkdir(folder);
  return folder;
}

/** @typedef {Awaited<ReturnType<typeof measure>>} Round */

/** @param {Toolchain} toolchain @param {readonly Round[]} rounds */
function summarise({ name, label }, rounds) {
  return {
    name,
    label,
    cold: spreadOf(rounds.map(({ cold }) => cold.seconds)),
    warm: spreadOf(rounds.map(({ warm }) => warm.seconds)),
    steps: spreads(rounds.map(({ warm }) => warm.steps)),
    checks: rounds[0]?.warm.checks ?? 0,
  };
}

const { contenders, rounds, complete } = readArguments(toolchains, 5);
const machine = describeMachine();
const taken = await alternate(contenders, rounds, measure);
const rows = contenders.map((contender) => summarise(contender, taken.get(contender.name) ?? []));
const forgotten = [...taken.values()].flat().every((round) => round.forgotten);

process.stdout.write(
  `${textTable([
    ['empty folder → answered', 'cold s', 'warm s', 'checks'],
    ...rows.map(({ label, cold, warm, checks }) => [
      label,
      seconds(cold),
      seconds(warm),
      String(checks),
    ]),
  ])}\n`,
);
if (complete) saveResults('first-green', { machine, rounds, forgotten, rows });
