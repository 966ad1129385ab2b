import { parseJson, stringifyJson } from './json.ts';
import { expected, Mismatch, notOneOf, show } from './mismatch.ts';
import type { ScalarName, ScalarWithBounds } from './table.ts';

/** Converts between JSON and a WIT value as JavaScript has it. Both ways throw Mismatch. */
export interface Codec {
  decode(json: unknown): unknown;
  encode(value: unknown): unknown;
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Scalars, as `TypeCode` names them. */
export const SCALARS: Readonly<Record<ScalarName, Codec>> = {
  bool: same((value) => {
    if (typeof value !== 'boolean') throw expected('boolean', value);
    return value;
  }),
  s8: integer(-(2 ** 7), 2 ** 7 - 1),
  s16: integer(-(2 ** 15), 2 ** 15 - 1),
  s32: integer(-(2 ** 31), 2 ** 31 - 1),
  u8: integer(0, 2 ** 8 - 1),
  u16: integer(0, 2 ** 16 - 1),
  u32: integer(0, 2 ** 32 - 1),
  s64: bigInteger(-(2n ** 63n), 2n ** 63n - 1n),
  u64: bigInteger(0n, 2n ** 64n - 1n),
  f64: same((value) => {
    const number = typeof value === 'bigint' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isFinite(number)) throw expected('number', value);
    return number;
  }),
  string: same(string),
  json: { decode: jsonText, encode: jsonValue },
  bytes: { decode: fromBase64, encode: toBase64 },
  // The reader of the form makes it, from a part that has no JSON.
  file: same((value) => value),
};

/** The scalar with the document's limits, which hold for what comes in. Throws on an unknown name. */
export function scalarCodec(code: ScalarName | ScalarWithBounds): Codec {
  if (typeof code === 'string') return SCALARS[code];
  const { decode, encode } = SCALARS[code.scalar];
  const values = code.values && new Set<unknown>(code.values);
  return {
    encode,
    decode(json) {
      const value = decode(json);
      // The table's own numbers are doubles.
      if (values && !values.has(typeof json === 'bigint' ? Number(json) : json)) {
        return notOneOf(values, json);
      }
      const broken =
        typeof value === 'string' ? brokenLength(value, code) : brokenBound(value, code);
      if (broken !== undefined) throw new Mismatch(`${broken}, got ${show(json)}`);
      return value;
    },
  };
}

function same(convert: (value: unknown) => unknown): Codec {
  return { decode: convert, encode: convert };
}

function string(value: unknown): string {
  if (typeof value !== 'string') throw expected('string', value);
  return value;
}

function integer(min: number, max: number): Codec {
  return same((value) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) {
      return value;
    }
    throw notInRange(value, min, max);
  });
}

function bigInteger(min: bigint, max: bigint): Codec {
  const inRange = (value: bigint) => value >= min && value <= max;
  return {
    decode(json) {
      const value = typeof json === 'number' && Number.isInteger(json) ? BigInt(json) : json;
      if (typeof value === 'bigint' && inRange(value)) return value;
      throw notInRange(json, min, max);
    },
    encode(value) {
      if (typeof value !== 'bigint') throw expected('bigint', value);
      if (!inRange(value)) throw notInRange(value, min, max);
      // A plain number where it is exact, so that JSON.stringify takes it.
      return value <= SAFE && value >= -SAFE ? Number(value) : value;
    },
  };
}

function notInRange(value: unknown, min: number | bigint, max: number | bigint): Mismatch {
  const isInteger = typeof value === 'bigint' || Number.isInteger(value);
  return expected(isInteger ? `integer from ${min} to ${max}` : 'integer', value);
}

function brokenBound(value: unknown, bounds: ScalarWithBounds): string | undefined {
  if (typeof value !== 'number' && typeof value !== 'bigint') return undefined;
  const { min, max, above, below } = bounds;
  if (min !== undefined && value < min) return `expected at least ${min}`;
  if (max !== undefined && value > max) return `expected at most ${max}`;
  if (above !== undefined && value <= above) return `expected more than ${above}`;
  if (below !== undefined && value >= below) return `expected less than ${below}`;
  return undefined;
}

/** Lengths are in code points (JSON Schema validation §6.3.1), never more than the UTF-16 length. */
function brokenLength(text: string, { minLength, maxLength }: ScalarWithBounds) {
  if (maxLength !== undefined && text.length > maxLength && codePoints(text) > maxLength) {
    return `expected at most ${maxLength} characters`;
  }
  if (minLength !== undefined && text.length < 2 * minLength && codePoints(text) < minLength) {
    return `expected at least ${minLength} characters`;
  }
  return undefined;
}

/** Surrogate pairs are one. Few texts get here, and most of those are short: a regular expression costs more. */
function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; count += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return count;
}

function jsonText(json: unknown): string {
  try {
    return stringifyJson(json);
  } catch {
    throw new Mismatch('is nested too deeply'); // the engine's own stack limit
  }
}

function jsonValue(value: unknown): unknown {
  try {
    return parseJson(string(value));
  } catch (error) {
    if (error instanceof Mismatch) throw error;
    throw expected('JSON text', value);
  }
}

/** RFC 4648 §4, with padding. */
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

export function fromBase64(json: unknown): Uint8Array<ArrayBuffer> {
  const text = string(json);
  if (text.length % 4 !== 0 || !BASE64.test(text)) throw expected('base64', json);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

function toBase64(value: unknown): string {
  if (!(value instanceof Uint8Array)) throw expected('Uint8Array', value);
  let binary = '';
  // In pieces, because arguments go on the stack.
  for (let at = 0; at < value.length; at += 4096) {
    binary += String.fromCharCode(...value.subarray(at, at + 4096));
  }
  return btoa(binary);
}
