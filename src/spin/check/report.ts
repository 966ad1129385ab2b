import type { Style } from '../../terminal/style.ts';
import { printable } from '../../text/quote.ts';
import type { Problem } from './check.ts';

/** How many of each there are, for one line: `2 problems, 1 warning`. */
export function counts(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const told = errors === 0 ? 'no problems' : count(errors, 'problem');
  return warnings === 0 ? told : `${told}, ${count(warnings, 'warning')}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** A line longer than this isn't shown: it is data, and its end would be off the screen. */
const LONGEST_LINE = 160;

/**
 * The problems as people read them: where, what, the line with a caret, what to do.
 *
 * @param lines - of every file that a problem is in
 */
export function terminalReport(
  problems: readonly Problem[],
  lines: ReadonlyMap<string, readonly string[]>,
  style: Style,
): string {
  return problems.map((problem) => `${describe(problem, lines, style)}\n`).join('\n');
}

function describe(
  { severity, message, file, span, hint, rule }: Problem,
  lines: ReadonlyMap<string, readonly string[]>,
  style: Style,
): string {
  const { line, column } = span.start;
  const word = severity === 'error' ? style.red('error') : style.yellow('warning');
  const [first = '', ...more] = message.split('\n').map(printable);
  const source = lines.get(file)?.[line - 1];
  return [
    `${style.bold(`${printable(file)}:${line}:${column}`)} ${word}: ${first} ${style.dim(`[${rule}]`)}`,
    ...more.map((text) => `  ${text}`),
    ...(source === undefined || source.length > LONGEST_LINE ? [] : excerpt(source, span, style)),
    ...(hint === undefined ? [] : [`  ${style.dim('help:')} ${printable(hint)}`]),
  ].join('\n');
}

/** `12 | source = 1` and a caret below what it is about. */
function excerpt(source: string, { start, end }: Problem['span'], style: Style): readonly string[] {
  const number = String(start.line);
  const gutter = ' '.repeat(number.length);
  const characters = [...source];
  const last = end.line === start.line ? end.column : characters.length + 1;
  const width = Math.max(1, Math.min(last, characters.length + 1) - start.column);
  const marks = style.red('^'.repeat(width));
  const before = characters
    .slice(0, start.column - 1)
    .map((character) => (character === '\t' ? '\t' : ' '))
    .join('');
  const shown = characters
    .map((character) => (character === '\t' ? '\t' : printable(character)))
    .join('');
  return [
    `  ${style.dim(`${number} |`)} ${shown}`,
    `  ${style.dim(`${gutter} |`)} ${before}${marks}`,
  ];
}
