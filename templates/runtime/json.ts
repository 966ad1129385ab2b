/**
 * JSON without loss: integers that a double cannot hold are read as BigInt, and BigInt is written as a plain number.
 * Grammar: RFC 8259. Of equal keys the last one wins, as with `JSON.parse`.
 */

/** The engine's stack ends near 1,000 nested calls (componentize-js 0.23.0); nobody nests JSON by hand that deep. */
const MAX_DEPTH = 200;

/** Text that is not JSON, or JSON beyond our limits. `line` and `column` count from 1. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
  readonly line: number;
  readonly column: number;

  constructor(reason: string, text: string, offset: number) {
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - before.lastIndexOf('\n');
    super(`line ${line}, column ${column}: ${reason}`);
    this.line = line;
    this.column = column;
  }
}

/** A number token with an exponent, or with 16 or more digits: the only ones that `JSON.parse` may round. */
const MAY_LOSE_DIGITS = /(?:^|[:[,\s])-?(?:[\d.]{16}|[\d.]+[eE])/;

/** The value of JSON text. Throws JsonError. */
export function parseJson(text: string): unknown {
  if (!MAY_LOSE_DIGITS.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      // Engines differ in what they say about the place; our own reader below says it the same way everywhere.
    }
  }
  return new Reader(text).document();
}

/** JSON text of a value without cycles, BigInt as a number of full precision. */
export function stringifyJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch (error) {
    if (error instanceof TypeError) return write(value); // there is a BigInt in it
    throw error;
  }
}

function write(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${write(member)}`).join(',')}}`;
}

/** Sets a property that a later read finds, whatever its name: `object.__proto__ = x` would set the prototype. */
export function put(object: object, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    (object as Record<string, unknown>)[key] = value;
  }
}

const TOKEN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const WORDS: Record<string, unknown> = { true: true, false: false, null: null };

class Reader {
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): unknown {
    const value = this.value();
    if (this.next() !== '') throw this.unexpected('the end');
    return value;
  }

  private value(): unknown {
    const first = this.next();
    if (first === '"') return this.string();
    if (first === '{') return this.nested(() => this.object());
    if (first === '[') return this.nested(() => this.array());
    const start = this.at;
    const token = this.token();
    if (token in WORDS) return WORDS[token];
    const value = exactNumber(token);
    if (value === undefined) throw new JsonError('number is too large', this.text, start);
    return value;
  }

  private nested<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw this.error(`nested deeper than ${MAX_DEPTH} levels`);
    this.at += 1;
    const value = read();
    this.at += 1;
    this.depth -= 1;
    return value;
  }

  private object(): object {
    const object = {};
    if (this.next() === '}') return object;
    for (;;) {
      if (this.next() !== '"') throw this.unexpected('a property name');
      const key = this.string();
      if (this.next() !== ':') throw this.unexpected('":"');
      this.at += 1;
      put(object, key, this.value());
      const after = this.next();
      if (after === '}') return object;
      if (after !== ',') throw this.unexpected('"," or "}"');
      this.at += 1;
    }
  }

  private array(): unknown[] {
    const array: unknown[] = [];
    if (this.next() === ']') return array;
    for (;;) {
      array.push(this.value());
      const after = this.next();
      if (after === ']') return array;
      if (after !== ',') throw this.unexpected('"," or "]"');
      this.at += 1;
    }
  }

  private string(): string {
    const start = this.at;
    let end = start + 1;
    let escaped = false;
    for (;;) {
      const code = this.text.charCodeAt(end);
      if (code === 0x22) break;
      if (Number.isNaN(code)) throw this.error('string is not closed');
      if (code < 0x20) throw new JsonError('raw control character in a string', this.text, end);
      if (code === 0x5c) escaped = true;
      end += code === 0x5c ? 2 : 1;
    }
    this.at = end + 1;
    const quoted = this.text.slice(start, end + 1);
    if (!escaped) return quoted.slice(1, -1);
    try {
      return JSON.parse(quoted);
    } catch {
      throw new JsonError('string has a bad escape', this.text, start);
    }
  }

  /** Skips white space; the character there, or `''` at the end. */
  private next(): string {
    for (;;) {
      const character = this.text.charAt(this.at);
      if (character === '' || !' \t\n\r'.includes(character)) return character;
      this.at += 1;
    }
  }

  private token(): string {
    TOKEN.lastIndex = this.at;
    const token = TOKEN.exec(this.text)?.[0];
    if (token === undefined) throw this.unexpected('a value');
    this.at += token.length;
    return token;
  }

  private unexpected(wanted: string): JsonError {
    const found = this.text.codePointAt(this.at);
    const got = found === undefined ? 'the end' : JSON.stringify(String.fromCodePoint(found));
    return this.error(`expected ${wanted}, got ${got}`);
  }

  private error(reason: string): JsonError {
    return new JsonError(reason, this.text, this.at);
  }
}

/**
 * The number of a JSON number token: BigInt when it is an integer beyond 2^53; undefined beyond the range of a double.
 */
function exactNumber(token: string): number | bigint | undefined {
  const rounded = Number(token);
  if (!Number.isFinite(rounded)) return undefined;
  if (Number.isSafeInteger(rounded) || !Number.isInteger(rounded)) return rounded;
  const [mantissa = '', exponent = '0'] = token.split(/[eE]/);
  const [whole = '', fraction = ''] = mantissa.split('.');
  const shift = Number(exponent) - fraction.length;
  const digits = whole + fraction;
  if (shift >= 0) return BigInt(digits + '0'.repeat(shift));
  return /^0*$/.test(digits.slice(shift)) ? BigInt(digits.slice(0, shift)) : rounded;
}
