/**
 * What the bodies of PATCH requests hold. There a property that is left out stays as it is, and one that is null is
 * taken away (RFC 7396 §1), so the two must be told apart: such types differ from those that others use.
 */
import type { ApiModel, Pointer, Schema } from '../../openapi/model.ts';
import { Resolver } from './resolver.ts';

export interface Patches {
  /** The named schemas that have a type of their own in a patch. */
  readonly changed: ReadonlySet<Pointer>;
  /** What patches hold that has no other type there. */
  readonly plain: readonly Schema[];
}

/** Follows the properties of PATCH bodies: what is in lists and maps is replaced as a whole. */
export function findPatches(api: ApiModel): Patches {
  const bodies = api.operations
    .filter(({ method }) => method === 'PATCH')
    .flatMap(({ body }) => body?.media ?? [])
    .flatMap(({ schema }) => schema ?? []);
  const changed = changedSchemas(api, bodies);
  const plain: Schema[] = [];
  const met = new Set(bodies);
  for (const schema of met) {
    const { inside, whole } = partsOf(schema);
    plain.push(...whole);
    for (const part of inside) met.add(part);
    if (schema.kind !== 'ref') continue;
    const target = api.schemas.get(schema.target)?.schema;
    if (target === undefined || !changed.has(schema.target)) plain.push(schema);
    else met.add(target);
  }
  return { changed, plain };
}

/** The named schemas with a property that may be absent and null, or with a property of such a type. */
function changedSchemas(api: ApiModel, bodies: readonly Schema[]): ReadonlySet<Pointer> {
  const resolver = new Resolver(api);
  const users = new Map<Pointer, Set<Pointer>>();
  const changed = new Set<Pointer>();
  const visit = (schema: Schema, owner: Pointer | undefined): void => {
    const met = new Set([schema]);
    for (const current of met) {
      for (const part of partsOf(current).inside) met.add(part);
      if (owner !== undefined && hasTriState(current, resolver)) changed.add(owner);
      if (current.kind !== 'ref') continue;
      const known = users.get(current.target);
      users.set(current.target, (known ?? new Set<Pointer>()).add(owner ?? current.target));
    }
  };
  for (const body of bodies) visit(body, undefined);
  for (const target of users.keys()) {
    const named = api.schemas.get(target);
    if (named !== undefined) visit(named.schema, target);
  }
  for (const target of changed) for (const user of users.get(target) ?? []) changed.add(user);
  return changed;
}

function hasTriState(schema: Schema, resolver: Resolver): boolean {
  if (schema.kind !== 'object') return false;
  return schema.properties.some(
    ({ required, schema: of }) =>
      !required &&
      resolver.isNullable(of) &&
      !['any', 'empty', 'untyped'].includes(resolver.resolve(of).kind),
  );
}

/** `inside`: what is patched part by part; `whole`: what is replaced. References are not followed. */
function partsOf(schema: Schema): {
  readonly inside: readonly Schema[];
  readonly whole: readonly Schema[];
} {
  switch (schema.kind) {
    case 'object':
      return {
        inside: schema.properties.map((property) => property.schema),
        whole: schema.additional === undefined ? [] : [schema.additional],
      };
    case 'union':
      return { inside: schema.members, whole: [] };
    case 'array':
      return { inside: [], whole: [schema.items] };
    case 'map':
      return { inside: [], whole: [schema.values] };
    case 'tuple':
      return { inside: [], whole: schema.items };
    default:
      return { inside: [], whole: [] };
  }
}
