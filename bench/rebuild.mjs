// @ts-check
// From an edit of the user's source to a new component, in a project that was built before.
// Usage: node bench/rebuild.mjs [--rounds N] [--only NAME]…
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArguments } from './support/arguments.mjs';
import { inTemporaryFolder } from './support/cache.mjs';
import { seconds } from './support/format.mjs';
import { describeMachine } from './support/machine.mjs';
import { measured } from './support/process.mjs';
import { saveResults } from './support/results.mjs';
import { alternate } from './support/rounds.mjs';
import { spreadOf } from './support/statistics.mjs';
import { textTable } from './support/table.mjs';
import { toolchains } from './toolchains/index.mjs';

/** @param {import('./toolchains/toolchain.mjs').Toolchain} toolchain */
function measure(toolchain) {
  return inTemporaryFolder(async (folder) => {
    const env = { XDG_CACHE_HOME: join(folder, 'cache') };
    const { source, build } = await toolchain.project(folder, env);
    await appendFile(source, '\nglobalThis.edited = true;\n');
    const { seconds, cpu } = await measured(build);
    return { seconds, cpu };
  });
}

const { contenders, rounds, complete } = readArguments(toolchains, 5);
const machine = describeMachine();
const taken = await alternate(contenders, rounds, measure);
const rows = contenders.map(({ name, label }) => {
  const own = taken.get(name) ?? [];
  return {
    name,
    label,
    seconds: spreadOf(own.map((round) => round.seconds)),
    cpu: spreadOf(own.map((round) => round.cpu)),
  };
});

process.stdout.write(
  `${textTable([
    ['edit → component', 's', 'CPU s'],
    ...rows.map((row) => [row.label, seconds(row.seconds), seconds(row.cpu)]),
  ])}\n`,
);
if (complete) saveResults('rebuild', { machine, rounds, rows });
