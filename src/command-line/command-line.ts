import { resolve } from 'node:path';
import { questions } from '../questions/index.ts';
import type { AnswerKey, AnswerValue, PathQuestion, Question } from '../questions/question.ts';
import { checkAnswer, isFolder, type Values } from '../questions/values.ts';
import { badInput, type Failure } from '../terminal/failure.ts';
import { nearest } from '../text/nearest.ts';
import { quote } from '../text/quote.ts';
import {
  type OnConflict,
  type RunFlag,
  type RunFlagName,
  type RunOptions,
  runFlags,
} from './run-flags.ts';
import { type Flags, type KnownFlags, readWords, textOf } from './words.ts';

/** What a command line says. */
export interface CommandLine {
  /** Answers given as flags, and the name as the first argument. */
  readonly answers: Values;
  readonly options: RunOptions;
  /** What of the answers is not kept as it was given. */
  readonly notes: readonly string[];
}

/**
 * Reads a command line, the same for both doors.
 *
 * @param argv - the words after the program's name
 * @param cwd - what relative paths are seen from
 * @throws Failure (code 2): an unknown flag (with the nearest one), a missing or a wrong value
 */
export function readCommandLine(argv: readonly string[], cwd: string): CommandLine {
  const { flags, positionals } = readWords(argv, KNOWN);
  const answers = new Map<AnswerKey, AnswerValue>();
  const notes: string[] = [];
  for (const question of questions) {
    const raw = rawAnswer(question, flags, cwd);
    if (raw === undefined) continue;
    const place = {
      where: `--${question.flag}`,
      folder: cwd,
      note: (text: string) => notes.push(text),
    };
    answers.set(question.key, checkAnswer(question, raw, place));
  }
  const name = nameArgument(positionals, answers.get('name'), cwd);
  if (name !== undefined) answers.set('name', name);
  return { answers, options: readOptions(flags), notes };
}

const KNOWN: KnownFlags = {
  switches: new Set(
    [...runFlags, ...questions].flatMap((declared) => {
      if (declared.kind !== 'switch') return [];
      return 'offFlag' in declared ? [declared.flag, declared.offFlag] : [declared.flag];
    }),
  ),
  withValue: new Set(
    [...runFlags, ...questions].filter(({ kind }) => kind !== 'switch').map(({ flag }) => flag),
  ),
  shorts: new Map([
    ['y', 'yes'],
    ['h', 'help'],
  ]),
  // From `yo` and from other generators.
  elsewhere: new Map([
    ['--force', '--on-conflict overwrite'],
    ['--operations', '--operation, once an operation'],
    ['--openapi', '--from'],
    ['--output', '--out'],
    ['--package-version', '--service-version'],
    ['--non-interactive', '--yes'],
    ['--no-install', '--skip-install'],
    ['--typescript', '--language ts'],
    ['--javascript', '--language js'],
  ]),
};

function rawAnswer(question: Question, flags: Flags, cwd: string): unknown {
  const given = flags.get(question.flag);
  switch (question.kind) {
    case 'switch': {
      const off = flags.get(question.offFlag);
      if (given !== undefined && off !== undefined) {
        throw badInput(`--${question.flag} and --${question.offFlag} exclude each other.`);
      }
      return given === undefined ? (off === undefined ? undefined : false) : true;
    }
    case 'list':
      return question.commas === true
        ? given?.flatMap((text) => question.split(String(text)))
        : given;
    case 'several':
      return given?.flatMap((text) =>
        String(text)
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      );
    case 'path':
      return rawPath(question, given ?? [], cwd);
    default:
      return given?.at(-1);
  }
}

/** The one path of a flag that names what the question is about: a folder or a file; what isn't there is a file. */
function rawPath(
  question: PathQuestion,
  given: readonly (string | true)[],
  cwd: string,
): string | undefined {
  const paths = given.map(String);
  const isOurs = (path: string): boolean =>
    isFolder(resolve(cwd, path)) === (question.holds === 'folder');
  const [path, second] = paths.filter(isOurs);
  if (second === undefined) return path;
  throw question.holds === 'folder' ? secondFolder(question.flag) : secondDocument(question.flag);
}

function secondFolder(flag: string): Failure {
  return badInput(`--${flag} was given with more than one folder; one service is read.`, {
    where: `--${flag}`,
    hint: 'Give the folder that holds them all.',
  });
}

function secondDocument(flag: string): Failure {
  return badInput(`--${flag} was given with more than one document; one is read.`, {
    where: `--${flag}`,
    hint: 'Join them first: npx @redocly/cli join a.yaml b.yaml -o openapi.yaml',
  });
}

function nameArgument(
  positionals: readonly string[],
  flag: AnswerValue,
  cwd: string,
): AnswerValue | undefined {
  const [first, second] = positionals;
  if (second !== undefined) {
    throw badInput(`One argument is possible, the name; ${quote(second)} is a second one.`, {
      hint: 'Quote a value with spaces: --description "two words".',
    });
  }
  const question = questions.find(({ key }) => key === 'name');
  if (first === undefined || question === undefined) return undefined;
  const name = checkAnswer(question, first, { where: 'the first argument', folder: cwd });
  if (flag !== undefined && flag !== name) {
    throw badInput(`The first argument says ${quote(first)}, --name says ${quote(String(flag))}.`);
  }
  return name;
}

function readOptions(flags: Flags): RunOptions {
  return {
    out: textOf('out', flags),
    answers: textOf('answers', flags),
    onConflict: choiceOf('on-conflict', flags) as OnConflict | undefined,
    yes: isOn('yes', flags),
    noBuild: isOn('no-build', flags),
    dryRun: isOn('dry-run', flags),
    strictFit: isOn('strict-fit', flags),
    json: isOn('json', flags),
    verbose: isOn('verbose', flags),
    help: isOn('help', flags),
    version: isOn('version', flags),
  };
}

function isOn(flag: RunFlagName, flags: Flags): boolean {
  return flags.has(flag);
}

function choiceOf(flag: RunFlagName, flags: Flags): string | undefined {
  const value = textOf(flag, flags);
  const declared: RunFlag | undefined = runFlags.find((candidate) => candidate.flag === flag);
  const choices = declared?.choices ?? [];
  if (value === undefined || choices.includes(value)) return value;
  const near = nearest(value, choices);
  throw badInput(`${quote(value)} is not a value of --${flag}.`, {
    where: `--${flag}`,
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}Possible: ${choices.join(', ')}.`,
  });
}
