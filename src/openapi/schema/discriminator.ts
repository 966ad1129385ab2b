import { quote } from '../../text/quote.ts';
import type { Discriminator, Pointer } from '../model.ts';
import { child, fileOf, ROOT } from '../pointer.ts';
import { entriesOf, isRaw, itemsOf, type Raw, textOf } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { isReference, type Located } from '../references.ts';
import { COMPONENT_PLACES } from './components.ts';
import { allowedValues } from './keywords.ts';
import { schemaName } from './schema-name.ts';

/** What a Discriminator Object says (OAS 3.1.1), or in Swagger 2.0 the name of the property alone. */
export interface StatedDiscriminator {
  readonly property: string;
  /** Wire value → name of a component, or reference. */
  readonly mapping: readonly (readonly [value: string, target: string])[];
}

/** The discriminator that `raw` states, if any. */
export function statedDiscriminator({ discriminator }: Raw): StatedDiscriminator | undefined {
  const property = textOf(isRaw(discriminator) ? discriminator.propertyName : discriminator);
  if (property === undefined) return undefined;
  const mapping = isRaw(discriminator) ? entriesOf(discriminator.mapping) : [];
  return {
    property,
    mapping: mapping.flatMap(([value, target]) =>
      typeof target === 'string' ? [[value, target] as const] : [],
    ),
  };
}

/**
 * The discriminator of a choice between `members`: which value names which. Values come from the mapping, then from
 * what members say of the property themselves (`enum: [cat]`), then from the names of components: a mapping adds to
 * those (OAS 3.1.1, Discriminator Object). What leads nowhere, or to no member, is noted.
 */
export function readDiscriminator(
  reading: Reading,
  raw: Raw,
  pointer: Pointer,
  members: readonly Located[],
): Discriminator | undefined {
  const stated = statedDiscriminator(raw);
  if (stated === undefined) return undefined;
  const targets = members.map((member) => reading.references.findEnd(member)?.pointer);
  const values = new Map<string, number>();
  for (const [value, name] of stated.mapping) {
    const index = targets.indexOf(mappedSchema(reading, name, pointer)?.pointer ?? '');
    if (index >= 0) values.set(value, index);
    else noteMapping(reading, pointer, value, name);
  }
  const own = ownValues(reading, members, stated.property, pointer);
  for (const [value, index] of own) if (!values.has(value)) values.set(value, index);
  const told = new Set(own.values());
  for (const [index, member] of members.entries()) {
    const name = told.has(index) ? undefined : memberName(reading, member);
    if (name !== undefined && !values.has(name)) values.set(name, index);
  }
  return values.size > 0 ? { property: stated.property, values } : undefined;
}

/** Notes a mapping that names no alternative of the schema at `pointer`. */
export function noteMapping(reading: Reading, pointer: Pointer, value: string, name: string): void {
  reading.note(
    child(pointer, 'discriminator', 'mapping', value),
    `${quote(name)} is none of the alternatives.`,
  );
}

/**
 * What a mapping names: a component first, else a reference. "foo" is ambiguous, and a name then (OAS 3.1.1,
 * Discriminator Object, "Mapping").
 */
export function mappedSchema(reading: Reading, name: string, from: Pointer): Located | undefined {
  for (const place of COMPONENT_PLACES) {
    const component = reading.references.find(child(ROOT, ...place, name), ROOT);
    if (component !== undefined) return reading.references.findEnd(component);
  }
  return reading.references.findEnd({ value: { $ref: name }, pointer: from });
}

/** The name of the component, or of the schema in another file, that a member refers to. */
export function memberName(reading: Reading, { value, pointer }: Located): string | undefined {
  const target = isReference(value)
    ? reading.references.target(value.$ref, pointer).pointer
    : pointer;
  const isElsewhere = target !== pointer && fileOf(target) !== '';
  return (
    reading.components().nameOf(target) ??
    (isElsewhere ? schemaName(reading.references, target) : undefined)
  );
}

/** The values of `property` that one member alone allows; what the base of all says is none of them. */
function ownValues(
  reading: Reading,
  members: readonly Located[],
  property: string,
  base: Pointer,
): ReadonlyMap<string, number> {
  const owners = new Map<string, number | 'several'>();
  for (const [index, member] of members.entries()) {
    for (const value of tagValues(reading, member, property, new Set([base]))) {
      owners.set(value, owners.has(value) ? 'several' : index);
    }
  }
  return new Map([...owners].filter((entry): entry is [string, number] => entry[1] !== 'several'));
}

/** The texts that a schema allows for its property, as far as it lists them; the last of an `allOf` counts. */
function tagValues(
  reading: Reading,
  member: Located,
  property: string,
  seen: Set<Pointer>,
): readonly string[] {
  const { value: raw, pointer } = reading.references.findEnd(member) ?? member;
  if (!isRaw(raw) || seen.has(pointer)) return [];
  seen.add(pointer);
  const described = entriesOf(raw.properties).find(([name]) => name === property)?.[1];
  const tag = reading.references.findEnd({ value: described, pointer })?.value;
  const listed = isRaw(tag) ? (allowedValues(tag) ?? []) : [];
  const texts = listed.filter((value) => typeof value === 'string');
  if (texts.length > 0) return texts;
  return itemsOf(raw.allOf)
    .map((part, index) => ({ value: part, pointer: child(pointer, 'allOf', index) }))
    .map((part) => tagValues(reading, part, property, seen))
    .reduce((earlier, later) => (later.length > 0 ? later : earlier), []);
}
