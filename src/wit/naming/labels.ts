/**
 * Labels: from any string of a document to a WIT label.
 *
 * A label is kept without the `%` that a keyword needs; only the printer writes it. Rules: component-model 6d28164,
 * `design/mvp/WIT.md` "Identifiers"; two more of ours: all lower case, and never `-` before a digit, because hosts with
 * a wit-parser from before wasm-tools 1.241 (October 2025) refuse `address-1`.
 */
import { WIT_KEYWORDS } from './keywords.ts';

/** Longer names help nobody and swell every line they are used on. */
const MAX_LENGTH = 120;

/** Words with capitals inside them, which are not a boundary between two words. */
const INNER_CAPITALS = /ETag(?![a-z])|OAuth|IPv(?=[46])|GraphQL|QoS|macOS|iOS/gu;

/** How signs are said when they carry the meaning: all there is, or the difference between `+1` and `-1`. */
const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['<=', 'le'],
  ['>=', 'ge'],
  ['!=', 'ne'],
  ['==', 'eq'],
  ['<>', 'ne'],
  ['&&', 'and'],
  ['||', 'or'],
  ['=~', 'matches'],
  ['!~', 'not-matches'],
  ['+', 'plus'],
  ['-', 'minus'],
  ['*', 'star'],
  ['/', 'slash'],
  ['\\', 'backslash'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['=', 'eq'],
  ['!', 'not'],
  ['~', 'tilde'],
  ['%', 'percent'],
  ['&', 'and'],
  ['|', 'or'],
  ['#', 'hash'],
  ['@', 'at'],
  ['$', 'dollar'],
  ['^', 'caret'],
  ['?', 'question'],
  ['.', 'dot'],
  [',', 'comma'],
  [';', 'semicolon'],
  [':', 'colon'],
  ['_', 'underscore'],
  ['(', 'open'],
  [')', 'close'],
  ['[', 'open-bracket'],
  [']', 'close-bracket'],
  ['{', 'open-brace'],
  ['}', 'close-brace'],
  ['"', 'quote'],
  ["'", 'apostrophe'],
  ['`', 'backtick'],
  ['€', 'euro'],
  ['£', 'pound'],
  ['°', 'degree'],
]);

const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Letters that NFKD leaves whole. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['Æ', 'AE'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ð', 'd'],
  ['Ð', 'D'],
  ['þ', 'th'],
  ['Þ', 'Th'],
  ['ı', 'i'],
]);

/**
 * A WIT label for a name: `HTTPServer` → `http-server`, `created_at` → `created-at`, `address 1` → `address1`,
 * `2fa` → `n2fa`.
 *
 * @param fallback - a label for a name that has no letter or digit which ASCII can say
 */
export function kebab(name: string, fallback: string): string {
  return kebabWords(name) ?? fallback;
}

/** As {@link kebab}, `undefined` when the name has nothing to say in ASCII letters and digits. */
export function kebabWords(name: string): string | undefined {
  const label = joinFragments(splitWords(name));
  return label === '' ? undefined : label;
}

/**
 * A label for a value of an enum, where signs may be all the difference: `+1` → `plus-one`, `-name` → `minus-name`,
 * `>=` → `ge`, `''` → `empty`.
 *
 * @returns `undefined` for a value that ASCII can't say
 */
export function valueLabel(value: string): string | undefined {
  if (value === '') return 'empty';
  if (value.trim() === '') return 'blank';
  const signed = /^([+-])(?=[\p{L}\p{N}])(.*)$/su.exec(value);
  if (signed !== null) {
    const sign = signed[1] === '+' ? 'plus' : 'minus';
    const rest = signed[2] ?? '';
    const digit = /^\d$/u.test(rest) ? DIGITS[Number(rest)] : undefined;
    return joinFragments([sign, ...(digit === undefined ? splitWords(rest) : [digit])]);
  }
  return kebabWords(value) ?? spoken(value);
}

/** The label as WIT text: `%type` for a keyword. */
export function escapeLabel(label: string): string {
  return WIT_KEYWORDS.has(label) ? `%${label}` : label;
}

/** What two labels of one scope may not share: case and hyphens don't count (component-model PR 704, August 2026). */
export function labelKey(label: string): string {
  return label.toLowerCase().replaceAll('-', '');
}

/** The labels of one scope. */
export class Labels {
  readonly #taken = new Set<string>();

  constructor(reserved: Iterable<string> = []) {
    for (const label of reserved) this.#taken.add(labelKey(label));
  }

  isFree(label: string): boolean {
    return !this.#taken.has(labelKey(label));
  }

  /**
   * Takes the first candidate that is free; when none is, the last one with a letter behind it: `name-b`, `name-c`.
   * Digits would collide with names that end in one.
   */
  take(...candidates: readonly [string, ...string[]]): string {
    const label =
      candidates.find((candidate) => this.isFree(candidate)) ??
      this.#suffixed(candidates[candidates.length - 1] ?? candidates[0]);
    this.#taken.add(labelKey(label));
    return label;
  }

  #suffixed(label: string): string {
    for (let count = 1; ; count += 1) {
      const candidate = `${label}-${letters(count)}`;
      if (this.isFree(candidate)) return candidate;
    }
  }
}

/** 1 → `b`, 25 → `z`, 26 → `ba`. */
function letters(count: number): string {
  const letter = String.fromCharCode(97 + (count % 26));
  return count < 26 ? letter : letters(Math.floor(count / 26)) + letter;
}

/** `order` → `Order`. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Lower-case ASCII words of a name, split at case, signs and spaces. */
function splitWords(name: string): string[] {
  const ascii = name
    .slice(0, MAX_LENGTH * 4)
    .replace(/[ßæÆœŒøØłŁđĐðÐþÞı]/gu, (letter) => LETTERS.get(letter) ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’](?=[a-z])/gu, '');
  return ascii
    .replace(/(?<=\d)\.(?=\d)/gu, ' point ')
    .replace(INNER_CAPITALS, (word) => capital(word.toLowerCase()))
    .replace(
      /([A-Z]{2,})s(?![a-z])/gu,
      (_match, acronym: string) => ` ${capital(acronym.toLowerCase())}s `,
    )
    .replace(/([a-z])([A-Z])|(\d)([A-Z][a-z])/gu, '$1$3 $2$4')
    .replace(/([A-Z])([A-Z][a-z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/u)
    .filter((word) => word !== '');
}

/** Joins words so that no hyphen stands before a digit and the first character is a letter. */
function joinFragments(words: readonly string[]): string {
  let label = '';
  for (const word of words) {
    const next = appended(label, word);
    if (next.length > MAX_LENGTH && label !== '') break;
    label = next;
  }
  return label.slice(0, MAX_LENGTH);
}

function appended(label: string, word: string): string {
  const digitFirst = /^\d/u.test(word);
  if (label === '') return digitFirst ? `n${word}` : word;
  if (!digitFirst) return `${label}-${word}`;
  return /\d$/u.test(label) ? `${label}-n${word}` : label + word;
}

function spoken(value: string): string | undefined {
  const words: string[] = [];
  for (let at = 0; at < value.length && words.length < 4; ) {
    const two = SPOKEN.get(value.slice(at, at + 2));
    const word = two ?? SPOKEN.get(value.charAt(at));
    if (word === undefined) return undefined;
    words.push(word);
    at += two === undefined ? 1 : 2;
  }
  return words.join('-');
}
