import type { Pointer, Property, Schema, SchemaKind } from '../model.ts';
import { child } from '../pointer.ts';
import { entriesOf, isRaw, itemsOf, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { untyped } from './annotations.ts';
import { bothOf, sameShape } from './both.ts';

/** A schema object, and where in the document it is. */
export interface LocatedSchema {
  readonly value: Raw;
  readonly pointer: Pointer;
}

/**
 * Reads an object from the schemas that describe it together: its own, or the members of an `allOf`, left to right.
 * A property that two of them define differently is `untyped`.
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
  if (properties.length > 0) {
    return { kind: 'object', properties, ...(additional !== undefined && { additional }) };
  }
  if (additional !== undefined) return { kind: 'map', values: additional };
  return parts.some(({ value }) => statesOthers(value) === false)
    ? { kind: 'empty' }
    : { kind: 'any' };
}

function propertySchemas(reading: Reading, parts: readonly LocatedSchema[]): Map<string, Schema> {
  const schemas = new Map<string, Schema>();
  for (const part of parts) {
    const place = child(part.pointer, 'properties');
    for (const [name, raw] of describedProperties(reading, part.value.properties, place)) {
      const schema = reading.schema(raw, child(place, name));
      const earlier = schemas.get(name);
      schemas.set(name, earlier === undefined ? schema : bothOf(earlier, schema));
    }
  }
  return schemas;
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

/** The schema of properties that are not listed, when the document states one. */
function additionalSchema(reading: Reading, parts: readonly LocatedSchema[]): Schema | undefined {
  const stated = parts.flatMap(({ value, pointer }) => {
    const others = statesOthers(value);
    const keyword =
      value.additionalProperties === undefined ? 'unevaluatedProperties' : 'additionalProperties';
    const place = child(pointer, keyword);
    const schemas = others === undefined || others === false ? [] : [reading.schema(others, place)];
    return [...schemas, ...patternSchemas(reading, value, pointer)];
  });
  const [first] = stated;
  if (first === undefined || stated.every((schema) => sameShape(schema, first))) return first;
  return untyped(
    { pointer: first.pointer },
    'additionalProperties',
    'stated several times, differently',
  );
}

function statesOthers(raw: Raw): unknown {
  const others = raw.additionalProperties ?? raw.unevaluatedProperties;
  return isRaw(others) || typeof others === 'boolean' ? others : undefined;
}

function patternSchemas(reading: Reading, raw: Raw, pointer: Pointer): Schema[] {
  return entriesOf(raw.patternProperties).map(([pattern, schema]) =>
    reading.schema(schema, child(pointer, 'patternProperties', pattern)),
  );
}
