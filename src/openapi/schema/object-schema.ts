import type { Pointer, Property, Schema, SchemaKind } from '../model.ts';
import { child } from '../pointer.ts';
import { entriesOf, isRaw, itemsOf, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import type { Located } from '../references.ts';
import { unionOf } from './union-schema.ts';

/** A schema object, and where in the document it is. */
export interface LocatedSchema {
  readonly value: Raw;
  readonly pointer: Pointer;
}

/**
 * Reads an object from the schemas that describe it together: its own, or the members of an `allOf`, left to right.
 * A property that several define is what they come to together.
 *
 * @throws Failure (code 2) for a broken reference in what it contains.
 */
export function readObject(
  reading: Reading,
  parts: readonly LocatedSchema[],
  pointer: Pointer,
): SchemaKind {
  const schemas = propertySchemas(reading, parts);
  const required = new Set(parts.flatMap(({ value }) => itemsOf(value.required)));
  for (const name of required) {
    // Required and nowhere described: it exists, and may be anything.
    if (typeof name === 'string' && !schemas.has(name)) {
      schemas.set(name, { pointer: child(pointer, 'required'), kind: 'any' });
    }
  }
  const properties: Property[] = [...schemas].map(([name, schema]) => ({
    name,
    required: required.has(name),
    schema,
  }));
  const additional = additionalSchema(reading, parts);
  const closed =
    additional === undefined && parts.some(({ value }) => statesOthers(value) === false);
  if (properties.length > 0) {
    return {
      kind: 'object',
      properties,
      ...(additional !== undefined && { additional }),
      ...(closed && { closed }),
    };
  }
  if (additional !== undefined) return { kind: 'map', values: additional };
  return closed ? { kind: 'empty' } : { kind: 'any' };
}

function propertySchemas(reading: Reading, parts: readonly LocatedSchema[]): Map<string, Schema> {
  const described = new Map<string, Located[]>();
  for (const part of parts) {
    const place = child(part.pointer, 'properties');
    for (const [name, value] of describedProperties(reading, part.value.properties, place)) {
      const earlier = described.get(name) ?? [];
      described.set(name, [...earlier, { value, pointer: child(place, name) }]);
    }
  }
  return new Map([...described].map(([name, all]) => [name, reading.together(all)]));
}

function describedProperties(
  reading: Reading,
  properties: unknown,
  pointer: Pointer,
): [string, unknown][] {
  if (properties !== undefined && !isRaw(properties)) {
    reading.note(pointer, 'The properties are not an object and are left out.');
  }
  return entriesOf(properties).filter(([name, raw]) => {
    const problem = problemOf(name, raw);
    if (problem !== undefined) reading.note(child(pointer, name), problem);
    return problem === undefined;
  });
}

function problemOf(name: string, raw: unknown): string | undefined {
  if (raw === false) return 'The property is never allowed, and left out.';
  return name === '$ref' && typeof raw === 'string'
    ? 'A $ref can not stand for a list of properties and is left out.'
    : undefined;
}

/**
 * The schema of properties that are not listed, when the document states one. What goes by several patterns has one of
 * their types; what several parts state alone holds together.
 */
function additionalSchema(reading: Reading, parts: readonly LocatedSchema[]): Schema | undefined {
  const stated = parts.map(otherSchemas).filter((schemas) => schemas.length > 0);
  const all = stated.flat();
  const [first] = all;
  if (first === undefined) return undefined;
  if (stated.length === all.length) return reading.together(all);
  const members = all.map(({ value, pointer }) => reading.schema(value, pointer));
  return unionOf('anyOf', members, { pointer: first.pointer });
}

function otherSchemas({ value, pointer }: LocatedSchema): Located[] {
  const others = statesOthers(value);
  const keyword =
    value.additionalProperties === undefined ? 'unevaluatedProperties' : 'additionalProperties';
  const patterns = entriesOf(value.patternProperties).map(([pattern, schema]) => ({
    value: schema,
    pointer: child(pointer, 'patternProperties', pattern),
  }));
  return others === undefined || others === false
    ? patterns
    : [{ value: others, pointer: child(pointer, keyword) }, ...patterns];
}

function statesOthers(raw: Raw): unknown {
  const others = raw.additionalProperties ?? raw.unevaluatedProperties;
  return isRaw(others) || typeof others === 'boolean' ? others : undefined;
}
