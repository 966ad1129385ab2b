import { quote } from '../../text/quote.ts';
import type { Pointer, Schema, SchemaKind } from '../model.ts';
import { child } from '../pointer.ts';
import type { Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { annotationsOf, untyped } from './annotations.ts';
import { readArray } from './array-schema.ts';
import { allowedValues } from './keywords.ts';
import { readObject } from './object-schema.ts';
import { readBoolean, readNumber, readString } from './scalar-schema.ts';
import { readSeveralTypes } from './several-types.ts';
import { statedTypes, type TypeName, typeOf } from './types.ts';

/** Keywords that narrow a value and are not checked. */
const UNCHECKED = ['not', 'contains', 'propertyNames', 'dependentRequired', 'unevaluatedItems'];

/** Keywords that can give a schema its type, and are not read. */
const UNREAD = ['if', 'dependentSchemas', '$dynamicRef', '$recursiveRef'];

/**
 * Reads a schema without composition: `$ref`, `allOf`, `anyOf` and `oneOf`, if any, were taken out of `raw`.
 *
 * @throws Failure (code 2) for a broken reference in what it contains.
 */
export function readPlain(reading: Reading, raw: Raw, pointer: Pointer): Schema {
  const { nullable, unknown } = statedTypes(raw);
  const values = allowedValues(raw);
  // 3.0.4 wants null in the enum of what is nullable (OAS 3.0.4, Schema Object); most documents leave it out.
  const annotations = annotationsOf(raw, pointer, nullable || values?.includes(null) === true);
  const type = typeOf(raw);
  if (type === 'several') return readSeveralTypes(reading, raw, pointer, annotations);
  if (type === undefined && unknown !== undefined) {
    return untyped(annotations, 'type', `unknown type ${quote(JSON.stringify(unknown) ?? '')}`);
  }
  if (type === undefined && (raw.type !== undefined || values !== undefined)) {
    return untyped(annotations, 'type', 'only ever null');
  }
  const unread = UNREAD.find((keyword) => raw[keyword] !== undefined);
  if (type === undefined && unread !== undefined)
    return untyped(annotations, unread, 'states no type');
  noteUnchecked(reading, raw, pointer);
  return { ...annotations, ...kindOf(reading, raw, pointer, type) };
}

/** Notes what narrows the values of `raw` and is not checked. */
export function noteUnchecked(reading: Reading, raw: Raw, pointer: Pointer): void {
  for (const keyword of [...UNCHECKED, ...UNREAD]) {
    if (raw[keyword] !== undefined && raw[keyword] !== false) {
      reading.note(child(pointer, keyword), `"${keyword}" is not checked.`);
    }
  }
}

function kindOf(
  reading: Reading,
  raw: Raw,
  pointer: Pointer,
  type: TypeName | undefined,
): SchemaKind {
  switch (type) {
    case 'boolean':
      return readBoolean(raw);
    case 'integer':
    case 'number':
      return readNumber(raw, type);
    case 'string':
      return readString(raw);
    case 'array':
      return readArray(reading, raw, pointer);
    case 'object':
      return readObject(reading, [{ value: raw, pointer }], pointer);
    default:
      return { kind: 'any' };
  }
}
