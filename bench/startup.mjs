// @ts-check
// How soon the command answers when it builds nothing.
// Usage: node bench/startup.mjs [--rounds N] [--only NAME]…
import { fileURLToPath } from 'node:url';
import { readArguments } from './support/arguments.mjs';
import { inTemporaryFolder } from './support/cache.mjs';
import { spreadText } from './support/format.mjs';
import { describeMachine } from './support/machine.mjs';
import { measured, runNode } from './support/process.mjs';
import { saveResults } from './support/results.mjs';
import { alternate } from './support/rounds.mjs';
import { spreadOf } from './support/statistics.mjs';
import { textTable } from './support/table.mjs';
import { bin } from './toolchains/generator.mjs';

const document = fileURLToPath(new URL('../examples/orders.openapi.yaml', import.meta.url));
const from = ['orders', '--from', document, '--yes'];

const commands = [
  { name: 'node', label: 'node -e 0, to compare', args: ['-e', '0'] },
  { name: 'version', label: '--version', args: [bin, '--version'] },
  { name: 'help', label: '--help', args: [bin, '--help'] },
  { name: 'dry-run', label: '--dry-run, 8 operations', args: [bin, ...from, '--dry-run'] },
  { name: 'no-build', label: '--no-build, 8 operations', args: [bin, ...from, '--no-build'] },
];

const { contenders, rounds, complete } = readArguments(commands, 11);
const machine = describeMachine();
const taken = await alternate(contenders, rounds, ({ args }) =>
  inTemporaryFolder(async (cwd) => (await measured(() => runNode(args, { cwd }))).seconds),
);
const rows = contenders.map(({ name, label }) => ({
  name,
  label,
  seconds: spreadOf(taken.get(name) ?? []),
}));

process.stdout.write(
  `${textTable([
    ['command', 's'],
    ...rows.map(({ label, seconds }) => [label, spreadText(seconds, 2)]),
  ])}\n`,
);
if (complete) saveResults('startup', { machine, rounds, rows });
