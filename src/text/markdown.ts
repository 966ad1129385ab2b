/** Encoders for Markdown as GitHub and registries render it (GitHub Flavored Markdown 0.29). */
import { HIDDEN } from './hidden.ts';
import { oneLine } from './one-line.ts';

/** Text on one line, none of it read as markup or HTML; fit for a table cell too. */
export function mdText(text: string): string {
  return visible(text)
    .replace(/&(?=#?\w+;)/gu, '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*[\]|~]/gu, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(?=[#>+=-])/u, '\\')
    .replace(/^(\d+)(?=[.)])/u, '$1\\');
}

/**
 * A code span; longer fences hold back backticks, and a `|` is escaped because table cells end at it even in code. A
 * backslash before it would escape the escape, so it is doubled.
 */
export function mdCode(text: string): string {
  const code = visible(text).replace(/(\\*)\|/gu, '$1$1\\|');
  const longest = Math.max(0, ...[...code.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$/u.test(code) ? ' ' : '';
  return code === '' ? '' : `${fence}${padding}${code}${padding}${fence}`;
}

/** One line for a fenced code block. */
export function mdCodeLine(text: string): string {
  // A fence begins with up to three blanks and three backticks or tildes: a fourth blank keeps it code.
  return visible(text).replace(/^(?=`{3}|~{3})/u, '    ');
}

function visible(text: string): string {
  return oneLine(text.replace(HIDDEN, ' '));
}

/** A fenced code block of several lines; a longer fence holds back fences inside. */
export function mdFence(language: string, code: string): string {
  const lines = code.split('\n').map((line) => line.replace(HIDDEN, ' '));
  const longest = Math.max(2, ...[...code.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join('\n');
}
