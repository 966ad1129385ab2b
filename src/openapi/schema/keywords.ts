import { isRaw, itemsOf, type Raw } from '../raw.ts';

/** Keywords that say of which type a value is, or what is in it. */
const SHAPES = [
  '$ref',
  'additionalProperties',
  'allOf',
  'anyOf',
  'const',
  'enum',
  'items',
  'oneOf',
  'patternProperties',
  'prefixItems',
  'properties',
  'type',
];

/** Every keyword that restricts a value; `nullable` is read on its own. */
const ASSERTIONS = new Set([
  ...SHAPES,
  '$dynamicRef',
  '$recursiveRef',
  'contains',
  'contentEncoding',
  'contentMediaType',
  'dependentRequired',
  'dependentSchemas',
  'else',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'format',
  'if',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'not',
  'pattern',
  'propertyNames',
  'required',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
  'uniqueItems',
]);

/**
 * The keywords of `raw` that restrict its values; one that is unknown is an annotation (JSON Schema 2020-12, Core
 * §6.5).
 */
export function assertionsOf(raw: Raw): string[] {
  return Object.keys(raw).filter((key) => ASSERTIONS.has(key));
}

/** Whether `raw` narrows a type that something else has to state: `{ required: ['a'] }`. */
export function onlyNarrows(raw: Raw): boolean {
  return SHAPES.every((keyword) => raw[keyword] === undefined);
}

/** Whether `schema` states a type and nothing else. */
export function isBareType(schema: unknown): boolean {
  return isRaw(schema) && assertionsOf(schema).every((keyword) => keyword === 'type');
}

export type TypeName = 'array' | 'boolean' | 'integer' | 'number' | 'object' | 'string';

const TYPE_NAMES: ReadonlySet<unknown> = new Set<TypeName>([
  'array',
  'boolean',
  'integer',
  'number',
  'object',
  'string',
]);

export interface StatedTypes {
  /** Without `null`; an integer is also a number, so `[integer, number]` is `[number]`. */
  readonly types: readonly TypeName[];
  readonly nullable: boolean;
  /** A name that is no type: `file`, `date`. */
  readonly unknown: unknown;
}

/** The types that `type` (a name, or 3.1: a list of names) and `nullable` (2.0: `x-nullable`) state. */
export function statedTypes(raw: Raw): StatedTypes {
  const stated = Array.isArray(raw.type) ? raw.type : raw.type === undefined ? [] : [raw.type];
  const types = [...new Set(stated)].filter((type): type is TypeName => TYPE_NAMES.has(type));
  return {
    types: types.includes('number') ? types.filter((type) => type !== 'integer') : types,
    nullable: raw.nullable === true || raw['x-nullable'] === true || stated.includes('null'),
    unknown: stated.find((type) => type !== 'null' && !TYPE_NAMES.has(type)),
  };
}

/** The values that `const` or `enum` allow, undefined when neither says so. */
export function allowedValues(raw: Raw): readonly unknown[] | undefined {
  if (Object.hasOwn(raw, 'const')) return [raw.const];
  const values = itemsOf(raw.enum);
  return values.length > 0 ? values : undefined;
}

/**
 * The one type of a schema without composition: the stated one, or the one its other keywords are about (a missing
 * `type` is the most frequent slip of written documents). `'several'` when it states more than one.
 */
export function typeOf(raw: Raw): TypeName | 'several' | undefined {
  const { types } = statedTypes(raw);
  if (types.length > 0) return types.length === 1 ? types[0] : 'several';
  const values = allowedValues(raw)?.filter((value) => value !== null);
  if (values !== undefined && values.length > 0) return typeOfValues(values);
  if (isRaw(raw.properties) || isRaw(raw.patternProperties)) return 'object';
  if (raw.additionalProperties !== undefined) return 'object';
  return raw.items !== undefined || raw.prefixItems !== undefined ? 'array' : undefined;
}

function typeOfValues(values: readonly unknown[]): TypeName | 'several' {
  const types = new Set(values.map(typeOfValue));
  if (types.has('number')) types.delete('integer');
  const [only] = types;
  return only !== undefined && types.size === 1 ? only : 'several';
}

/** The JSON type of a value that is not null. */
export function typeOfValue(value: unknown): TypeName {
  if (typeof value === 'string' || typeof value === 'boolean') return typeof value as TypeName;
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return Array.isArray(value) ? 'array' : 'object';
}

/**
 * Whether a schema allows `null` and nothing else. `{ nullable: true }` alone is how 3.0 documents write that in a
 * union.
 */
export function isNull(schema: unknown): boolean {
  if (!isRaw(schema)) return false;
  const values = allowedValues(schema);
  if (values !== undefined) return values.every((value) => value === null);
  const { types, nullable, unknown } = statedTypes(schema);
  const typeKeywords = assertionsOf(schema).filter((keyword) => keyword !== 'type');
  return nullable && types.length === 0 && unknown === undefined && typeKeywords.length === 0;
}
