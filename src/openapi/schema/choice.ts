import type { Discriminator, Pointer, Union } from '../model.ts';
import { child } from '../pointer.ts';
import { isRaw, itemsOf, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { isReference, type Located } from '../references.ts';
import { readDiscriminator } from './discriminator.ts';
import { assertionsOf, onlyNarrows } from './keywords.ts';
import { joinScalars } from './scalar-union.ts';
import { isNull, statedTypes, type TypeName, typeOf } from './types.ts';

/** A choice between schemas, not yet read: two members or more, none of them `null` alone. */
export interface Choice {
  readonly keyword: Union['keyword'];
  readonly members: readonly Located[];
  /** What the members refer to. */
  readonly targets: ReadonlySet<Pointer>;
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
  const present = stated.filter((member) => !isNullMember(reading, member, stated));
  const takenOut = present.length < stated.length;
  if (present.length > 1 && present.every(({ value }) => isRaw(value) && onlyNarrows(value))) {
    reading.note(place, `"${keyword}" is not checked.`);
    return { nullable: takenOut };
  }
  const free = present.find(({ value }) => isFree(value));
  if (free !== undefined) return { part: free, nullable: takenOut };
  const discriminator =
    present.length > 1 ? readDiscriminator(reading, raw, pointer, present) : undefined;
  if (discriminator !== undefined) {
    return { choice: choiceOf(reading, keyword, present, discriminator), nullable: takenOut };
  }
  const joined = joinScalars(reading, present, around);
  const nullable = takenOut || joined.nullable;
  const [first, ...more] = joined.members;
  if (first === undefined) return { nullable };
  if (more.length === 0) return { part: first, nullable };
  return { choice: choiceOf(reading, keyword, joined.members), nullable };
}

function choiceOf(
  reading: Reading,
  keyword: Choice['keyword'],
  members: readonly Located[],
  discriminator?: Discriminator,
): Choice {
  const targets = members.flatMap(({ value, pointer }) =>
    isReference(value) ? [reading.references.target(value.$ref, pointer).pointer] : [],
  );
  return {
    keyword,
    members: members.map(freeObject),
    targets: new Set(targets),
    ...(discriminator !== undefined && { discriminator }),
  };
}

/** Whether any value will do. */
function isFree(schema: unknown): boolean {
  return schema === true || (isRaw(schema) && assertionsOf(schema).length === 0);
}

/**
 * 3.0 has no type for null: beside nothing but references, a nullable object of which nothing is said is how some
 * write it (Microsoft's generators do).
 */
function isNullMember(reading: Reading, member: Located, all: readonly Located[]): boolean {
  const { value, pointer } = member;
  const target = isReference(value) ? reading.references.target(value.$ref, pointer).value : value;
  const others = all.filter((one) => one !== member);
  const isBesideReferences = others.length > 0 && others.every((one) => isReference(one.value));
  if (
    !isBesideReferences ||
    !isRaw(value) ||
    !statedTypes(value).nullable ||
    !isFreeObject(value)
  ) {
    return isNull(target);
  }
  reading.note(pointer, 'A nullable object of which nothing is said is read as null.');
  return true;
}

function isFreeObject(raw: Raw): boolean {
  return typeOf(raw) === 'object' && assertionsOf(raw).length === 1;
}

/** An object of which nothing is said, as a member: that it is an object tells it from the others. */
function freeObject({ value, pointer }: Located): Located {
  return isRaw(value) && isFreeObject(value)
    ? { value: { ...value, additionalProperties: true }, pointer }
    : { value, pointer };
}
