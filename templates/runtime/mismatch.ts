/** A value does not fit its type. `pointer` (RFC 6901) leads to it from the root of the value; `''` is the root. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
  pointer = '';
  /** What is wrong there: `expected integer, got "x"`. */
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** `expected integer, got "x"`. */
export function expected(what: string, got: unknown): Mismatch {
  return new Mismatch(`expected ${what}, got ${show(got)}`);
}

/**
 * What was caught while `segment` of a value was converted, to be thrown on.
 * Pointers are put together on the way out, so that values that fit cost nothing.
 */
export function under(segment: string | number, caught: unknown): unknown {
  if (caught instanceof Mismatch) {
    const escaped = wellFormed(String(segment)).replaceAll('~', '~0').replaceAll('/', '~1');
    caught.pointer = `/${escaped}${caught.pointer}`;
    caught.message = `${caught.pointer}: ${caught.reason}`;
  }
  return caught;
}

/** A lone surrogate, which JSON can escape, has no percent-encoding: `encodeURI` throws. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
}

const LONGEST = 40;

/** A value for a message: never long, never the inside of an object. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') {
    return value.length > LONGEST
      ? `${JSON.stringify(value.slice(0, LONGEST))}…`
      : JSON.stringify(value);
  }
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'function') return 'a function';
  return String(value);
}
