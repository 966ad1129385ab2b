import type { Discriminator, Pointer, Union } from '../model.ts';
import { child } from '../pointer.ts';
import { isRaw, itemsOf, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { isReference, type Located } from '../references.ts';
import { readDiscriminator } from './discriminator.ts';
import { assertionsOf, isNull, onlyNarrows, type TypeName, typeOf } from './keywords.ts';
import { joinScalars } from './scalar-union.ts';

/** A choice between schemas, not yet read: two members or more, none of them `null` alone. */
export interface Choice {
  readonly keyword: Union['keyword'];
  readonly members: readonly Located[];
  readonly discriminator?: Discriminator;
}

/** What `anyOf` or `oneOf` comes to. */
export interface Alternatives {
  /** The only member: it holds like any other part. */
  readonly part?: Located;
  readonly choice?: Choice;
  readonly nullable: boolean;
}

/**
 * Reads the alternatives of a schema at `pointer`: `null` is taken out, scalars of one type become one member, and
 * members that only narrow what stands around them (`{ required: [a] }`) are noted.
 *
 * @param around - the type that the schema itself states, which its members may leave out
 * @throws Failure (code 2) for a broken reference.
 */
export function readAlternatives(
  reading: Reading,
  raw: Raw,
  keyword: 'anyOf' | 'oneOf',
  pointer: Pointer,
  around: TypeName | undefined,
): Alternatives {
  const place = child(pointer, keyword);
  const stated = itemsOf(raw[keyword]).map((value, index) => ({
    value,
    pointer: child(place, index),
  }));
  const present = stated.filter((member) => !isNullMember(reading, member));
  const takenOut = present.length < stated.length;
  if (present.length > 1 && present.every(({ value }) => isRaw(value) && onlyNarrows(value))) {
    reading.note(place, `"${keyword}" is not checked.`);
    return { nullable: takenOut };
  }
  const discriminator =
    present.length > 1 ? readDiscriminator(reading, raw, pointer, present) : undefined;
  if (discriminator !== undefined) {
    return {
      choice: { keyword, members: present.map(freeObject), discriminator },
      nullable: takenOut,
    };
  }
  const joined = joinScalars(reading, present, around);
  const nullable = takenOut || joined.nullable;
  const [first, ...more] = joined.members;
  if (first === undefined) return { nullable };
  if (more.length === 0) return { part: first, nullable };
  return { choice: { keyword, members: joined.members.map(freeObject) }, nullable };
}

function isNullMember(reading: Reading, { value, pointer }: Located): boolean {
  return isNull(isReference(value) ? reading.references.target(value.$ref, pointer).value : value);
}

/** An object of which nothing is said, as a member: that it is an object tells it from the others. */
function freeObject({ value, pointer }: Located): Located {
  const isFree = isRaw(value) && typeOf(value) === 'object' && assertionsOf(value).length === 1;
  return isFree ? { value: { ...value, additionalProperties: true }, pointer } : { value, pointer };
}
