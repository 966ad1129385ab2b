import { quote } from '../../text/quote.ts';
import type { Pointer, Schema, SchemaKind } from '../model.ts';
import { child } from '../pointer.ts';
import type { Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { annotationsOf, untyped } from './annotations.ts';
import { allowedValues, statedTypes, type TypeName, typeOf } from './keywords.ts';
import { readObject } from './object-schema.ts';
import { readNumber, readString, sizesOf } from './scalar-schema.ts';

/** Keywords that can be the whole of a schema and have no type here. */
const UNREAD = [
  'not',
  'if',
  'contains',
  'propertyNames',
  'dependentSchemas',
  '$dynamicRef',
  '$recursiveRef',
];

/**
 * Reads a schema without composition: `$ref`, `allOf`, `anyOf` and `oneOf`, if any, were taken out of `raw`.
 *
 * @throws Failure (code 2) for a broken reference in what it contains.
 */
export function readPlain(reading: Reading, raw: Raw, pointer: Pointer): Schema {
  const { nullable, unknown } = statedTypes(raw);
  const values = allowedValues(raw);
  const annotations = annotationsOf(raw, pointer, nullable || values?.includes(null) === true);
  const type = typeOf(raw);
  if (type === 'several') return untyped(annotations, ...severalTypes(raw));
  if (type === undefined && unknown !== undefined) {
    return untyped(annotations, 'type', `unknown type ${quote(JSON.stringify(unknown) ?? '')}`);
  }
  if (type === undefined && (raw.type !== undefined || values !== undefined)) {
    return untyped(annotations, 'type', 'only ever null');
  }
  const unread = UNREAD.find((keyword) => raw[keyword] !== undefined);
  if (type === undefined && unread !== undefined)
    return untyped(annotations, unread, 'states no type');
  if (unread !== undefined) reading.note(child(pointer, unread), `"${unread}" is not checked.`);
  if (type === 'array' && (raw.prefixItems !== undefined || Array.isArray(raw.items))) {
    return untyped(annotations, 'prefixItems', 'the items have types by position');
  }
  return { ...annotations, ...kindOf(reading, raw, pointer, type) };
}

function severalTypes(raw: Raw): [construct: string, reason: string] {
  const { types } = statedTypes(raw);
  return types.length > 1
    ? ['type', `several types: ${types.join(', ')}`]
    : ['enum', 'values of several types'];
}

function kindOf(
  reading: Reading,
  raw: Raw,
  pointer: Pointer,
  type: TypeName | undefined,
): SchemaKind {
  switch (type) {
    case 'boolean':
      return { kind: 'boolean' };
    case 'integer':
    case 'number':
      return readNumber(raw, type);
    case 'string':
      return readString(raw);
    case 'array': {
      const items = reading.schema(raw.items, child(pointer, 'items'));
      return { kind: 'array', items, ...sizesOf(raw, 'minItems', 'maxItems') };
    }
    case 'object':
      if (raw.discriminator !== undefined) {
        reading.note(
          child(pointer, 'discriminator'),
          'Subtypes are not read: only the own properties are typed.',
        );
      }
      return readObject(reading, [{ value: raw, pointer }], pointer);
    default:
      return { kind: 'any' };
  }
}
