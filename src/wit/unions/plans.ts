import type { ApiModel, Pointer, Schema } from '../../openapi/model.ts';
import type { Directions } from '../drafting/directions.ts';
import type { Resolver } from '../drafting/resolver.ts';
import { planUnion, type UnionPlan, type UnionSchema } from './plan.ts';
import { Setting } from './setting.ts';

/** What becomes of the unions of one document. */
export class UnionPlans {
  readonly #api: ApiModel;
  readonly #resolver: Resolver;
  readonly #settings = new Map<string, Setting>();
  #names: ReadonlyMap<Schema, string> | undefined;

  constructor(api: ApiModel, resolver: Resolver) {
    this.#api = api;
    this.#resolver = resolver;
  }

  /** @param directions - which way its values travel */
  plan(union: UnionSchema, directions: Directions): UnionPlan {
    const key = `${directions.in} ${directions.out}`;
    const setting = this.#settings.get(key) ?? new Setting(directions, this.#resolver);
    this.#settings.set(key, setting);
    return planUnion(union, setting, (schema) => this.#wordsFor(schema));
  }

  /** How a reason calls a schema. */
  #wordsFor(schema: Schema): string {
    this.#names ??= new Map([...this.#api.schemas.values()].map((one) => [one.schema, one.name]));
    return this.#names.get(schema) ?? schema.title ?? placeOf(schema.pointer);
  }
}

/** `oneOf/1`: where a member is in its union. */
function placeOf(pointer: Pointer): string {
  const place = /[^/]+\/[^/]+$/u.exec(pointer)?.[0] ?? pointer;
  return `the member at ${place}`;
}
