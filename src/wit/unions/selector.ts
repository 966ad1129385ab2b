/**
 * How the JSON of a union's cases is told apart: a selector that picks, for every value that a case can have, that case.
 *
 * The values of a case are what the codec makes of it and what it keeps of what it reads: an object has the properties
 * that its schema describes. Properties that no schema describes are ignored, here as everywhere; a schema that states a
 * type for them can have any. Each rule says why its answer is right for these values.
 */
import type { Discriminator, Schema } from '../../openapi/model.ts';
import type { Constant, JsonType, SelectorCode } from '../../runtime/table.ts';
import { type Alternative, areOneCase, jsonTypeOf } from './alternatives.ts';
import { keyGroups } from './by-keys.ts';
import { discriminatorGroups, type PropertyGroups, propertyGroups } from './by-property.ts';
import type { Keys, Setting } from './setting.ts';

/** The selector, or two alternatives that no rule tells apart and why. */
export type Selection =
  | { readonly by: SelectorCode }
  | { readonly one: Schema; readonly other: Schema; readonly why: string };

/** So many properties are asked about, one after the other, before giving up. */
const MAX_QUESTIONS = 3;
/** So many properties are tried that only divide the alternatives. */
const MAX_CANDIDATES = 8;

/**
 * Tells alternatives apart by their JSON type, and those that are objects among themselves.
 *
 * The answer is right because a value has one JSON type. Alternatives of another type than object have no parts to ask
 * about, except strings of which the document lists the values.
 *
 * @param alternatives - all of a known JSON type
 */
export function selectorFor(
  alternatives: readonly Alternative[],
  discriminator: Discriminator | undefined,
  setting: Setting,
): Selection {
  const byType = new Map<JsonType, Alternative[]>();
  for (const alternative of alternatives) {
    const type = jsonTypeOf(alternative.schema) ?? 'object';
    byType.set(type, [...(byType.get(type) ?? []), alternative]);
  }
  const types: [JsonType, SelectorCode][] = [];
  for (const [type, group] of byType) {
    const selection = areOneCase(group)
      ? { by: group[0]?.at ?? 0 }
      : type === 'object'
        ? selectObject(group, discriminator, setting, MAX_QUESTIONS)
        : (selectString(group) ?? unlike(group, `both are ${type}s`));
    if (!('by' in selection)) return selection;
    types.push([type, selection.by]);
  }
  const [only] = types;
  return types.length === 1 && only !== undefined
    ? { by: only[1] }
    : { by: { types: Object.fromEntries(types) } };
}

/** Right because each case has the values that are listed for it, and no value is listed for two. */
function selectString(alternatives: readonly Alternative[]): Selection | undefined {
  const cases = new Map<string, number>();
  for (const { schema, at } of alternatives) {
    if (schema.kind !== 'enum') return undefined;
    for (const value of schema.values) {
      if ((cases.get(value) ?? at) !== at) return undefined;
      cases.set(value, at);
    }
  }
  return { by: { strings: [...cases] } };
}

/**
 * Tells the subtypes of a base schema apart by its discriminator. A value of the base itself, or of a subtype that the
 * document doesn't know, is none of them.
 *
 * @param none - the index of the case for those
 */
export function subtypeSelector(
  alternatives: readonly Alternative[],
  discriminator: Discriminator,
  none: number,
  setting: Setting,
): Selection {
  for (const groups of discriminatorGroups(discriminator, alternatives, setting)) {
    const by = askProperty(groups, setting, MAX_QUESTIONS);
    if (by !== undefined) return { by: { ...by, other: none } };
  }
  return unlike(alternatives, `"${discriminator.property}" can have the same value in both`);
}

/**
 * By the discriminator, else by a property that has other values in each, else by the properties that are there. When a
 * property only divides them, the parts are told apart in turn.
 */
function selectObject(
  alternatives: readonly Alternative[],
  discriminator: Discriminator | undefined,
  setting: Setting,
  questions: number,
): Selection {
  const [first] = alternatives;
  if (first !== undefined && areOneCase(alternatives)) return { by: first.at };
  const stated =
    discriminator === undefined ? [] : discriminatorGroups(discriminator, alternatives, setting);
  const groups = [...stated, ...propertyGroups(alternatives, setting)].filter((one) =>
    partsOf(one).every((part) => part.length < alternatives.length),
  );
  const complete = groups.find((one) => partsOf(one).every(areOneCase));
  const questioned = complete === undefined ? groups.slice(0, MAX_CANDIDATES) : [complete];
  if (questions > 0) {
    for (const one of questioned) {
      const by = askProperty(one, setting, questions - 1);
      if (by !== undefined) return { by };
    }
  }
  return selectByKeys(alternatives, setting, questions);
}

type ByProperty = Extract<SelectorCode, { readonly property: string }>;

function partsOf({ values, without }: PropertyGroups): readonly (readonly Alternative[])[] {
  return [...values.values(), without];
}

/** The question about the property, when its parts can be told apart. */
function askProperty(
  groups: PropertyGroups,
  setting: Setting,
  questions: number,
): ByProperty | undefined {
  const values: [Constant, SelectorCode][] = [];
  for (const [value, part] of groups.values) {
    const selection = selectObject(part, undefined, setting, questions);
    if (!('by' in selection)) return undefined;
    values.push([value, selection.by]);
  }
  const { property, without } = groups;
  if (without.length === 0) return { property, values };
  const rest = selectObject(without, undefined, setting, questions);
  return 'by' in rest ? { property, values, other: rest.by } : undefined;
}

function selectByKeys(
  alternatives: readonly Alternative[],
  setting: Setting,
  questions: number,
): Selection {
  const { entries: keys, rest } = keyGroups(alternatives, setting);
  if (areOneCase(rest)) return { by: { keys, other: rest[0]?.at ?? 0 } };
  if (keys.length === 0) return conflict(alternatives, setting);
  const other = selectObject(rest, undefined, setting, questions);
  return 'by' in other ? { by: { keys, other: other.by } } : other;
}

/** Two alternatives that are in each other's way, as far as they can be found. */
function conflict(alternatives: readonly Alternative[], setting: Setting): Selection {
  for (const one of alternatives) {
    const other = alternatives.find(
      (two) => two.at !== one.at && keyGroups([one, two], setting).entries.length === 0,
    );
    if (other === undefined) continue;
    const why = `both are objects ${whyAlike(setting.keysOf(one.schema), setting.keysOf(other.schema))}`;
    return { one: one.schema, other: other.schema, why };
  }
  return unlike(alternatives, 'their required properties overlap');
}

function unlike(alternatives: readonly Alternative[], why: string): Selection {
  const [first] = alternatives;
  const second = alternatives.find(({ at }) => at !== first?.at);
  if (first === undefined || second === undefined) throw new Error('nothing to tell apart');
  return { one: first.schema, other: second.schema, why };
}

function whyAlike(one: Keys, other: Keys): string {
  if (one.open && other.open) return 'with properties of any name';
  if (one.required.length === 0 && other.required.length === 0) return 'that require no property';
  const isSame =
    one.required.length === other.required.length &&
    one.required.every((key) => other.required.includes(key));
  return isSame
    ? 'with the same required properties'
    : 'of which neither requires a property that the other never has';
}
