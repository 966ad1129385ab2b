// @ts-check
/** Random changes to text: JSON that is none any more, and YAML that means something else. */
import { dump } from 'js-yaml';

/** @typedef {import('./random.mjs').Random} Random */

const SCRAPS = ['"', '{', ']', '\u0000', '\\', ':', '#', '\n', '\uFEFF', ',', '\t', '-', '\r'];

/** @param {string} text @param {Random} random */
export function damaged(text, random) {
  const at = random.below(text.length);
  return random.pick([
    () => text.slice(0, at),
    () => text.slice(0, at) + text.slice(at + 1 + random.below(20)),
    () => text.slice(0, at) + random.pick(SCRAPS) + text.slice(at),
  ])();
}

/** A document as YAML, with up to five of its lines changed. @param {unknown} document @param {Random} random */
export function changedText(document, random) {
  const lines = dump(document, { noRefs: true }).split('\n');
  for (let count = random.below(6); count > 0; count -= 1) {
    const at = random.below(lines.length);
    lines.splice(at, 1, ...random.pick(LINE_CHANGES)(lines[at] ?? '', lines, random));
  }
  return lines.join('\n');
}

/** @type {readonly ((line: string, lines: readonly string[], random: Random) => string[])[]} */
const LINE_CHANGES = [
  () => [],
  (line) => [line, line],
  (line) => [` ${line}`],
  (line) => [`\t${line}`],
  (line) => [line.replace(/^ {2}/u, '')],
  (line, lines, random) => [line, random.pick(lines)],
  (line) => [line.replace(/: /u, ': &anchor '), `${indentOf(line)}copy: *anchor`],
  (line) => [line.replace(/: .*$/u, ': *anchor')],
  (line) => [`${indentOf(line)}<<: *anchor`, line],
  (line) => [`${indentOf(line)}<<: { type: string, __proto__: { a: 1 } }`, line],
  (line) => [line.replace(/: .*$/u, ': !!js/function "function () {}"')],
  (line) => [line.replace(/: .*$/u, ': !!binary AAAA')],
  (line) => [line.replace(/: .*$/u, ': 2024-01-01T00:00:00Z')],
  (line) => [line.replace(/: .*$/u, ': 0x1F')],
  (line) => [line.replace(/: .*$/u, ': .inf')],
  (line) => [line.replace(/: .*$/u, ': 99999999999999999999999')],
  (line) => [line.replace(/: .*$/u, ': |'), `${indentOf(line)}  text`],
  (line) => [line.replace(/: .*$/u, ': [[[[[{a: {b: ]')],
  (line) => ['---', line],
  (line) => [`${indentOf(line)}? [a, b]`, `${indentOf(line)}: c`, line],
  (line) => [`${indentOf(line)}: value without a key`, line],
  (line) => [`${indentOf(line)}200: a number for a key`, line],
  (line) => [`%YAML 1.3`, line],
];

/** @param {string} line */
function indentOf(line) {
  return /^\s*/u.exec(line)?.[0] ?? '';
}
