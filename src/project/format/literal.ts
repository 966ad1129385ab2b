import { jsProperty, jsString } from '../encode/javascript.ts';
import { bracketed, type Layout } from './layout.ts';

/** Data as JSON has it, with absent properties allowed. */
export type Data =
  | null
  | boolean
  | number
  | string
  | readonly Data[]
  | { readonly [key: string]: Data | undefined };

/** A JavaScript literal of plain data, laid out as Biome formats it (2.6, single quotes). */
export function literal(value: unknown): Layout {
  if (typeof value === 'string') return jsString(value);
  if (typeof value === 'number') return String(value).replace('e+', 'e');
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return arrayLiteral(value);
  if (typeof value === 'object') return objectLiteral(value);
  throw new TypeError(`${typeof value} is not plain data`);
}

function arrayLiteral(items: readonly unknown[]): Layout {
  return bracketed('[', items.map(literal), ']', { broken: isMatrix(items) });
}

/** Biome breaks an array of several objects, or of several arrays, that each hold more than one thing. */
function isMatrix(items: readonly unknown[]): boolean {
  if (items.length < 2) return false;
  const arrays = items.every(Array.isArray);
  return items.every(
    (item) =>
      typeof item === 'object' &&
      item !== null &&
      Array.isArray(item) === arrays &&
      Object.keys(item).length > 1,
  );
}

function objectLiteral(value: object): Layout {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return bracketed(
    '{',
    entries.map(([key, item]) => property(jsProperty(key), item)),
    '}',
    { padding: ' ' },
  );
}

/** A value too long for its line goes on the next one, but not behind a key of one or two characters. */
function property(key: string, value: unknown): Layout {
  const short = key.replace(/^['"]|['"]$/gu, '').length <= 2;
  const mayMove = !short && typeof value !== 'number' && typeof value !== 'boolean';
  return mayMove ? [key, ':', { following: literal(value) }] : [key, ': ', literal(value)];
}
