import type { ApiModel, Bounds, Pointer, Property, Schema, Union } from '../../openapi/model.ts';
import { fits, isObject, isWithin } from './fits.ts';
import { sampleText } from './text.ts';

export interface SampleOptions {
  /** `readOnly` properties are left out of requests, `writeOnly` ones out of responses, unless they are required. */
  readonly direction: 'request' | 'response';
  /** Whether the document's own examples and defaults are used where they fit. Default: true. */
  readonly useExamples?: boolean;
  /** What stands where the document gives no type. Default: `{}`. */
  readonly free?: unknown;
  /**
   * Which of several values is shown, from 0: the member of a union, the one of several examples, and in each second
   * turn `null` for a scalar that has it. Beyond 0, objects and lists are made up, so that each member gets its turn.
   */
  readonly turn?: number;
  /** How many levels of objects and arrays show their optional parts. Default: 3. */
  readonly depth?: number;
  /** Values after which only what is required is added. Default: 500. */
  readonly budget?: number;
}

/**
 * A JSON value that satisfies `schema`: the document's own example where there is one that fits, else made up from
 * types, formats and bounds. The same schema gives the same value each time.
 *
 * Recursion ends where something optional, an array, a map or a null allows it; a schema that no finite value
 * satisfies, and anything after ten budgets, gives `{}` at that place (the WIT has `json` at the cut of a cycle).
 */
export function sampleValue(schema: Schema, api: ApiModel, options: SampleOptions): unknown {
  const finite = new Sampler(api, options, undefined).value(schema, 0);
  return finite === undefined ? new Sampler(api, options, {}).value(schema, 0) : finite;
}

/** Values with the document's examples inside, and without. */
export function sampleValues(
  schema: Schema,
  api: ApiModel,
  options: SampleOptions,
): readonly unknown[] {
  return [
    sampleValue(schema, api, options),
    sampleValue(schema, api, { ...options, useExamples: false }),
  ];
}

const SCALARS: ReadonlySet<Schema['kind']> = new Set([
  ...(['boolean', 'integer', 'number', 'string', 'enum'] as const),
]);

class Sampler {
  readonly #api: ApiModel;
  readonly #options: Required<SampleOptions>;
  readonly #atCycle: unknown;
  /** Named schemas that the value at hand is inside of. */
  readonly #inside = new Set<Pointer>();
  #made = 0;
  /** What is left of the turn: unions inside a union take turns for each of its members. */
  #turn: number;

  /** `atCycle` stands where a schema would start again inside itself; `undefined` gives up there. */
  constructor(api: ApiModel, options: SampleOptions, atCycle: unknown) {
    this.#api = api;
    this.#atCycle = atCycle;
    this.#options = { useExamples: true, free: {}, turn: 0, depth: 3, budget: 500, ...options };
    this.#turn = this.#options.turn;
  }

  /** `undefined` when only a value without end would do. */
  value(schema: Schema, depth: number): unknown {
    this.#made += 1;
    if (this.#made > this.#options.budget * 10) return {};
    if (this.#turn % 2 === 1 && schema.nullable === true && SCALARS.has(schema.kind)) return null;
    const example = this.#example(schema);
    if (example !== undefined) {
      this.#made += size(example);
      return example;
    }
    const made = this.#make(schema, depth);
    return made === undefined && schema.nullable === true ? null : made;
  }

  #example(schema: Schema): unknown {
    if (!this.#options.useExamples) return undefined;
    const given = [...(schema.examples ?? []), schema.default].filter((one) => this.#isShown(one));
    const fitting = given.filter((one) => fits(one, schema, this.#api));
    return turnOf(fitting, this.#turn);
  }

  /** `null` is a poor example of something that can be more. */
  #isShown(example: unknown): boolean {
    if (example === undefined || example === null) return false;
    return this.#options.turn === 0 || typeof example !== 'object';
  }

  #make(schema: Schema, depth: number): unknown {
    switch (schema.kind) {
      case 'ref':
        return this.#named(schema.target, depth);
      case 'boolean':
        return turnOf(schema.values ?? [true], this.#turn);
      case 'integer':
        return turnOf(schema.values ?? [sampleNumber(schema, 1)], this.#turn);
      case 'number':
        return turnOf(schema.values ?? [sampleNumber(schema, 1.5)], this.#turn);
      case 'string':
        return sampleText(schema);
      case 'enum':
        return turnOf(schema.values, this.#turn);
      case 'array':
        return this.#array(schema, depth);
      case 'object':
        return this.#object(schema.properties, depth);
      case 'map':
        return this.#map(schema.values, depth);
      case 'any':
      case 'untyped':
        return this.#options.free;
      case 'empty':
        return {};
      case 'tuple':
        return this.#tuple(schema.items, depth);
      case 'union':
        return this.#union(schema, depth);
    }
  }

  #tuple(items: readonly Schema[], depth: number): unknown {
    const values = items.map((item) => this.value(item, depth + 1));
    return values.includes(undefined) ? undefined : values;
  }

  /** The member whose turn it is, which says of itself that it is one of that member. */
  #union({ members, discriminator }: Union, depth: number): unknown {
    const turn = this.#turn;
    this.#turn = Math.floor(turn / members.length);
    const [index, value] = this.#member(members, turn, depth) ?? [];
    this.#turn = turn;
    const [tag] = [...(discriminator?.values ?? [])].find(([, at]) => at === index) ?? [];
    return discriminator === undefined || tag === undefined || !isObject(value)
      ? value
      : Object.fromEntries([...Object.entries(value), [discriminator.property, tag]]);
  }

  /** From `first` on, the first member that has a value. */
  #member(
    members: readonly Schema[],
    first: number,
    depth: number,
  ): [index: number, value: unknown] | undefined {
    for (let at = 0; at < members.length; at += 1) {
      const index = (first + at) % members.length;
      const member = members[index];
      const value = member && this.value(member, depth);
      if (value !== undefined) return [index, value];
    }
    return undefined;
  }

  #named(target: Pointer, depth: number): unknown {
    const named = this.#api.schemas.get(target);
    if (named === undefined) return {};
    if (this.#inside.has(target)) return this.#atCycle;
    this.#inside.add(target);
    const made = this.value(named.schema, depth);
    this.#inside.delete(target);
    return made;
  }

  #array(schema: Extract<Schema, { kind: 'array' }>, depth: number): unknown {
    const least = Math.min(schema.minItems ?? 0, this.#options.budget);
    const wanted = this.#isRoomy(depth) && schema.maxItems !== 0 ? Math.max(least, 1) : least;
    if (wanted === 0) return [];
    const item = this.value(schema.items, depth + 1);
    if (item === undefined) return least === 0 ? [] : undefined;
    return Array.from({ length: wanted }, () => item);
  }

  #map(values: Schema, depth: number): unknown {
    const value = this.#isRoomy(depth) ? this.value(values, depth + 1) : undefined;
    return value === undefined ? {} : { key: value };
  }

  #object(properties: readonly Property[], depth: number): unknown {
    const entries: [string, unknown][] = [];
    for (const { name, required, schema } of properties) {
      if (!required && !this.#isWanted(schema, depth)) continue;
      const value = this.value(schema, depth + 1);
      if (value !== undefined) entries.push([name, value]);
      else if (required) return undefined;
    }
    // Object.fromEntries defines own properties: `__proto__` is a name like any other.
    return Object.fromEntries(entries);
  }

  #isWanted(schema: Schema, depth: number): boolean {
    const hidden = this.#options.direction === 'request' ? schema.readOnly : schema.writeOnly;
    return hidden !== true && this.#isRoomy(depth);
  }

  #isRoomy(depth: number): boolean {
    return depth < this.#options.depth && this.#made < this.#options.budget;
  }
}

function turnOf<T>(values: readonly T[], turn: number): T | undefined {
  return values[turn % values.length];
}

/** `wanted` when it is inside the bounds, else a number that is. */
function sampleNumber(schema: Extract<Schema, Bounds>, wanted: number): number {
  const { minimum, maximum, exclusiveMinimum: above, exclusiveMaximum: below } = schema;
  const low = Math.max(minimum ?? above ?? Number.NaN, above ?? minimum ?? Number.NaN);
  const high = Math.min(maximum ?? below ?? Number.NaN, below ?? maximum ?? Number.NaN);
  const candidates = [wanted, 1, 0, Math.ceil(low), Math.floor(high), low + 1, high - 1];
  if (schema.kind === 'number') candidates.push(low, high, (low + high) / 2);
  return candidates.find((one) => isWithin(one, schema)) ?? wanted;
}

function size(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, inner) => sum + size(inner), 1);
}
