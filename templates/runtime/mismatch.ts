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

const SHOWN_CHOICES = 8;

/** Some of many, and how many more there are. */
export function enumerate(choices: readonly string[], separator: string): string {
  const shown = choices.slice(0, SHOWN_CHOICES).join(separator);
  const left = choices.length - SHOWN_CHOICES;
  return left > 0 ? `${shown} or ${left} more` : shown;
}

/** Throws `expected one of "a", "b", got "x"`; `at`: the property that has the value. */
export function notOneOf(choices: Iterable<unknown>, got: unknown, at?: string): never {
  const names = [...choices].map((choice) => JSON.stringify(choice));
  const wanted = names.length === 1 ? names.join() : `one of ${enumerate(names, ', ')}`;
  const mismatch = expected(wanted, got);
  throw at === undefined ? mismatch : under(at, mismatch);
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

/** `convert(value)`; what it throws is under `segment`. */
export function inside<In, Out>(
  segment: string | number,
  convert: (value: In) => Out,
  value: In,
): Out {
  try {
    return convert(value);
  } catch (error) {
    throw under(segment, error);
  }
}

/** A lone surrogate, which JSON can escape, has no percent-encoding: `encodeURI` throws. */
export function wellFormed(text: string): string {
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
