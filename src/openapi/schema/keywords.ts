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

/** The values that `const` or `enum` allow, undefined when neither says so. */
export function allowedValues(raw: Raw): readonly unknown[] | undefined {
  if (Object.hasOwn(raw, 'const')) return [raw.const];
  const values = itemsOf(raw.enum);
  return values.length > 0 ? values : undefined;
}
