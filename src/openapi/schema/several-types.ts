import type { Annotations, Pointer, Schema } from '../model.ts';
import { child } from '../pointer.ts';
import type { Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { allowedValues, assertionsOf } from './keywords.ts';
import { readPlain } from './plain-schema.ts';
import { statedTypes, type TypeName, typeOfValue } from './types.ts';
import { unionOf } from './union-schema.ts';

/** All types there are, `null` aside: a list of them says nothing. */
const EVERY: readonly TypeName[] = ['array', 'boolean', 'number', 'object', 'string'];

/** Formats of numbers; any other is one of strings (OAS Format Registry). */
const NUMERIC = /^(?:u?int\d*|float|double|decimal\d*)$/u;

/**
 * Reads a schema that states several types, by a list of them or by the values of its enum: a choice between them, each
 * with the keywords that are about it.
 *
 * @throws Failure (code 2) for a broken reference in what it contains.
 */
export function readSeveralTypes(
  reading: Reading,
  raw: Raw,
  pointer: Pointer,
  annotations: Annotations,
): Schema {
  const stated = statedTypes(raw).types;
  const values = allowedValues(raw)?.filter((value) => value !== null);
  const types = stated.length > 0 ? stated : [...new Set(values?.map(typeOfValue))];
  const isEvery = EVERY.every((type) => types.includes(type));
  if (isEvery && assertionsOf(raw).every((keyword) => keyword === 'type')) {
    return { ...annotations, kind: 'any' };
  }
  const keyword = stated.length > 0 ? 'type' : 'enum';
  const members = types
    .filter((type) => !(type === 'integer' && types.includes('number')))
    .flatMap((type, index) => {
      const own = keywordsFor(raw, type, values);
      return own === undefined
        ? []
        : [{ ...readPlain(reading, own, pointer), pointer: child(pointer, keyword, index) }];
    });
  const [only, ...more] = members;
  if (only === undefined) return { ...annotations, kind: 'any' };
  return more.length === 0 ? { ...only, ...annotations } : unionOf('type', members, annotations);
}

/** What `raw` says of values of `type`; undefined when it allows none. */
function keywordsFor(
  raw: Raw,
  type: TypeName,
  values: readonly unknown[] | undefined,
): Raw | undefined {
  const own = values?.filter((value) => isOf(typeOfValue(value), type));
  if (own?.length === 0) return undefined;
  const isNumber = type === 'integer' || type === 'number';
  const kept = assertionsOf(raw).filter(
    (keyword) =>
      keyword !== 'const' &&
      (keyword !== 'format' || NUMERIC.test(String(raw.format)) === isNumber),
  );
  const isFree = type === 'object' && !kept.some((keyword) => ABOUT_OBJECTS.has(keyword));
  return {
    ...Object.fromEntries(kept.map((keyword) => [keyword, raw[keyword]])),
    type,
    ...(own !== undefined && { enum: own }),
    ...(isFree && { additionalProperties: true }),
  };
}

const ABOUT_OBJECTS = new Set([
  'properties',
  'additionalProperties',
  'patternProperties',
  'required',
]);

function isOf(actual: TypeName, type: TypeName): boolean {
  return actual === type || (actual === 'integer' && type === 'number');
}
