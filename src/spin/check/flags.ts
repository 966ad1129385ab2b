import { resolve } from 'node:path';
import { columns, flagLines } from '../../command-line/help.ts';
import type { RunFlag } from '../../command-line/run-flags.ts';
import { type KnownFlags, readWords } from '../../command-line/words.ts';
import { badInput } from '../../terminal/failure.ts';
import { quote } from '../../text/quote.ts';

/** What the command line of `check` says. */
export interface CheckLine {
  /** Absolute. */
  readonly manifest: string;
  /** Absolute; as for `spin up`, where it isn't the one beside the manifest. */
  readonly runtimeConfig: string | undefined;
  readonly strict: boolean;
  /** Nothing beside the manifest is looked at but the runtime configuration. */
  readonly textOnly: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

const FLAGS = [
  {
    flag: 'runtime-config-file',
    kind: 'value',
    placeholder: 'FILE',
    help: 'The runtime configuration, where it is not runtime-config.toml beside the manifest',
  },
  { flag: 'strict', kind: 'switch', help: 'Warnings count as problems: exit 1' },
  {
    flag: 'text-only',
    kind: 'switch',
    help: 'Only the manifest: no files, no components, as where it is not built',
  },
  { flag: 'json', kind: 'switch', help: 'One JSON object on stdout: every problem with its place' },
  { flag: 'verbose', kind: 'switch', help: 'Show the stack of an unexpected error' },
  { flag: 'help', short: 'h', kind: 'switch', help: 'Print this' },
] as const satisfies readonly RunFlag[];

const KNOWN: KnownFlags = {
  switches: new Set(FLAGS.filter(({ kind }) => kind === 'switch').map(({ flag }) => flag)),
  withValue: new Set(['from', 'runtime-config-file']),
  shorts: new Map([
    ['h', 'help'],
    ['f', 'from'],
  ]),
  elsewhere: new Map([
    ['--file', '--from'],
    ['--manifest', '--from'],
    ['--pedantic', '--strict'],
  ]),
};

/**
 * Reads the words after `check`. The manifest may be the first argument, `--from` it, or the folder that it is in; when
 * nothing is said it is `spin.toml` here, as for `spin up`.
 *
 * @param cwd - what relative paths are seen from
 * @throws Failure (code 2): an unknown flag, a second manifest
 */
export function readCheckLine(argv: readonly string[], cwd: string): CheckLine {
  const { flags, positionals } = readWords(argv, KNOWN);
  const [manifest = 'spin.toml', second] = [...(flags.get('from') ?? []), ...positionals];
  if (second !== undefined) {
    throw badInput(`One manifest is checked; ${quote(String(second))} is a second one.`);
  }
  if (manifest === '') throw badInput('The manifest is empty text.', { where: '--from' });
  const runtimeConfig = flags.get('runtime-config-file')?.at(-1);
  return {
    manifest: resolve(cwd, String(manifest)),
    runtimeConfig: runtimeConfig === undefined ? undefined : resolve(cwd, String(runtimeConfig)),
    strict: flags.has('strict'),
    textOnly: flags.has('text-only'),
    json: flags.has('json'),
    help: flags.has('help'),
  };
}

/** What `check --help` prints. */
export function checkHelp(): string {
  return [
    'Checks a Spin manifest by the rules of Spin itself: what it refuses, and what it takes and then does wrong.',
    '',
    'Usage',
    '  npx generator-wasm-component check [spin.toml] [flags]',
    '  yo wasm-component:check [spin.toml] [flags]',
    '',
    'Examples',
    ...columns('npx generator-wasm-component check', 'spin.toml here'),
    ...columns('npx generator-wasm-component check --strict', 'warnings fail too, for CI'),
    '',
    'Flags',
    ...FLAGS.flatMap(flagLines),
    '',
    'Exit codes',
    '  0    Spin takes it; there may be warnings',
    '  1    Spin refuses it, or there are warnings and --strict',
    '  2    no such file, no text, or bad usage',
    '  130  cancelled',
    '',
  ].join('\n');
}
