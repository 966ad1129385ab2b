import type { Property, Schema } from '../../../src/openapi/model.ts';
import type { Directions } from '../../../src/wit/drafting/directions.ts';
import { isAlwaysThere } from '../../../src/wit/drafting/directions.ts';
import type { Resolver } from '../../../src/wit/drafting/resolver.ts';
import { pick, type Random } from '../../runtime/arbitrary.ts';

export type { Random } from '../../runtime/arbitrary.ts';
export { seeded } from '../../runtime/arbitrary.ts';

/**
 * A JSON value of a schema that is no union: right in its type, its listed values and which properties it has. What a
 * selector doesn't look at is made up.
 */
export function sampled(
  schema: Schema,
  directions: Directions,
  resolver: Resolver,
  random: Random,
): unknown {
  const target = resolver.resolve(schema);
  if ('values' in target && target.kind !== 'map' && target.values !== undefined) {
    return pick(random, target.values as readonly unknown[]);
  }
  switch (target.kind) {
    case 'boolean':
      return random() < 0.5;
    case 'integer':
    case 'number':
      return Math.floor(random() * 100);
    case 'string':
      return pick(random, ['', 'a', 'text']);
    case 'array':
    case 'tuple':
      return [];
    case 'object':
      return sampledObject(target.properties, target.additional !== undefined, (inner) =>
        inner === undefined ? random() < 0.5 : sampledProperty(inner),
      );
    default:
      return {};
  }

  function sampledProperty(inner: Schema): unknown {
    const isObject = resolver.resolve(inner).kind === 'object';
    return isObject ? {} : sampled(inner, directions, resolver, random);
  }

  function sampledObject(
    properties: readonly Property[],
    isOpen: boolean,
    value: (schema?: Schema) => unknown,
  ): object {
    const entries = properties
      .filter((property) => isAlwaysThere(property, directions, resolver) || random() < 0.5)
      .map(({ name, schema: inner }) => [
        name,
        resolver.isNullable(inner) && random() < 0.3 ? null : value(inner),
      ]);
    const others = isOpen ? ['a', 'b', 'kind'].filter(() => random() < 0.3) : [];
    return Object.fromEntries([...others.map((name) => [name, value()]), ...entries]);
  }
}
