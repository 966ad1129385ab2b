import type { ApiModel, Bounds, Schema } from '../../openapi/model.ts';

/** Deeper values are not worth a look: no document shows such an example. */
const DEEPEST = 64;

/**
 * Whether a value from the document (an example, a default) satisfies the schema it stands at, as far as types, enums,
 * bounds and lengths go. Real documents are full of examples that don't.
 */
export function fits(value: unknown, schema: Schema, api: ApiModel, depth = 0): boolean {
  if (value === null) return schema.nullable === true || isFree(schema);
  if (depth > DEEPEST) return false;
  const inner = (item: unknown, of: Schema) => fits(item, of, api, depth + 1);
  switch (schema.kind) {
    case 'any':
    case 'untyped':
      return true;
    case 'ref': {
      const named = api.schemas.get(schema.target);
      return named !== undefined && inner(value, named.schema);
    }
    case 'boolean':
      return typeof value === 'boolean' && (schema.values?.includes(value) ?? true);
    case 'integer':
      return Number.isSafeInteger(value) && isAllowed(value as number, schema);
    case 'number':
      return Number.isFinite(value) && isAllowed(value as number, schema);
    case 'string':
      return typeof value === 'string' && hasLength(value, schema);
    case 'enum':
      return typeof value === 'string' && schema.values.includes(value);
    case 'union':
      return schema.members.some((member) => inner(value, member));
    case 'tuple':
      return (
        Array.isArray(value) &&
        value.length === schema.items.length &&
        schema.items.every((item, index) => inner(value[index], item))
      );
    case 'array':
      return (
        Array.isArray(value) &&
        value.length >= (schema.minItems ?? 0) &&
        value.length <= (schema.maxItems ?? Number.POSITIVE_INFINITY) &&
        value.every((item) => inner(item, schema.items))
      );
    case 'object':
      return (
        isObject(value) &&
        schema.properties.every(({ name, required, schema: of }) =>
          Object.hasOwn(value, name) ? inner(value[name], of) : !required,
        )
      );
    case 'map':
      return isObject(value) && Object.values(value).every((item) => inner(item, schema.values));
    case 'empty':
      return isObject(value);
  }
}

/** Whether `value` is inside the bounds that are given. */
export function isWithin(value: number, bounds: Bounds): boolean {
  return (
    value >= (bounds.minimum ?? Number.NEGATIVE_INFINITY) &&
    value <= (bounds.maximum ?? Number.POSITIVE_INFINITY) &&
    value > (bounds.exclusiveMinimum ?? Number.NEGATIVE_INFINITY) &&
    value < (bounds.exclusiveMaximum ?? Number.POSITIVE_INFINITY)
  );
}

function isAllowed(
  value: number,
  schema: Extract<Schema, { kind: 'integer' | 'number' }>,
): boolean {
  return isWithin(value, schema) && (schema.values?.includes(value) ?? true);
}

function isFree(schema: Schema): boolean {
  return schema.kind === 'any' || schema.kind === 'untyped';
}

function hasLength(text: string, schema: Extract<Schema, { kind: 'string' }>): boolean {
  const length = [...text].length;
  return length >= (schema.minLength ?? 0) && length <= (schema.maxLength ?? length);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
