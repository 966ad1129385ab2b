import { isRaw, type Raw } from '../raw.ts';
import { allowedValues, assertionsOf } from './keywords.ts';

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

/**
 * The one type of a schema without composition: the stated one, or the one its other keywords are about (a missing
 * `type` is the most frequent slip of written documents). `'several'` when it states more than one.
 */
export function typeOf(raw: Raw): TypeName | 'several' | undefined {
  const [only, ...more] = assertedTypes(raw);
  return more.length > 0 ? 'several' : (only ?? impliedType(raw));
}

/**
 * The types that are left where several schemas hold at once: those that all state, else the one that their keywords
 * are about. None when they contradict one another; `undefined` when they say nothing of it.
 */
export function commonTypes(raws: readonly Raw[]): readonly TypeName[] | undefined {
  const asserted = raws.map(assertedTypes).filter((types) => types.length > 0);
  const implied = raws.map(impliedType).flatMap((type) => (type === undefined ? [] : [[type]]));
  const stated = asserted.length > 0 ? asserted : implied;
  return stated.length === 0 ? undefined : stated.reduce(inBoth);
}

function inBoth(some: readonly TypeName[], others: readonly TypeName[]): readonly TypeName[] {
  const isIn = (type: TypeName, types: readonly TypeName[]): boolean =>
    types.includes(type) || (type === 'integer' && types.includes('number'));
  return [
    ...some.filter((type) => isIn(type, others)),
    ...others.filter((type) => isIn(type, some) && !some.includes(type)),
  ];
}

/** By name, or by the values that are allowed. */
function assertedTypes(raw: Raw): readonly TypeName[] {
  const { types } = statedTypes(raw);
  if (types.length > 0) return types;
  const ofValues = new Set(
    allowedValues(raw)
      ?.filter((value) => value !== null)
      .map(typeOfValue),
  );
  if (ofValues.has('number')) ofValues.delete('integer');
  return [...ofValues];
}

/** By the keywords that are about values of one type alone. */
function impliedType(raw: Raw): TypeName | undefined {
  if (isRaw(raw.properties) || isRaw(raw.patternProperties)) return 'object';
  if (raw.additionalProperties !== undefined) return 'object';
  if (raw.items !== undefined || raw.prefixItems !== undefined) return 'array';
  if (typeof raw.format === 'string') return typeOfFormat(raw.format);
  if (['minLength', 'maxLength', 'pattern'].some((keyword) => raw[keyword] !== undefined)) {
    return 'string';
  }
  const isBounded = [raw.minimum, raw.maximum].some((bound) => typeof bound === 'number');
  return isBounded ? 'number' : undefined;
}

/** Of the formats that OpenAPI and JSON Schema know; the name of a type in the wrong place is one as well. */
function typeOfFormat(format: string): TypeName | undefined {
  if (TYPE_NAMES.has(format)) return format as TypeName;
  if (/^u?int(?:8|16|32|64)$/u.test(format)) return 'integer';
  if (format === 'float' || format === 'double') return 'number';
  return STRING_FORMATS.has(format) ? 'string' : undefined;
}

const STRING_FORMATS = new Set([
  'binary',
  'byte',
  'date',
  'date-time',
  'duration',
  'email',
  'hostname',
  'idn-email',
  'idn-hostname',
  'ipv4',
  'ipv6',
  'iri',
  'password',
  'time',
  'uri',
  'uri-reference',
  'url',
  'uuid',
]);

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
