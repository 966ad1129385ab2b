import { LIMITS } from '../limits.ts';
import type { Annotations, Pointer, Schema } from '../model.ts';
import { child } from '../pointer.ts';
import { isRaw, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import type { Located } from '../references.ts';
import { annotationsOf } from './annotations.ts';
import {
  mappedSchema,
  memberName,
  readDiscriminator,
  statedDiscriminator,
} from './discriminator.ts';
import { statedTypes } from './types.ts';
import { unionOf } from './union-schema.ts';

/** Whether other schemas say what the values of `raw` are: it has a discriminator and no alternatives of its own. */
export function isBase(raw: Raw): boolean {
  const { discriminator, $ref, anyOf, oneOf } = raw;
  return discriminator !== undefined && [$ref, anyOf, oneOf].every((other) => other === undefined);
}

/**
 * Reads a schema that has a discriminator and no alternatives of its own: a base. Its values are those of the components
 * that extend it through `allOf`, or that its mapping names (OAS 3.1.1, Discriminator Object, "Models with Polymorphism
 * Support"). Undefined when there are none: then it is the object that it describes.
 *
 * @param own - reads that object, for a mapping that names the base itself
 * @throws Failure (code 2) for a broken reference.
 */
export function readBase(
  reading: Reading,
  raw: Raw,
  pointer: Pointer,
  own: () => Schema,
): Schema | undefined {
  const members = subtypesOf(reading, raw, pointer);
  if (members.length > LIMITS.subtypes) {
    reading.note(
      pointer,
      `It has more than ${LIMITS.subtypes} subtypes: only its own properties are typed.`,
    );
    return undefined;
  }
  if (members.every((member) => member.pointer === pointer)) return undefined;
  const discriminator = readDiscriminator(reading, raw, pointer, members);
  if (discriminator === undefined) return undefined;
  const annotations = annotationsOf(raw, pointer, statedTypes(raw).nullable);
  const schemas = members.map((member) =>
    member.pointer === pointer ? itself(reading, member, own()) : reading.refer(member),
  );
  return unionOf('discriminator', schemas, annotations, discriminator);
}

/** What extends the schema at `pointer`, or is mapped to; a base among them only when it is mapped to. */
function subtypesOf(reading: Reading, raw: Raw, pointer: Pointer): readonly Located[] {
  const mapped = (statedDiscriminator(raw)?.mapping ?? []).flatMap(
    ([, name]) => mappedSchema(reading, name, pointer) ?? [],
  );
  const extending = reading
    .components()
    .extending(pointer)
    .filter((subtype) => !isOtherBase(reading, subtype));
  return [...new Map([...extending, ...mapped].map((one) => [one.pointer, one])).values()];
}

/** A base stands for its own subtypes, which are subtypes here too. */
function isOtherBase(reading: Reading, { value, pointer }: Located): boolean {
  return isRaw(value) && isBase(value) && reading.components().extending(pointer).length > 0;
}

/** The base as one of its own alternatives: its object, in a place of its own. */
function itself(reading: Reading, base: Located, object: Schema): Schema {
  const about: Annotations = { pointer: child(base.pointer, 'properties') };
  const title = object.title ?? memberName(reading, base);
  return { ...object, ...about, ...(title !== undefined && { title }) };
}
