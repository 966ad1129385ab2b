export interface JsonError {
  /** Offset of the first character that can't be JSON. */
  readonly offset: number;
  readonly reason: string;
}

const SPACE = /[ \t\r\n]*/y;
/** Any character but `"`, `\` and the controls below U+0020. */
const PLAIN = String.raw`[ !#-\[\]-\u{10ffff}]*`;
const STRING = String.raw`"${PLAIN}(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})${PLAIN})*"`;
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+\-]?\d+)?(?![\w.])`;
const SCALAR = new RegExp(String.raw`${STRING}|${NUMBER}|(?:true|false|null)(?!\w)`, 'uy');

/** What may come next. `first` items may also be the end of their array or object. */
type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma' | 'end';

/**
 * Finds what is wrong with a text that `JSON.parse` refused: its messages give a position for some errors only
 * (Node 20 and 22). Grammar: RFC 8259.
 */
export function findJsonError(text: string): JsonError | undefined {
  const closers: string[] = [];
  let expected: Expected = 'value';
  for (
    let offset = skip(SPACE, text, 0);
    offset < text.length;
    offset = skip(SPACE, text, offset)
  ) {
    const character = text.charAt(offset);
    const wantsValue = expected === 'value' || expected === 'first value';
    if (wantsValue && (character === '{' || character === '[')) {
      closers.push(character === '{' ? '}' : ']');
      expected = character === '{' ? 'first key' : 'first value';
      offset += 1;
    } else if (
      character === closers.at(-1) &&
      (expected === 'comma' || expected.startsWith('first'))
    ) {
      closers.pop();
      expected = after(closers);
      offset += 1;
    } else if (expected === 'comma' && character === ',') {
      expected = closers.at(-1) === '}' ? 'key' : 'value';
      offset += 1;
    } else if (expected === 'colon' && character === ':') {
      expected = 'value';
      offset += 1;
    } else {
      const end = skip(SCALAR, text, offset);
      const isKey: boolean = expected.endsWith('key') && character === '"';
      if (end === offset || !(wantsValue || isKey)) {
        return { offset, reason: describe(character, expected, closers) };
      }
      expected = isKey ? 'colon' : after(closers);
      offset = end;
    }
  }
  return expected === 'end'
    ? undefined
    : { offset: text.length, reason: 'the file ends too early' };
}

/** Where the match of a sticky expression at `offset` ends; `offset` itself when there is none. */
function skip(expression: RegExp, text: string, offset: number): number {
  expression.lastIndex = offset;
  return expression.test(text) ? expression.lastIndex : offset;
}

function after(closers: readonly string[]): Expected {
  return closers.length === 0 ? 'end' : 'comma';
}

function describe(character: string, expected: Expected, closers: readonly string[]): string {
  if (character === '"' && /value|key/u.test(expected)) {
    return 'this text has no end, a line break or an unknown escape';
  }
  switch (expected) {
    case 'key':
    case 'first key':
      return 'expected a property name in double quotes';
    case 'colon':
      return 'expected ":" after the property name';
    case 'comma':
      return `expected "," or "${closers.at(-1)}"`;
    case 'end':
      return 'expected the end of the file';
    default:
      return 'expected a value';
  }
}
