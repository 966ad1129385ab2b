import type { Discriminator } from '../../openapi/model.ts';
import type { Constant } from '../../runtime/table.ts';
import type { Alternative } from './alternatives.ts';
import type { Setting } from './setting.ts';

/** Alternatives by the value of a property. One that allows several values is in several groups. */
export interface PropertyGroups {
  readonly property: string;
  readonly values: ReadonlyMap<Constant, readonly Alternative[]>;
  /** Those whose values may be without the property. */
  readonly without: readonly Alternative[];
}

/**
 * The questions about one property that say something of the alternatives, in the order in which their properties are
 * described.
 *
 * The answer is right because each alternative is in the group of every value that the property can have in its values,
 * and in `without` when it can be absent. Not asked about is a property whose values are not listed, or that may be
 * null, and one that only one alternative has: what it says, its presence says as well.
 */
export function propertyGroups(
  alternatives: readonly Alternative[],
  setting: Setting,
): readonly PropertyGroups[] {
  const counts = new Map<string, number>();
  for (const { schema } of alternatives) {
    for (const [name, property] of setting.keysOf(schema).known) {
      if (setting.valuesOf(property.schema) === undefined) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].flatMap(([name, count]) =>
    count === 1 ? [] : (groupsOf(name, alternatives, setting) ?? []),
  );
}

function groupsOf(
  property: string,
  alternatives: readonly Alternative[],
  setting: Setting,
): PropertyGroups | undefined {
  const values = new Map<Constant, Alternative[]>();
  const without: Alternative[] = [];
  for (const alternative of alternatives) {
    const { known, open } = setting.keysOf(alternative.schema);
    const described = known.get(property);
    if (described === undefined && open) return undefined;
    if (described === undefined) {
      without.push(alternative);
      continue;
    }
    const listed = setting.valuesOf(described.schema);
    if (listed === undefined) return undefined;
    for (const value of listed) group(values, value, alternative);
    if (!setting.isAlwaysThere(described)) without.push(alternative);
  }
  return { property, values, without };
}

/**
 * The alternatives by the value of the property that the document calls their discriminator (OAS 3.1.1, Discriminator
 * Object: the property is in every value).
 *
 * Where a schema lists values of the property, they are what its values have: they count before the mapping, which
 * generators often leave to the names of the schemas. Where that doesn't tell the alternatives apart, because each
 * inherits the list of all, the values count that are in both.
 */
export function discriminatorGroups(
  { property, values: mapping }: Discriminator,
  alternatives: readonly Alternative[],
  setting: Setting,
): readonly PropertyGroups[] {
  const listed = (alternative: Alternative): readonly Constant[] | undefined => {
    const described = setting.keysOf(alternative.schema).known.get(property);
    return described && setting.valuesOf(described.schema);
  };
  const mapped = ({ member }: Alternative): readonly Constant[] =>
    [...mapping].filter(([, index]) => index === member).map(([value]) => value);
  const inBoth = (alternative: Alternative): readonly Constant[] => {
    const own = listed(alternative) ?? [];
    const both = mapped(alternative).filter((value) => own.includes(value));
    return both.length > 0 ? both : own.length > 0 ? own : mapped(alternative);
  };
  return [(alternative: Alternative) => listed(alternative) ?? mapped(alternative), inBoth].flatMap(
    (valuesFor) => {
      const values = new Map<Constant, Alternative[]>();
      for (const alternative of alternatives) {
        const own = valuesFor(alternative);
        if (own.length === 0) return [];
        for (const value of own) group(values, value, alternative);
      }
      return [{ property, values, without: [] }];
    },
  );
}

function group(
  groups: Map<Constant, Alternative[]>,
  value: Constant,
  alternative: Alternative,
): void {
  const known = groups.get(value);
  if (known === undefined) groups.set(value, [alternative]);
  else known.push(alternative);
}
