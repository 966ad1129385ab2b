/**
 * JSON Schema, as far as `oracle.ts` uses it. It is asked a few hundred thousand times, each schema a few times only:
 * ajv takes ten times as long, because it compiles each first. A test holds it against ajv.
 */

export type JsonSchema = boolean | JsonSchemaObject;

/** Keywords of JSON Schema 2020-12, each in its own meaning. */
export interface JsonSchemaObject {
  readonly $ref?: string;
  readonly type?: readonly string[] | string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** Whether a value is valid; `$ref` is `#/$defs/NAME`. */
export function isValid(
  schema: JsonSchema,
  value: unknown,
  definitions: ReadonlyMap<string, JsonSchema>,
): boolean {
  if (typeof schema === 'boolean') return schema;
  const valid = (inner: JsonSchema, one: unknown = value) => isValid(inner, one, definitions);
  if (schema.$ref !== undefined) {
    const target = definitions.get(schema.$ref.slice('#/$defs/'.length));
    if (target === undefined) throw new Error(`no definition ${schema.$ref}`);
    if (!valid(target)) return false;
  }
  if (!hasType(schema.type, value) || !isListed(schema, value)) return false;
  if (schema.allOf?.every((part) => valid(part)) === false) return false;
  if (schema.anyOf?.some((member) => valid(member)) === false) return false;
  if (typeof value === 'number') return isWithin(schema, value);
  if (typeof value === 'string')
    return hasSize([...value].length, schema.minLength, schema.maxLength);
  if (Array.isArray(value)) {
    if (!hasSize(value.length, schema.minItems, schema.maxItems)) return false;
    return value.every((item, index) =>
      valid(schema.prefixItems?.[index] ?? schema.items ?? true, item),
    );
  }
  return typeof value !== 'object' || value === null || isObject(schema, value, valid);
}

function isObject(
  { properties = {}, required = [], additionalProperties = true }: JsonSchemaObject,
  value: object,
  valid: (schema: JsonSchema, value: unknown) => boolean,
): boolean {
  const schemaOf = (name: string) =>
    Object.hasOwn(properties, name) ? properties[name] : undefined;
  return (
    required.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, member]) =>
      valid(schemaOf(name) ?? additionalProperties, member),
    )
  );
}

function hasType(stated: JsonSchemaObject['type'], value: unknown): boolean {
  if (stated === undefined) return true;
  const types = typeof stated === 'string' ? [stated] : stated;
  if (Number.isInteger(value) && types.includes('integer')) return true;
  if (value === null) return types.includes('null');
  return types.includes(Array.isArray(value) ? 'array' : typeof value);
}

function isListed(schema: JsonSchemaObject, value: unknown): boolean {
  if ('const' in schema && !isEqual(schema.const, value)) return false;
  return schema.enum === undefined || schema.enum.some((one) => isEqual(one, value));
}

function isEqual(one: unknown, other: unknown): boolean {
  return (
    one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other))
  );
}

function hasSize(size: number, least = 0, most = Number.POSITIVE_INFINITY): boolean {
  return size >= least && size <= most;
}

function isWithin(schema: JsonSchemaObject, value: number): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  return (
    (minimum === undefined || value >= minimum) &&
    (maximum === undefined || value <= maximum) &&
    (exclusiveMinimum === undefined || value > exclusiveMinimum) &&
    (exclusiveMaximum === undefined || value < exclusiveMaximum)
  );
}
