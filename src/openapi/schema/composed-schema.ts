import type { Pointer, Schema } from '../model.ts';
import { isRaw, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { isReference, type Located } from '../references.ts';
import { annotationsOf, untyped } from './annotations.ts';
import { isBase } from './base-schema.ts';
import { type Composition, compositionOf, isComposed } from './composition.ts';
import { isBareType } from './keywords.ts';
import { mergeParts } from './merge.ts';
import { readPlain } from './plain-schema.ts';
import { statedTypes, typeOf } from './types.ts';
import { unionOf } from './union-schema.ts';

/**
 * Reads a schema made of `$ref`, `allOf`, `anyOf` or `oneOf`. One part that matters is that part, with the annotations
 * around it; a choice alone is a union of what its members are; several hold at once and are merged.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function readComposed(reading: Reading, raw: Raw, pointer: Pointer): Schema {
  const composition = compositionOf(reading, raw, pointer);
  const { choices, nullable } = composition;
  const annotations = annotationsOf(raw, pointer, nullable);
  const parts = withoutDecoration(reading, composition, pointer);
  const [part] = parts;
  const [choice] = choices;
  const isAlternative = part !== undefined && isAlternativeOf(reading, part, pointer);
  if (parts.length + choices.length > 1 || isAlternative) {
    return mergeParts(reading, parts, choices, annotations, constructOf(raw));
  }
  if (choice !== undefined) {
    const members = choice.members.map((member) => reading.schema(member.value, member.pointer));
    return unionOf(choice.keyword, members, annotations, choice.discriminator);
  }
  if (part !== undefined) {
    const inner = readPart(reading, part, pointer);
    return { ...inner, ...annotations, pointer: inner.kind === 'ref' ? pointer : inner.pointer };
  }
  return nullable && !statedTypes(raw).nullable
    ? untyped(annotations, 'type', 'only ever null')
    : { ...annotations, kind: 'any' };
}

/**
 * Whether the schema at `pointer` is one of those that `part` is a choice between: it is then what that base describes,
 * not the choice again.
 */
function isAlternativeOf(reading: Reading, part: Located, pointer: Pointer): boolean {
  if (!isReference(part.value)) return false;
  const { value, pointer: base } = reading.references.findEnd(part) ?? part;
  if (!isRaw(value) || isReference(value)) return false;
  if (isBase(value)) return reading.components().extends(pointer, base);
  return (
    isComposed(value) &&
    compositionOf(reading, value, base).choices.some(({ targets }) => targets.has(pointer))
  );
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
 * The parts that say something: not a last one that is but a type beside the one thing that has a type already, as in
 * `{ type: object, allOf: [{ $ref }] }`.
 */
function withoutDecoration(
  reading: Reading,
  { parts, choices }: Composition,
  pointer: Pointer,
): readonly Located[] {
  const last = parts.at(-1);
  if (last === undefined || !isBareType(last.value)) return parts;
  const [only, ...more] = [...parts.slice(0, -1), ...choices.flatMap(({ members }) => members)];
  if (only === undefined || (more.length > 0 && parts.length + choices.length > 2)) return parts;
  const isSaid =
    choices.length > 0
      ? [only, ...more].every((member) => typeIn(reading, member) !== undefined)
      : isDecoration(reading, only, last, pointer);
  return isSaid ? parts.slice(0, -1) : parts;
}

/**
 * Whether `last` is but a type beside `first`. Where the schema at `pointer` itself contradicts what it refers to by
 * that, the reference counts.
 */
function isDecoration(reading: Reading, first: Located, last: Located, pointer: Pointer): boolean {
  const type = typeIn(reading, first);
  const stated = isRaw(last.value) ? typeOf(last.value) : undefined;
  if (stated === 'several') return false;
  if (type === undefined || type === 'composed' || type === stated) return true;
  if (last.pointer !== pointer) return false;
  reading.note(pointer, `The type beside is ignored: what is referred to is of type ${type}.`);
  return true;
}

function typeIn(reading: Reading, { value, pointer }: Located): string | undefined {
  const target = reading.references.follow(value, pointer).value;
  if (!isRaw(target)) return undefined;
  return isComposed(target) ? 'composed' : typeOf(target);
}

function constructOf(raw: Raw): string {
  return ['allOf', 'oneOf', 'anyOf'].find((keyword) => raw[keyword] !== undefined) ?? '$ref';
}
