import { columns, flagLines, questionLines } from '../command-line/help.ts';
import type { RunFlag } from '../command-line/run-flags.ts';
import { type KnownFlags, readWords, textOf } from '../command-line/words.ts';
import { questions } from '../questions/index.ts';
import type { AnswerKey } from '../questions/question.ts';
import { checkAnswer } from '../questions/values.ts';
import { badInput } from '../terminal/failure.ts';
import { quote } from '../text/quote.ts';
import type { ConversionOptions } from './openapi-to-wit.ts';

/** What the command line of `wit` says. */
export interface ConversionLine extends ConversionOptions {
  /** Absolute. */
  readonly from: string | undefined;
  readonly out: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
  readonly verbose: boolean;
  readonly help: boolean;
}

const FLAGS = [
  {
    flag: 'out',
    kind: 'value',
    placeholder: 'DIR',
    help: 'Write world.wit and FIDELITY.md there; else the WIT goes to stdout',
  },
  { flag: 'force', kind: 'switch', help: 'Also over files that this command did not write' },
  { flag: 'json', kind: 'switch', help: 'One JSON object on stdout: WIT, routes, types, report' },
  { flag: 'verbose', kind: 'switch', help: 'Show the stack of an unexpected error' },
  { flag: 'help', short: 'h', kind: 'switch', help: 'Print this' },
] as const satisfies readonly RunFlag[];

/** The questions of the interview that matter here, as flags. */
const ASKED: readonly AnswerKey[] = ['from', 'namespace', 'name', 'version', 'basePath'];
/** There is no project here for these to name. */
const HELP: ReadonlyMap<AnswerKey, string> = new Map([
  ['name', 'Name of the WIT package'],
  ['version', 'Version of the WIT package'],
]);
const asked = questions
  .filter(({ key }) => ASKED.includes(key))
  .map((question) => ({ ...question, help: HELP.get(question.key) ?? question.help }));

const KNOWN: KnownFlags = {
  switches: new Set(FLAGS.filter(({ kind }) => kind === 'switch').map(({ flag }) => flag)),
  withValue: new Set(['out', ...asked.map(({ flag }) => flag)]),
  shorts: new Map([
    ['h', 'help'],
    ['o', 'out'],
  ]),
  elsewhere: new Map([
    ['--openapi', '--from'],
    ['--input', '--from'],
    ['--output', '--out'],
    ['--package-version', '--service-version'],
  ]),
};

/**
 * Reads the words after `wit`. The document may be the first argument.
 *
 * @param cwd - what relative paths are seen from
 * @throws Failure (code 2): an unknown flag, a missing or a wrong value, a second document
 */
export function readConversionLine(argv: readonly string[], cwd: string): ConversionLine {
  const { flags, positionals } = readWords(argv, KNOWN);
  const answers = new Map<AnswerKey, string>();
  const documents = [...(flags.get('from') ?? []), ...positionals];
  if (documents.length > 1) {
    throw badInput(`One document is converted; ${quote(String(documents[1]))} is a second one.`, {
      hint: 'Join them first: npx @redocly/cli join a.yaml b.yaml -o openapi.yaml',
    });
  }
  for (const question of asked) {
    const raw = question.key === 'from' ? documents[0] : flags.get(question.flag)?.at(-1);
    if (raw === undefined) continue;
    const place = { where: `--${question.flag}`, folder: cwd };
    answers.set(question.key, String(checkAnswer(question, raw, place)));
  }
  const options = ['namespace', 'name', 'version', 'basePath'] as const;
  return {
    from: answers.get('from'),
    out: textOf('out', flags),
    ...Object.fromEntries(
      options.flatMap((key) => (answers.has(key) ? [[key, answers.get(key)]] : [])),
    ),
    force: flags.has('force'),
    json: flags.has('json'),
    verbose: flags.has('verbose'),
    help: flags.has('help'),
  };
}

/** What `wit --help` prints. */
export function conversionHelp(): string {
  return [
    'Converts an OpenAPI document (3.1, 3.0, Swagger 2.0) to WIT.',
    '',
    'Usage',
    '  npx generator-wasm-component wit DOCUMENT [flags]',
    '  yo wasm-component:wit DOCUMENT [flags]',
    '',
    'Examples',
    ...columns('npx generator-wasm-component wit openapi.yaml', 'prints the WIT'),
    ...columns('npx generator-wasm-component wit openapi.yaml --out wit', 'writes wit/world.wit'),
    '',
    'Flags',
    ...asked.flatMap(questionLines),
    ...FLAGS.flatMap(flagLines),
    '',
    'Exit codes',
    '  0    converted, and the WIT makes a component',
    '  1    a bug of ours: the WIT is refused',
    '  2    bad input or usage; nothing was written',
    '  130  cancelled; nothing was written',
    '',
  ].join('\n');
}
