/** No sample is longer; a pattern that asks for more has none. */
const LONGEST = 256;

/**
 * A short text that matches `pattern`, made from the pattern: literals, classes, groups, alternatives and quantifiers
 * of ECMA-262 regular expressions. Nothing is matched, so a pattern from a document can't make it slow.
 *
 * @param repeat - how often `*`, `+` and `{n,}` repeat, when they may
 * @returns undefined for what is not understood (look-around, back-references, `\p{…}`) or gets too long
 */
export function matchPattern(pattern: string, repeat: number): string | undefined {
  const state: State = { source: [...pattern], at: 0, repeat };
  const text = alternatives(state);
  return state.at === state.source.length ? text : undefined;
}

interface State {
  readonly source: readonly string[];
  readonly repeat: number;
  at: number;
}

/** The first alternative; the others are read only to find the end of the group. */
function alternatives(state: State): string | undefined {
  const first = sequence(state);
  while (first !== undefined && state.source[state.at] === '|') {
    state.at += 1;
    if (sequence(state) === undefined) return undefined;
  }
  return first;
}

function sequence(state: State): string | undefined {
  let text = '';
  for (;;) {
    const next = state.source[state.at];
    if (next === undefined || next === '|' || next === ')') return text;
    const atom = readAtom(state);
    const times = atom === undefined ? undefined : readQuantifier(state);
    if (atom === undefined || times === undefined) return undefined;
    if (text.length + atom.length * times > LONGEST) return undefined;
    text += atom.repeat(times);
  }
}

function readAtom(state: State): string | undefined {
  const char = state.source[state.at];
  state.at += 1;
  switch (char) {
    case '^':
    case '$':
      return '';
    case '.':
      return 'a';
    case '(':
      return readGroup(state);
    case '[':
      return readClass(state);
    case '\\':
      return readEscape(state)?.[0];
    case '*':
    case '+':
    case '?':
      return undefined;
    default:
      return char;
  }
}

function readGroup(state: State): string | undefined {
  if (state.source[state.at] === '?') {
    if (state.source[state.at + 1] !== ':') return undefined;
    state.at += 2;
  }
  const text = alternatives(state);
  if (state.source[state.at] !== ')') return undefined;
  state.at += 1;
  return text;
}

/** How often the atom before is repeated; 1 without a quantifier. */
function readQuantifier(state: State): number | undefined {
  const rest = state.source.slice(state.at, state.at + 16).join('');
  const match = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/u.exec(rest);
  if (match === null) return 1;
  state.at += match[0].length;
  const [, sign, from = '0', comma, to = ''] = match;
  if (sign === '?') return 1;
  const least = sign === undefined ? Number(from) : sign === '+' ? 1 : 0;
  if (sign === undefined && comma === undefined) return least;
  return Math.min(Math.max(least, state.repeat), to === '' ? LONGEST : Number(to));
}

/** Escapes stand for one character, or for any of a class: the first that will do. */
function readEscape(state: State): readonly string[] | undefined {
  const char = state.source[state.at] ?? '';
  state.at += 1;
  switch (char) {
    case 'd':
      return DIGITS;
    case 'w':
      return WORDS;
    case 's':
      return [' '];
    case 'S':
    case 'D':
    case 'W':
      return char === 'W' ? ['-'] : ['a'];
    case 't':
      return ['\t'];
    case 'n':
      return ['\n'];
    case 'r':
      return ['\r'];
    case 'u':
      return readHex(state, 4);
    case 'x':
      return readHex(state, 2);
    case 'b':
      return [''];
    default:
      return char === '' || /[A-Za-z0-9]/u.test(char) ? undefined : [char];
  }
}

function readHex(state: State, digits: number): readonly string[] | undefined {
  const hex = state.source.slice(state.at, state.at + digits).join('');
  if (!/^[0-9a-f]+$/iu.test(hex) || hex.length < digits) return undefined;
  state.at += digits;
  return [String.fromCharCode(Number.parseInt(hex, 16))];
}

function readClass(state: State): string | undefined {
  const isNegated = state.source[state.at] === '^';
  if (isNegated) state.at += 1;
  const members = new Set<string>();
  const ranges: [from: string, to: string][] = [];
  for (;;) {
    const char = state.source[state.at];
    if (char === undefined) return undefined;
    if (char === ']') break;
    state.at += 1;
    const escaped = char === '\\' ? readEscape(state) : [char];
    if (escaped === undefined) return undefined;
    const [from = ''] = escaped;
    if (escaped.length === 1 && isRange(state)) {
      state.at += 1;
      const to = readRangeEnd(state);
      if (to === undefined) return undefined;
      ranges.push([from, to]);
    }
    for (const member of escaped) members.add(member);
  }
  state.at += 1;
  if (!isNegated) return [...members].find((member) => member !== '');
  const holds = (char: string) =>
    members.has(char) || ranges.some(([from, to]) => char >= from && char <= to);
  return [...WORDS, '-', ' ', '~', 'é'].find((char) => !holds(char));
}

function isRange(state: State): boolean {
  const after = state.source[state.at + 1];
  return state.source[state.at] === '-' && after !== undefined && after !== ']';
}

function readRangeEnd(state: State): string | undefined {
  const char = state.source[state.at];
  state.at += 1;
  if (char !== '\\') return char;
  const escaped = readEscape(state);
  return escaped?.length === 1 ? escaped[0] : undefined;
}

const DIGITS = [...'1234567890'];
const WORDS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', ...DIGITS, '_'];
