import type { Pointer, Schema } from '../model.ts';
import { isRaw, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { isReference, type Located } from '../references.ts';
import { annotationsOf, untyped } from './annotations.ts';
import { compositionOf } from './composition.ts';
import { assertionsOf, statedTypes, typeOf } from './keywords.ts';
import { mergeParts } from './merge.ts';
import { readPlain } from './plain-schema.ts';

/**
 * Reads a schema made of `$ref`, `allOf`, `anyOf` or `oneOf`. One part that matters is that part, with the annotations
 * around it; several are merged when all are objects, or scalars of one type; the rest is `untyped`.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function readComposed(reading: Reading, raw: Raw, pointer: Pointer): Schema {
  const { parts, nullable, union } = compositionOf(reading, raw, pointer);
  const annotations = annotationsOf(raw, pointer, nullable);
  if (union !== undefined) return untyped(annotations, union, 'a choice between schemas');
  const [first] = parts;
  if (first === undefined) {
    return nullable && !statedTypes(raw).nullable
      ? untyped(annotations, 'type', 'only ever null')
      : { ...annotations, kind: 'any' };
  }
  const only = parts.length === 1 || isDecoration(reading, parts, pointer) ? first : undefined;
  if (only === undefined) return mergeParts(reading, parts, annotations, constructOf(raw));
  const inner = readPart(reading, only, pointer);
  return { ...inner, ...annotations, pointer: inner.kind === 'ref' ? pointer : inner.pointer };
}

/** A part may be a piece of the schema at `pointer` itself: that one is read in its place. */
function readPart(reading: Reading, part: Located, pointer: Pointer): Schema {
  const { value } = part;
  if (part.pointer !== pointer) return reading.schema(value, part.pointer);
  return isReference(value)
    ? reading.refer(reading.references.target(value.$ref, pointer))
    : readPlain(reading, value as Raw, pointer);
}

/**
 * Whether the last of two parts is but a type beside the first: `{ type: object, allOf: [{ $ref }] }`. Where the schema
 * at `pointer` itself contradicts what it refers to by that, the reference counts.
 */
function isDecoration(
  reading: Reading,
  [first, last, ...more]: readonly Located[],
  pointer: Pointer,
): boolean {
  if (first === undefined || !isRaw(last?.value) || more.length > 0) return false;
  if (assertionsOf(last.value).some((keyword) => keyword !== 'type')) return false;
  const { value } = reading.references.follow(first.value, first.pointer);
  const type = isRaw(value) ? typeOf(value) : undefined;
  if (type === undefined || type === typeOf(last.value)) return true;
  if (last.pointer !== pointer) return false;
  reading.note(pointer, `The type beside is ignored: what is referred to is of type ${type}.`);
  return true;
}

function constructOf(raw: Raw): string {
  return ['allOf', 'oneOf', 'anyOf'].find((keyword) => raw[keyword] !== undefined) ?? '$ref';
}
