/**
 * Objects with properties → records.
 */
import type { Property, Schema } from '../../openapi/model.ts';
import type { DraftKind, FieldDraft, Fixed, Shape } from '../graph/draft.ts';
import { kebab, Labels } from '../naming/labels.ts';
import { listedValues } from './constants.ts';
import { describeField } from './describe.ts';
import { isAlwaysThere } from './directions.ts';
import type { Lowering, Place } from './lower-schema.ts';

/** The type of a property that is a part of a form, where that isn't the one of its schema. */
export type PartTyping = (property: Property) => Shape | undefined;

/** Gives the record its fields. Properties that always have one value are none, unless there are no others. */
export function fillRecord(
  draft: DraftKind<'record'>,
  schema: Extract<Schema, { kind: 'object' }>,
  place: Omit<Place, 'role' | 'shared' | 'parent'>,
  lowering: Lowering,
  part?: PartTyping,
): void {
  const labels = new Labels();
  const inside: Omit<Place, 'role'> = {
    ...place,
    parent: draft,
    shared: true,
    item: false,
    depth: place.depth + 1,
  };
  const { properties, additional } = schema;
  const constants = new Map(
    properties.map((property) => [property, fixedValue(property, inside, lowering)]),
  );
  const isVaried = additional !== undefined || [...constants.values()].includes(undefined);
  const fixed = isVaried ? [...constants.values()].filter((one) => one !== undefined) : [];
  draft.fields = properties
    .filter((property) => !isVaried || constants.get(property) === undefined)
    .map((property) => {
      const label = labels.take(kebab(property.name, 'field'));
      const position = { ...inside, role: property.name };
      const shape = part?.(property) ?? lowering.shape(property.schema, position);
      return recordField(property, label, shape, position, lowering);
    });
  if (fixed.length > 0) draft.fixed = fixed;
  if (additional === undefined) return;
  draft.extra = {
    label: labels.take('additional-properties'),
    shape: lowering.nullable(additional, { ...inside, role: 'additional-property', patch: false }),
  };
}

/** The one value of a property that is in every value of the object. */
function fixedValue(
  property: Property,
  { directions }: Pick<Place, 'directions'>,
  lowering: Lowering,
): Fixed | undefined {
  const { name, schema } = property;
  const [value, ...more] = listedValues(lowering.resolve(schema)) ?? [];
  if (value === undefined || more.length > 0 || lowering.isNullable(schema)) return undefined;
  return isAlwaysThere(property, directions, lowering) ? { wire: name, value } : undefined;
}

function recordField(
  property: Property,
  label: string,
  shape: Shape,
  place: Place,
  lowering: Lowering,
): FieldDraft {
  const { name, schema } = property;
  const optional = !isAlwaysThere(property, place.directions, lowering);
  const nullable = shape.kind !== 'json' && lowering.isNullable(schema);
  return {
    label,
    wire: name,
    docs: describeField(schema, name, label),
    shape,
    optional,
    nullable,
    ...(place.patch === true && optional && nullable ? { triState: true } : {}),
  };
}
