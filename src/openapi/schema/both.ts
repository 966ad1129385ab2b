import type { Property, Schema } from '../model.ts';
import { isRaw } from '../raw.ts';
import { untyped } from './annotations.ts';

type ObjectSchema = Schema & { readonly kind: 'object' };

/**
 * What two members of an `allOf` say of the same property, as one: the narrower of two scalars, arrays and objects by
 * their parts, anything else only when it is the same twice. Looks through no reference, so it always ends.
 */
export function bothOf(earlier: Schema, later: Schema): Schema {
  if (later.kind === 'any') return earlier;
  if (earlier.kind === 'any' || sameShape(earlier, later)) return later;
  if (earlier.kind === 'array' && later.kind === 'array') {
    return { ...earlier, ...later, items: bothOf(earlier.items, later.items) };
  }
  if (earlier.kind === 'object' && later.kind === 'object') return bothObjects(earlier, later);
  const narrower = NARROWER.get(`${earlier.kind} ${later.kind}`);
  if (narrower !== undefined) return narrower === 'earlier' ? earlier : later;
  return untyped({ pointer: later.pointer }, 'allOf', 'defined twice, differently');
}

const NARROWER: ReadonlyMap<string, 'earlier' | 'later'> = new Map([
  ['boolean boolean', 'later'],
  ['enum enum', 'later'],
  ['enum string', 'earlier'],
  ['integer integer', 'later'],
  ['integer number', 'earlier'],
  ['number integer', 'later'],
  ['number number', 'later'],
  ['string enum', 'later'],
  ['string string', 'later'],
]);

function bothObjects(earlier: ObjectSchema, later: ObjectSchema): Schema {
  const properties = new Map(earlier.properties.map((property) => [property.name, property]));
  for (const property of later.properties) {
    const twin = properties.get(property.name);
    properties.set(property.name, twin === undefined ? property : bothProperties(twin, property));
  }
  return { ...earlier, ...later, properties: [...properties.values()] };
}

function bothProperties(earlier: Property, later: Property): Property {
  return {
    name: later.name,
    required: earlier.required || later.required,
    schema: bothOf(earlier.schema, later.schema),
  };
}

/** Whether two schemas allow the same values, whatever is said about them. */
export function sameShape(one: Schema, other: Schema): boolean {
  return one === other || shapeOf(one) === shapeOf(other);
}

/** A text that is the same for schemas that allow the same values, whatever is said about them. */
export function shapeOf(schema: Schema): string {
  return JSON.stringify(schema, (_key, value) =>
    isSchema(value) ? withoutAnnotations(value) : value,
  );
}

/** Only schemas have a `pointer` here: what else could, defaults and examples, goes with the annotations. */
function isSchema(value: unknown): value is Schema {
  return isRaw(value) && 'pointer' in value;
}

function withoutAnnotations(schema: Schema): object {
  const {
    pointer,
    title,
    description,
    deprecated,
    readOnly,
    writeOnly,
    default: _default,
    examples,
    ...rest
  } = schema;
  return rest;
}
