import { resolve } from 'node:path';
import { columns, flagLines } from '../command-line/help.ts';
import type { RunFlag } from '../command-line/run-flags.ts';
import { type KnownFlags, readWords, textOf } from '../command-line/words.ts';
import { HOST_IDS, type HostId } from '../facts/hosts.ts';
import { LANGS, type Lang } from '../messages/lang.ts';
import { badInput } from '../terminal/failure.ts';
import { nearest } from '../text/nearest.ts';
import { quote } from '../text/quote.ts';

/** What the command line of `assess` says. */
export interface AssessmentLine {
  /** Absolute. */
  readonly from: string | undefined;
  readonly out: string | undefined;
  readonly target: HostId | undefined;
  /** List the facts older than so many days, and no more. */
  readonly factsAge: number | undefined;
  readonly strictFit: boolean;
  readonly force: boolean;
  readonly json: boolean;
  readonly markdown: boolean;
  readonly html: boolean;
  /** The language of the report; the locale's when absent. */
  readonly lang: Lang | undefined;
  readonly verbose: boolean;
  readonly help: boolean;
}

const FLAGS = [
  {
    flag: 'from',
    kind: 'value',
    placeholder: 'FOLDER',
    help: 'The folder of the service, also the first argument; nothing in it is run',
  },
  {
    flag: 'target',
    kind: 'value',
    placeholder: HOST_IDS.join('|'),
    help: 'The host you want; else the one that has what was found',
  },
  { flag: 'json', kind: 'switch', help: 'One JSON object on stdout: verdict, findings, stack' },
  { flag: 'markdown', kind: 'switch', help: 'The report with all sources on stdout' },
  {
    flag: 'html',
    kind: 'switch',
    help: 'The same as one page that loads nothing, with its diagrams drawn',
  },
  {
    flag: 'out',
    kind: 'value',
    placeholder: 'FILE',
    help: 'Write the report there: a page with --html or as FILE.html, else Markdown',
  },
  {
    flag: 'lang',
    kind: 'value',
    placeholder: LANGS.join('|'),
    help: 'Language of the report (default: the one of your locale, else en)',
  },
  { flag: 'force', kind: 'switch', help: 'Also over a file that this command did not write' },
  { flag: 'strict-fit', kind: 'switch', help: 'Exit with 3 when the verdict is to stay' },
  {
    flag: 'facts-age',
    kind: 'value',
    placeholder: 'DAYS',
    help: 'List the facts that were checked more than DAYS days ago, and stop',
  },
  { flag: 'verbose', kind: 'switch', help: 'Show the stack of an unexpected error' },
  { flag: 'help', short: 'h', kind: 'switch', help: 'Print this' },
] as const satisfies readonly RunFlag[];

const KNOWN: KnownFlags = {
  switches: new Set(FLAGS.filter(({ kind }) => kind === 'switch').map(({ flag }) => flag)),
  withValue: new Set(FLAGS.filter(({ kind }) => kind === 'value').map(({ flag }) => flag)),
  shorts: new Map([
    ['h', 'help'],
    ['o', 'out'],
  ]),
  elsewhere: new Map([
    ['--output', '--out'],
    ['--folder', '--from'],
    ['--md', '--markdown'],
    ['--report', '--html'],
    ['--host', '--target'],
  ]),
};

/**
 * Reads the words after `assess`. The folder may be the first argument.
 *
 * @param cwd - what relative paths are seen from
 * @throws Failure (code 2): an unknown flag, a missing or a wrong value, a second folder
 */
export function readAssessmentLine(argv: readonly string[], cwd: string): AssessmentLine {
  const { flags, positionals } = readWords(argv, KNOWN);
  const [folder, second] = [...(flags.get('from') ?? []), ...positionals];
  if (second !== undefined) {
    throw badInput(`One folder is read; ${quote(String(second))} is a second one.`);
  }
  if (folder === '') throw badInput('The folder is empty text.', { where: '--from' });
  const forms = (['json', 'markdown', 'html'] as const).filter((form) => flags.has(form));
  if (forms.length > 1) {
    throw badInput(`--${forms.join(' and --')} exclude each other.`, {
      hint: 'Stdout has one of them; --out FILE writes the report beside --json.',
    });
  }
  const out = textOf('out', flags);
  return {
    from: folder === undefined ? undefined : resolve(cwd, String(folder)),
    out: out === undefined ? undefined : resolve(cwd, out),
    target: oneOf('target', HOST_IDS, textOf('target', flags)),
    factsAge: daysOf(textOf('facts-age', flags)),
    strictFit: flags.has('strict-fit'),
    force: flags.has('force'),
    json: flags.has('json'),
    markdown: flags.has('markdown'),
    html: flags.has('html'),
    lang: oneOf('lang', LANGS, textOf('lang', flags)),
    verbose: flags.has('verbose'),
    help: flags.has('help'),
  };
}

function oneOf<Value extends string>(
  flag: string,
  values: readonly Value[],
  given: string | undefined,
): Value | undefined {
  if (given === undefined) return undefined;
  const known = values.find((value) => value === given);
  if (known !== undefined) return known;
  const near = nearest(given, values);
  throw badInput(`${quote(given)} is not a value of --${flag}.`, {
    where: `--${flag}`,
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}Possible: ${values.join(', ')}.`,
  });
}

function daysOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,5}$/u.test(value)) return Number(value);
  throw badInput(`${quote(value)} is not a number of days.`, { where: '--facts-age' });
}

/** What `assess --help` prints. */
export function assessmentHelp(): string {
  return [
    'Reads the folder of a service and judges whether it should move to WebAssembly components.',
    '',
    'Usage',
    '  npx generator-wasm-component assess FOLDER [flags]',
    '  yo wasm-component:assess FOLDER [flags]',
    '',
    'Examples',
    ...columns('npx generator-wasm-component assess .', 'verdict, reasons, what to do next'),
    ...columns('npx generator-wasm-component assess . --out FIT.md', 'the report, with sources'),
    '',
    'Flags',
    ...FLAGS.flatMap(flagLines),
    '',
    'Exit codes',
    '  0    judged, whatever the verdict',
    '  1    a bug of ours',
    '  2    bad input or usage; nothing was written',
    '  3    the verdict is to stay, with --strict-fit',
    '  130  cancelled; nothing was written',
    '',
  ].join('\n');
}
