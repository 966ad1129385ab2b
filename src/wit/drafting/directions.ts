/**
 * Which way the values of a schema travel. A `readOnly` field is optional only in a type that requests carry, a
 * `writeOnly` one only in a type that responses carry: one record serves both ways.
 */
import type { ApiModel, Pointer, Property, Schema } from '../../openapi/model.ts';
import type { Patches } from './patches.ts';
import type { Resolver } from './resolver.ts';

export interface Directions {
  readonly in: boolean;
  readonly out: boolean;
}

/** Whether every value that travels so has the property. */
export function isAlwaysThere(
  { required, schema }: Property,
  directions: Directions,
  resolver: Pick<Resolver, 'resolve'>,
): boolean {
  const target = resolver.resolve(schema);
  const readOnly = schema.readOnly === true || target.readOnly === true;
  const writeOnly = schema.writeOnly === true || target.writeOnly === true;
  return required && !(readOnly && directions.in) && !(writeOnly && directions.out);
}

/** The directions of each named schema that an operation reaches; those that have another type in patches not there. */
export function schemaDirections(
  api: ApiModel,
  patches: Patches,
): ReadonlyMap<Pointer, Directions> {
  const requests = api.operations.flatMap(({ method, parameters, body }) => [
    ...parameters.map((parameter) => parameter.schema),
    ...(method === 'PATCH' ? [] : (body?.media ?? [])).flatMap((media) => media.schema ?? []),
  ]);
  const responses = api.operations.flatMap((operation) =>
    operation.responses.flatMap(({ media, headers }) => [
      ...media.flatMap((one) => one.schema ?? []),
      ...headers.map((header) => header.schema),
    ]),
  );
  const into = reachable(api, [...requests, ...patches.plain]);
  const out = reachable(api, responses);
  return new Map(
    [...api.schemas.keys()].map((pointer) => [
      pointer,
      { in: into.has(pointer), out: out.has(pointer) },
    ]),
  );
}

function reachable(api: ApiModel, roots: readonly Schema[]): ReadonlySet<Pointer> {
  const found = new Set<Pointer>();
  const open = [...roots];
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    if (schema.kind === 'ref') {
      if (found.has(schema.target)) continue;
      found.add(schema.target);
      const target = api.schemas.get(schema.target);
      if (target !== undefined) open.push(target.schema);
    } else open.push(...children(schema));
  }
  return found;
}

function children(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case 'array':
      return [schema.items];
    case 'map':
      return [schema.values];
    case 'object':
      return [
        ...schema.properties.map((property) => property.schema),
        ...(schema.additional === undefined ? [] : [schema.additional]),
      ];
    case 'tuple':
      return schema.items;
    case 'union':
      return schema.members;
    default:
      return [];
  }
}
