import { jsProperty, jsString } from '../encode/javascript.ts';
import { jsonString } from '../encode/json.ts';
import { bracketed, fill, following, type Layout } from './layout.ts';
import { print, printFlat, textWidth } from './print.ts';

/** How a language writes data. */
interface Syntax {
  readonly string: (text: string) => string;
  readonly key: (name: string) => string;
  /** Behind the last item of a broken list. */
  readonly trailing: string;
  /** Whether a value too long for its line goes on the next one. */
  readonly movesValues: boolean;
  /** What JSON doesn't have: bigint, undefined, bytes; `undefined` when the language has no form for it either. */
  readonly special: (value: unknown) => Layout | undefined;
}

const JAVASCRIPT: Syntax = {
  string: jsString,
  key: jsProperty,
  trailing: ',',
  movesValues: true,
  special(value) {
    if (typeof value === 'bigint') return `${value}n`;
    if (value === undefined) return 'undefined';
    return value instanceof Uint8Array ? ['new Uint8Array(', literal([...value]), ')'] : undefined;
  },
};

const JSON_SYNTAX: Syntax = {
  string: jsonString,
  key: jsonString,
  trailing: '',
  movesValues: false,
  special: () => undefined,
};

/**
 * A JavaScript literal of data as JSON has it, or with bigint, undefined and Uint8Array, laid out as Biome 2.6 formats
 * it. Properties that are undefined are left out.
 *
 * @throws TypeError on a function or a symbol
 */
export function literal(value: unknown): Layout {
  return data(value, JAVASCRIPT);
}

/**
 * A JSON file, formatted as Biome 2.6 would.
 *
 * @throws TypeError on what JSON does not have
 */
export function jsonText(value: unknown): string {
  return `${print(data(value, JSON_SYNTAX))}\n`;
}

function data(value: unknown, syntax: Syntax): Layout {
  if (typeof value === 'string') return syntax.string(value);
  if (typeof value === 'number') return String(value).replace('e+', 'e');
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return list(value, syntax);
  const special = syntax.special(value);
  if (special !== undefined) return special;
  if (typeof value === 'object' && !ArrayBuffer.isView(value)) return object(value, syntax);
  throw new TypeError(`${typeof value} is not plain data`);
}

function list(items: readonly unknown[], syntax: Syntax): Layout {
  const options = { broken: isMatrix(items), trailing: syntax.trailing };
  const layouts = items.map((item) => data(item, syntax));
  if (items.length > 1 && items.every((item) => typeof item === 'number')) {
    return bracketed('[', [fill(layouts.map(printFlat))], ']', options);
  }
  return bracketed('[', layouts, ']', options);
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
      Object.values(item).filter((value) => value !== undefined).length > 1,
  );
}

function object(value: object, syntax: Syntax): Layout {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const properties = entries.map(([key, item]) => property(syntax.key(key), item, syntax));
  return bracketed('{', properties, '}', { padded: true, trailing: syntax.trailing });
}

/** Two columns of indentation, and the three that Prettier and Biome want to win by a line break. */
const SHORT_KEY = 5;

/** A value too long for its line goes on the next one, but not behind a key so short that nothing would be won. */
function property(key: string, value: unknown, syntax: Syntax): Layout {
  const short = textWidth(key) < SHORT_KEY;
  const stays = short || typeof value === 'number' || typeof value === 'boolean';
  const layout = data(value, syntax);
  return syntax.movesValues && !stays ? [key, ':', following(layout)] : [key, ': ', layout];
}
