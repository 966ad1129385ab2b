import { Mismatch } from './mismatch.ts';
import { onlyOne } from './parameter-text.ts';
import { decodeText } from './request-parts.ts';

/**
 * How the text of one parameter falls into pieces: OpenAPI 3.1.1, "Style Values", after RFC 6570 §3.2.
 * Pieces are still percent-encoded: an encoded delimiter is part of the value.
 */
export interface Pieces {
  /** The text of a scalar. */
  scalar(raw: string): string;
  list(raw: string): readonly string[];
  /** Names and values of an object's properties. */
  object(raw: string): readonly (readonly [string, string])[];
}

/** Pieces of a style. `looseComma`: a percent-encoded comma separates too. */
export function piecesOf(
  style: string,
  { name, explode, looseComma }: { name: string; explode: boolean; looseComma: boolean },
): Pieces {
  switch (style) {
    case 'label':
      return pieces({ prefix: '.', separator: explode ? '.' : ',', explode });
    case 'matrix':
      return matrix(name, explode);
    case 'spaceDelimited':
      return pieces({ prefix: '', separator: /%20|\+| /, explode: false });
    case 'pipeDelimited':
      return pieces({ prefix: '', separator: /\||%7C/i, explode: false });
    default:
      return pieces({ prefix: '', separator: looseComma ? /,|%2C/i : ',', explode });
  }
}

interface Form {
  readonly prefix: string;
  readonly separator: string | RegExp;
  /** Properties are `name=value`; else names and values alternate. */
  readonly explode: boolean;
}

function pieces({ prefix, separator, explode }: Form): Pieces {
  const list = (raw: string) => {
    const text = withoutPrefix(raw, prefix);
    return text === '' ? [] : text.split(separator);
  };
  return {
    scalar: (raw) => withoutPrefix(raw, prefix),
    list,
    object: (raw) => (explode ? list(raw).map(nameAndValue) : alternating(list(raw))),
  };
}

/** `;p=a,b`, exploded `;p=a;p=b` or `;R=100;G=200`. */
function matrix(name: string, explode: boolean): Pieces {
  const all = (raw: string) => withoutPrefix(raw, ';').split(';').map(nameAndValue);
  const own = (raw: string) =>
    all(raw).map(([key, value]) => {
      if (decodeText(key, 'path') === name) return value;
      throw new Mismatch(`does not start with ";${name}="`);
    });
  const one = (raw: string) => onlyOne(own(raw)) ?? '';
  const { list, object } = pieces({ prefix: '', separator: ',', explode: false });
  return {
    scalar: one,
    list: explode ? own : (raw) => list(one(raw)),
    object: explode ? all : (raw) => object(one(raw)),
  };
}

function withoutPrefix(raw: string, prefix: string): string {
  if (prefix === '') return raw;
  if (!raw.startsWith(prefix)) throw new Mismatch(`does not start with "${prefix}"`);
  return raw.slice(prefix.length);
}

function nameAndValue(piece: string): [string, string] {
  const equals = piece.indexOf('=');
  return equals === -1 ? [piece, ''] : [piece.slice(0, equals), piece.slice(equals + 1)];
}

function alternating(list: readonly string[]): [string, string][] {
  if (list.length % 2 !== 0) throw new Mismatch('has a name without a value');
  const names = list.filter((_, index) => index % 2 === 0);
  return names.map((name, index) => [name, list[index * 2 + 1] ?? '']);
}
