import { questions } from '../questions/index.ts';
import { checkAnswers } from '../questions/values.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';
import { runFlags } from './run-flags.ts';

/** Keys that every environment sets for itself. */
const NOT_OURS = new Set(['namespace', 'help', 'version']);

/**
 * What a program that runs the generator passes as Yeoman options (`composeWith`, Yeoman UI, yeoman-test): any flag, in
 * kebab-case or camelCase, and `answers`: an object, or the path of an answers file.
 *
 * @throws Failure (code 2), as a command line does
 */
export function readHostOptions(
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
  cwd: string,
): CommandLine {
  const words: string[] = [];
  const flags = [...runFlags, ...questions].flatMap((declared) =>
    'offFlag' in declared ? [declared.flag, declared.offFlag] : [declared.flag],
  );
  // A document and a folder share a flag.
  for (const flag of new Set(flags)) {
    if (NOT_OURS.has(flag)) continue;
    words.push(...asWords(flag, options[flag] ?? options[camel(flag)]));
  }
  const line = readCommandLine([...words, ...args], cwd);
  if (typeof options.answers !== 'object') return line;
  const inline = checkAnswers(options.answers, 'options.answers#', cwd);
  return { ...line, answers: new Map([...inline, ...line.answers]) };
}

function asWords(flag: string, value: unknown): readonly string[] {
  if (value === true) return [`--${flag}`];
  if (typeof value === 'string' || typeof value === 'number') return [`--${flag}=${value}`];
  if (Array.isArray(value)) return value.map((item) => `--${flag}=${item}`);
  return [];
}

function camel(flag: string): string {
  return flag.replace(/-([a-z])/gu, (_match, letter: string) => letter.toUpperCase());
}
