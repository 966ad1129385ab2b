/**
 * A choice between objects as one object, for forms: their texts don't tell which of the members they are.
 */
import type { Property, Schema } from '../../../openapi/model.ts';
import type { Lowering } from '../lower-schema.ts';
import { schemaKey } from './same-schema.ts';

type ObjectSchema = Extract<Schema, { kind: 'object' }>;
type UnionSchema = Extract<Schema, { kind: 'union' }>;

/**
 * An object with the properties of all members, required where all require them. A property that members give
 * different types is a string, an enum when they are all enums. `undefined` when a member is no object.
 */
export function mergedFields(union: UnionSchema, lowering: Lowering): ObjectSchema | undefined {
  const members = union.members.map((member) => lowering.resolve(member));
  if (!members.every((member) => member.kind === 'object')) return undefined;
  const byName = new Map<string, Property[]>();
  for (const property of members.flatMap((member) => member.properties)) {
    byName.set(property.name, [...(byName.get(property.name) ?? []), property]);
  }
  const { pointer, title, description } = union;
  return {
    pointer,
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    kind: 'object',
    properties: [...byName].map(([name, found]) => ({
      name,
      required: found.length === members.length && found.every(({ required }) => required),
      schema: mergedSchema(
        found.map(({ schema }) => schema),
        lowering,
      ),
    })),
  };
}

function mergedSchema(schemas: readonly Schema[], lowering: Lowering): Schema {
  const [first] = schemas;
  if (first === undefined) throw new Error('a property has no schema');
  if (new Set(schemas.map(schemaKey)).size === 1) return first;
  const targets = schemas.map((schema) => lowering.resolve(schema));
  const values = targets.flatMap((target) => (target.kind === 'enum' ? target.values : []));
  return targets.every(({ kind }) => kind === 'enum')
    ? { kind: 'enum', pointer: first.pointer, values: [...new Set(values)] }
    : { kind: 'string', pointer: first.pointer };
}
