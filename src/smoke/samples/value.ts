import type { ApiModel, Bounds, Pointer, Property, Schema, Union } from '../../openapi/model.ts';
import { fits, isWithin } from './fits.ts';
import { sampleText } from './text.ts';

export interface SampleOptions {
  /** `readOnly` properties are left out of requests, `writeOnly` ones out of responses, unless they are required. */
  readonly direction: 'request' | 'response';
  /** Whether the document's own examples and defaults are used where they fit. Default: true. */
  readonly useExamples?: boolean;
  /** What stands where the document gives no type. Default: `{}`. */
  readonly free?: unknown;
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

class Sampler {
  readonly #api: ApiModel;
  readonly #options: Required<SampleOptions>;
  readonly #atCycle: unknown;
  /** Named schemas that the value at hand is inside of. */
  readonly #inside = new Set<Pointer>();
  #made = 0;

  /** `atCycle` stands where a schema would start again inside itself; `undefined` gives up there. */
  constructor(api: ApiModel, options: SampleOptions, atCycle: unknown) {
    this.#api = api;
    this.#atCycle = atCycle;
    this.#options = { useExamples: true, free: {}, depth: 3, budget: 500, ...options };
  }

  /** `undefined` when only a value without end would do. */
  value(schema: Schema, depth: number): unknown {
    this.#made += 1;
    if (this.#made > this.#options.budget * 10) return {};
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
    const given = [...(schema.examples ?? []), schema.default];
    // `null` is a poor example of something that can be more.
    return given.find((one) => one !== undefined && one !== null && fits(one, schema, this.#api));
  }

  #make(schema: Schema, depth: number): unknown {
    switch (schema.kind) {
      case 'ref':
        return this.#named(schema.target, depth);
      case 'boolean':
        return schema.values?.[0] ?? true;
      case 'integer':
        return schema.values?.[0] ?? sampleNumber(schema, 1);
      case 'number':
        return schema.values?.[0] ?? sampleNumber(schema, 1.5);
      case 'string':
        return sampleText(schema);
      case 'enum':
        return schema.values[0];
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

  /** The first member that has a value, which says of itself that it is one of that member. */
  #union({ members, discriminator }: Union, depth: number): unknown {
    for (const [index, member] of members.entries()) {
      const value = this.value(member, depth);
      if (value === undefined) continue;
      const [tag] = [...(discriminator?.values ?? [])].find(([, at]) => at === index) ?? [];
      const isTagged = typeof value === 'object' && value !== null && !Array.isArray(value);
      return discriminator === undefined || tag === undefined || !isTagged
        ? value
        : Object.fromEntries([...Object.entries(value), [discriminator.property, tag]]);
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
      if (!required && !this.#isShown(schema, depth)) continue;
      const value = this.value(schema, depth + 1);
      if (value !== undefined) entries.push([name, value]);
      else if (required) return undefined;
    }
    // Object.fromEntries defines own properties: `__proto__` is a name like any other.
    return Object.fromEntries(entries);
  }

  #isShown(schema: Schema, depth: number): boolean {
    const hidden = this.#options.direction === 'request' ? schema.readOnly : schema.writeOnly;
    return hidden !== true && this.#isRoomy(depth);
  }

  #isRoomy(depth: number): boolean {
    return depth < this.#options.depth && this.#made < this.#options.budget;
  }
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
