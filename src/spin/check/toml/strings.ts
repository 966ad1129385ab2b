import type { Context } from './refusal.ts';
import type { Scanner } from './scanner.ts';

const BASIC: Context = { label: 'basic string' };
const LITERAL: Context = { label: 'literal string' };
const MULTILINE_BASIC: Context = { label: 'multiline basic string' };
const MULTILINE_LITERAL: Context = { label: 'multiline literal string' };

/** A string of any of the four forms, read from its quote on. */
export function string(scanner: Scanner): string {
  if (scanner.eat('"""')) return multilineBasic(scanner);
  if (scanner.eat("'''")) return multilineLiteral(scanner);
  return singleLine(scanner);
}

/** What a key may be: `"…"` or `'…'`. */
export function singleLine(scanner: Scanner): string {
  return scanner.eat('"') ? basic(scanner) : literal(scanner);
}

const BASIC_CHARACTERS = /[\t !\x23-\x5b\x5d-\x7e\x80-\uffff]+/y;

function basic(scanner: Scanner): string {
  let text = '';
  for (let start = -1; start < scanner.at; ) {
    start = scanner.at;
    text += scanner.take(BASIC_CHARACTERS) + escaped(scanner);
  }
  if (!scanner.eat('"')) scanner.refuse(BASIC);
  return text;
}

function literal(scanner: Scanner): string {
  scanner.at += 1;
  const text = scanner.take(/[\t\x20-\x26\x28-\x7e\x80-\uffff]*/y);
  if (!scanner.eat("'")) scanner.refuse(LITERAL);
  return text;
}

function multilineBasic(scanner: Scanner): string {
  scanner.newline();
  let text = multilineContent(scanner);
  for (;;) {
    const quotes = scanner.take(/""(?=[^"])|"(?=[^"])/y);
    if (quotes === '') break;
    const more = multilineContent(scanner);
    if (more === undefined) break;
    text = (text ?? '') + quotes + more;
  }
  text = (text ?? '') + scanner.take(/""(?=""")|"(?=""")/y);
  if (!scanner.eat('"""')) scanner.refuse(MULTILINE_BASIC);
  return text;
}

/** Everything but quotes; `undefined` when nothing is there. */
function multilineContent(scanner: Scanner): string | undefined {
  const from = scanner.at;
  let text = '';
  for (let start = -1; start < scanner.at; ) {
    start = scanner.at;
    text += scanner.take(BASIC_CHARACTERS);
    if (!continued(scanner)) text += escaped(scanner);
    if (scanner.newline()) text += '\n';
  }
  return scanner.at === from ? undefined : text;
}

/** A backslash at the end of a line: the white space up to the next text is no part of the string. */
function continued(scanner: Scanner): boolean {
  if (scanner.take(/\\[ \t]*\r?\n/y) === '') return false;
  for (let start = -1; start < scanner.at; ) {
    start = scanner.at;
    scanner.skipSpaces();
    scanner.newline();
  }
  return true;
}

function multilineLiteral(scanner: Scanner): string {
  scanner.newline();
  const start = scanner.at;
  literalContent(scanner);
  for (;;) {
    const before = scanner.at;
    const quotes = scanner.take(/''(?=[^'])|'(?=[^'])/y);
    if (quotes !== '' && literalContent(scanner)) continue;
    scanner.at = before;
    break;
  }
  scanner.take(/''(?=''')|'(?=''')/y);
  const text = scanner.text.slice(start, scanner.at);
  if (!scanner.eat("'''")) scanner.refuse(MULTILINE_LITERAL);
  return text.replaceAll('\r\n', '\n');
}

function literalContent(scanner: Scanner): boolean {
  const from = scanner.at;
  for (let start = -1; start < scanner.at; ) {
    start = scanner.at;
    scanner.take(/[\t\x20-\x26\x28-\x7e\x80-\uffff]+/y);
    scanner.newline();
  }
  return scanner.at > from;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['\\', '\\'],
  ['"', '"'],
]);
const ESCAPE: Context = {
  label: 'escape sequence',
  expected: ['`b`', '`f`', '`n`', '`r`', '`t`', '`u`', '`U`', '`\\`', '`"`'],
};

/** What an escape sequence stands for; empty when none is here. */
function escaped(scanner: Scanner): string {
  const letter = scanner.text.charAt(scanner.at + 1);
  if (scanner.next !== '\\' || letter === '') return '';
  scanner.at += 2;
  if (letter === 'u') return codePoint(scanner, 4);
  if (letter === 'U') return codePoint(scanner, 8);
  const named = NAMED.get(letter);
  // The parser takes a byte: it is behind the character where that is one, and still at it where it is more.
  return named ?? scanner.refuse(ESCAPE, letter > '\x7f' ? scanner.at - 1 : scanner.at);
}

function codePoint(scanner: Scanner, digits: 4 | 8): string {
  const start = scanner.at;
  const label = `unicode ${digits}-digit hex code`;
  const hex = scanner.take(digits === 4 ? /[0-9A-Fa-f]{4}/y : /[0-9A-Fa-f]{8}/y);
  if (hex === '') scanner.refuse({ label });
  const code = Number.parseInt(hex, 16);
  const isScalar = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  if (!isScalar) scanner.refuse({ label, cause: 'value is out of range' }, start);
  return String.fromCodePoint(code);
}
