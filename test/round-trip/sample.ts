/**
 * Values that a schema of the document allows, of every kind: all members of a choice, optional properties present and
 * absent, null, limits, integers beyond 2^53, and text from everywhere. Whether they are allowed is not said here but
 * by `oracle.ts`.
 */
import { pick, type Random } from '../runtime/arbitrary.ts';
import { type Choice, choose, type FlatSchema, flatten, type Member } from './flat-schema.ts';
import { isRaw, type RawDocument } from './raw-document.ts';

export type Path = readonly (string | number)[];

export interface Sample {
  readonly value: unknown;
  /** The values inside, itself first, each with what the document says about it. */
  readonly sites: readonly Site[];
}

export interface Site {
  readonly path: Path;
  readonly flat: FlatSchema;
  /** The path is in a choice between schemas, which begins here. */
  readonly choice: Path | undefined;
}

/** Where the value is written: not every text, and no empty list, can be in a URL or a header. */
export type Place = 'json' | 'form' | 'path' | 'part' | 'header';

export type Fill = 'least' | 'most' | 'some';

/** A property that no schema describes, which every object that is open may have. */
export const UNKNOWN = 'x-not-in-the-document';

const MOST_VALUES = 150;
const DEEPEST = 24;

/** The schema asks for more than the sampler gives: endless nesting, or an impossible value. */
export class NoSample extends Error {}

/** Samples of one document; each takes the next of the choices that the last one left. */
export class Sampler {
  readonly #document: RawDocument;
  readonly #random: Random;
  readonly #turns = new WeakMap<object, number>();
  #place: Place = 'json';
  #fill: Fill = 'some';
  #sites: Site[] = [];

  constructor(document: RawDocument, random: Random) {
    this.#document = document;
    this.#random = random;
  }

  /** Throws NoSample. */
  sample(schema: unknown, fill: Fill, place: Place = 'json'): Sample {
    this.#fill = fill;
    this.#place = place;
    this.#sites = [];
    const value = this.#value([schema], [], undefined);
    return { value, sites: this.#sites };
  }

  #value(schemas: readonly unknown[], path: Path, outer: Path | undefined): unknown {
    if (path.length > DEEPEST) throw new NoSample('nested without end');
    const flat = flatten(this.#document, schemas);
    const inChoice = flat.choices.length > 0;
    const tags = this.#choose(flat);
    const site = { path, flat, choice: outer ?? (inChoice ? path : undefined) };
    this.#sites.push(site);
    if (flat.nullable && this.#place === 'json' && this.#fill !== 'most' && this.#random() < 0.3) {
      return null;
    }
    const { values } = flat;
    if (values !== undefined) {
      const allowed = values.filter((value) => value !== null);
      if (allowed.length === 0) return null;
      return structuredClone(this.#next(values, allowed));
    }
    return this.#typed(
      typeOf(flat, (types) => this.#next(types, types)),
      site,
      tags,
    );
  }

  /** Takes one member of each choice, and of the choices in it. */
  #choose(flat: FlatSchema): ReadonlyMap<string, string> {
    for (let index = 0; index < flat.choices.length && index < 8; index += 1) {
      const choice = flat.choices[index] as Choice;
      choose(this.#document, flat, this.#next(choice.key, choice.members) as Member);
    }
    return flat.tags;
  }

  #typed(type: string, site: Site, tags: ReadonlyMap<string, string>): unknown {
    const { flat } = site;
    switch (type) {
      case 'object':
        return this.#object(site, tags);
      case 'array':
        return this.#array(site);
      case 'boolean':
        return this.#random() < 0.5;
      case 'integer':
        return this.#next(flat, integersOf(flat));
      case 'number':
        return this.#next(flat, numbersOf(flat));
      case 'string':
        return this.#string(flat);
      default:
        return structuredClone(this.#place === 'json' ? pick(this.#random, ANYTHING) : 'any');
    }
  }

  #object({ path, flat, choice }: Site, tags: ReadonlyMap<string, string>): object {
    const object: Record<string, unknown> = {};
    for (const [name, schemas] of flat.properties) {
      if (schemas.includes(false)) continue;
      if (!flat.required.has(name) && !tags.has(name) && !this.#wants(path)) continue;
      define(object, name, this.#value(schemas, [...path, name], choice));
    }
    for (const name of flat.required) {
      if (!Object.hasOwn(object, name)) {
        define(object, name, this.#value(otherSchemas(flat), [...path, name], choice));
      }
    }
    for (const [name, value] of tags) define(object, name, value);
    if (flat.additional.length > 0 && this.#wants(path)) {
      for (const name of ['__proto__', 'a b/~é', '']) {
        if (flat.properties.has(name) || this.#place !== 'json') continue;
        define(object, name, this.#value(otherSchemas(flat), [...path, name], choice));
      }
    } else if (
      this.#place === 'json' &&
      !flat.closed &&
      flat.properties.size > 0 &&
      this.#random() < 0.2
    ) {
      define(object, UNKNOWN, pick(this.#random, ANYTHING));
    }
    return object;
  }

  #wants(path: Path): boolean {
    if (this.#fill === 'least' || this.#sites.length > MOST_VALUES) return false;
    if (path.length > 6 && this.#random() < 0.8) return false;
    return this.#fill === 'most' || this.#random() < 0.6;
  }

  #array({ path, flat, choice }: Site): unknown[] {
    const { minItems = 0, maxItems = Infinity } = flat.keywords as Record<string, number>;
    const { prefixItems } = flat;
    if (prefixItems !== undefined) {
      return prefixItems.map((item, index) => this.#value([item], [...path, index], choice));
    }
    const least = this.#place === 'json' ? minItems : Math.max(1, minItems);
    const wanted = this.#wants(path) ? 1 + Math.floor(this.#random() * 2) : 0;
    const length = Math.min(maxItems, Math.max(least, wanted));
    if (length > 100) throw new NoSample(`${length} items`);
    return Array.from({ length }, (_, index) => this.#value(flat.items, [...path, index], choice));
  }

  #string({ keywords }: FlatSchema): string {
    const { minLength = 0, maxLength = Infinity, format, contentEncoding } = keywords as Limits;
    if (format === 'byte' || (contentEncoding === 'base64' && format === undefined)) {
      return pick(this.#random, BASE64);
    }
    const texts = TEXTS[this.#place];
    const text = this.#next(texts, texts);
    const points = [...text];
    if (points.length > maxLength) return points.slice(0, maxLength).join('');
    if (minLength > 100_000) throw new NoSample(`${minLength} characters`);
    return text + 'x'.repeat(Math.max(0, minLength - points.length));
  }

  /** The choices one after the other, over all samples. */
  #next<Item>(key: object, choices: readonly Item[]): Item {
    if (choices.length === 0) throw new NoSample('no value is allowed');
    const turn = this.#turns.get(key) ?? Math.floor(this.#random() * choices.length);
    this.#turns.set(key, turn + 1);
    return choices[turn % choices.length] as Item;
  }
}

interface Limits {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: string;
  readonly contentEncoding?: string;
}

/** Of a value that may be of several types, one. */
function typeOf(flat: FlatSchema, next: (types: readonly string[]) => string): string {
  const { types } = flat;
  if (types !== undefined) {
    if (types.length === 0) throw new NoSample('no type is allowed');
    return types.length === 1 ? String(types[0]) : next(types);
  }
  if (flat.properties.size > 0 || flat.additional.length > 0 || flat.closed) return 'object';
  if (flat.required.size > 0) return 'object';
  return flat.items.length > 0 || flat.prefixItems !== undefined ? 'array' : 'any';
}

function otherSchemas({ additional }: FlatSchema): readonly unknown[] {
  return additional.filter(isRaw);
}

const ANYTHING: readonly unknown[] = [
  ...['', 'text', 0, -1.5, true, 12345678901234567890n],
  ...[[], {}, [1, [null]], { a: { b: null }, '~': [] }],
];

const BASE64 = ['', 'AA==', '3q2+7w==', 'AAECAwQFBgcICQoLDA0ODw=='];

const TEXTS: Readonly<Record<Place, readonly string[]>> = {
  json: ['', 'a', 'é😀\u2028', '"\\\n\u0000\t', '__proto__', '</script>', 'null', '12', ' x '],
  form: ['a', 'é😀', 'a&b=c', '100 %', '+', '__proto__', '=', '12', 'a/b?c#d', ';'],
  path: ['a', 'é😀', 'a&b=c', '100 %', '+', 'a/b?c#d'],
  part: ['abc', 'x1', 'é'],
  header: ['a', 'b c', 'x=y', '"q"', 'W/"1"', '12'],
};

/** Widths of the formats of the OpenAPI Format Registry. */
const WIDTHS: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int8: [-128n, 127n],
  int16: [-32768n, 32767n],
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  uint8: [0n, 255n],
  uint16: [0n, 65535n],
  uint32: [0n, 2n ** 32n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
};

const SIGNED: readonly [bigint, bigint] = [-(2n ** 63n), 2n ** 63n - 1n];

function integersOf({ keywords }: FlatSchema): readonly (number | bigint)[] {
  const { format } = keywords;
  const [least, most] = (typeof format === 'string' && WIDTHS[format]) || SIGNED;
  const { min, max } = boundsOf(keywords);
  const low = min === undefined ? least : BigInt(Math.ceil(min));
  const high = max === undefined ? most : BigInt(Math.floor(max));
  const all = [low, high, low + 1n, high - 1n, 0n, 1n, -1n, 7n, 2n ** 53n + 1n, -(2n ** 60n)];
  const allowed = all.filter(
    (value) => value >= low && value <= high && fits(Number(value), keywords),
  );
  return allowed.map((value) => (Number.isSafeInteger(Number(value)) ? Number(value) : value));
}

function numbersOf({ keywords }: FlatSchema): readonly number[] {
  const { min, max } = boundsOf(keywords);
  const bounds = [min, max].filter((bound) => bound !== undefined);
  const near = bounds.flatMap((bound) => [bound, bound + 0.5, bound - 0.5]);
  const all = [...near, 0, 0.1, 1, -2.5, 1e300, 5e-324, 2 ** 53];
  return all.filter((value) => fits(value, keywords));
}

type Keywords = Readonly<Record<string, unknown>>;

function boundsOf(keywords: Keywords) {
  const numbers = (...names: string[]) =>
    names.map((name) => keywords[name]).filter((value) => typeof value === 'number');
  const mins = numbers('minimum', 'exclusiveMinimum');
  const maxs = numbers('maximum', 'exclusiveMaximum');
  return {
    min: mins.length === 0 ? undefined : Math.max(...mins),
    max: maxs.length === 0 ? undefined : Math.min(...maxs),
  };
}

/** Whether a number is within the limits; 3.0 says with booleans that they are excluded. */
export function fits(value: number, keywords: Keywords): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = keywords;
  if (typeof minimum === 'number' && value < minimum) return false;
  if (typeof maximum === 'number' && value > maximum) return false;
  if (exclusiveMinimum === true && value === minimum) return false;
  if (exclusiveMaximum === true && value === maximum) return false;
  if (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum) return false;
  return !(typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum);
}

/** Sets a property of any name, `__proto__` too. */
export function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
