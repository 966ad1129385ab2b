// @ts-check
// The one step that takes long: from the bundle to the component, ours against componentize-js's own command.
// Usage: node bench/componentize.mjs [--rounds N] [--only NAME]…
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArguments } from './support/arguments.mjs';
import { inTemporaryFolder } from './support/cache.mjs';
import { forgetFiles } from './support/caches.mjs';
import { seconds } from './support/format.mjs';
import { describeMachine } from './support/machine.mjs';
import { measured, runNode } from './support/process.mjs';
import { saveResults } from './support/results.mjs';
import { alternate } from './support/rounds.mjs';
import { spreads } from './support/statistics.mjs';
import { textTable } from './support/table.mjs';
import { writeOrders } from './toolchains/generator.mjs';
import { modulePath } from './toolchains/jco-serve.mjs';
import { linkModules } from './toolchains/toolchain.mjs';

const ours = [
  "import { componentizeBundle, readProject } from './scripts/build.mjs';",
  'await componentizeBundle(await readProject(process.cwd()));',
].join('\n');
const stock = [
  modulePath('@bytecodealliance/componentize-js'),
  join('dist', 'orders.js'),
  ...['--wit', 'wit', '--world-name', 'service', '-o', join('dist', 'orders.wasm')],
];

/** @typedef {{ name: string, label: string, args: readonly string[] }} Maker */

/** @type {readonly Maker[]} */
const makers = [
  { name: 'ours', label: 'this generator', args: ['--input-type=module', '-e', ours] },
  { name: 'stock', label: 'componentize-js 0.23', args: stock },
];

/** Cold: a WIT that was not seen before, the system's memory of files and the user's cache empty. @param {Maker} maker */
function measure({ args }) {
  return inTemporaryFolder(async (folder) => {
    const directory = await writeOrders(folder);
    await linkModules('project', directory);
    const env = { XDG_CACHE_HOME: join(folder, 'cache') };
    const bundle = [modulePath('rolldown'), join('src', 'component.ts'), '--sourcemap'];
    const file = ['--file', join('dist', 'orders.js'), '--format', 'esm', '--platform', 'neutral'];
    await runNode([...bundle, ...file], { cwd: directory });
    forgetFiles();
    const first = await measured(() => runNode(args, { cwd: directory, env }));
    await appendFile(join(directory, 'dist', 'orders.js'), '\nglobalThis.edited = true;\n');
    const again = await measured(() => runNode(args, { cwd: directory, env }));
    return { first: first.seconds, again: again.seconds, cpu: again.cpu };
  });
}

const { contenders, rounds, complete } = readArguments(makers, 5);
const machine = describeMachine();
const taken = await alternate(contenders, rounds, measure);
const rows = contenders.map(({ name, label }) => ({
  name,
  label,
  ...spreads(taken.get(name) ?? []),
}));

process.stdout.write(
  `${textTable([
    ['bundle → component', 'first s', 'again s', 'CPU s'],
    ...rows.map(({ label, first, again, cpu }) => [
      label,
      seconds(first),
      seconds(again),
      seconds(cpu),
    ]),
  ])}\n`,
);
if (complete) saveResults('componentize', { machine, rounds, rows });
