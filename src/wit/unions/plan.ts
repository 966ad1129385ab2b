/**
 * What a union becomes: a variant when its members can be told apart by their JSON, else any JSON.
 */
import type { Schema, Union } from '../../openapi/model.ts';
import type { Constant, EmptyObject, SelectorCode } from '../../runtime/table.ts';
import { type Choice, choicesOf, jsonTypeOf, MAX_ALTERNATIVES } from './alternatives.ts';
import { constantOf, spreadConstants } from './constant-cases.ts';
import { mergeAlike } from './merge.ts';
import { selectorFor, subtypeSelector } from './selector.ts';
import type { Setting } from './setting.ts';

export type UnionPlan =
  | {
      readonly kind: 'variant';
      readonly cases: readonly PlannedCase[];
      readonly by: SelectorCode;
      /** One more case, behind the others, takes what is none of them. */
      readonly open: boolean;
    }
  /** All members come to one type. */
  | { readonly kind: 'one'; readonly schema: Schema }
  /** No reason: the document itself allows any value. */
  | { readonly kind: 'json'; readonly reason?: string };

export type UnionSchema = Extract<Schema, Union>;

export interface PlannedCase {
  readonly schema: Schema;
  /** The only value in JSON, which takes no payload. */
  readonly constant?: Constant | EmptyObject;
}

/**
 * Plans a variant of the members; where unions with a name are in the way, of their members, too; where objects are, of
 * what is left, with one case for all objects.
 *
 * @param nameOf - how a reason calls a member
 */
export function planUnion(
  union: UnionSchema,
  setting: Setting,
  nameOf: (schema: Schema) => string,
): UnionPlan {
  const plan = planChoices(union, choicesOf(union, setting, false), setting, nameOf);
  if (plan.kind !== 'json' || plan.reason === undefined) return plan;
  const choices = choicesOf(union, setting, true);
  const apart = planChoices(union, choices, setting, nameOf);
  if (apart.kind !== 'json') return apart;
  const joined = joinObjects(union, choices, plan.reason);
  return joined === undefined ? plan : planChoices(union, joined, setting, nameOf);
}

function planChoices(
  union: UnionSchema,
  choices: readonly Choice[],
  setting: Setting,
  nameOf: (schema: Schema) => string,
): UnionPlan {
  const merged = spreadConstants(mergeAlike(choices, setting), setting);
  const alternatives = merged.flatMap(({ alternatives: schemas, member }, at) =>
    schemas.map((schema) => ({ schema, at, member })),
  );
  const unknown = alternatives.find(({ schema }) => jsonTypeOf(schema) === undefined)?.schema;
  if (unknown !== undefined) return openPlan(unknown);
  const [first] = merged;
  if (first === undefined) return { kind: 'json', reason: 'it has no member but itself' };
  const base = union.keyword === 'discriminator' ? union.discriminator : undefined;
  if (merged.length === 1 && base === undefined) return { kind: 'one', schema: first.schema };
  if (alternatives.length > MAX_ALTERNATIVES) {
    return { kind: 'json', reason: `more than ${MAX_ALTERNATIVES} members` };
  }
  const selection =
    base === undefined
      ? selectorFor(alternatives, union.discriminator, setting)
      : subtypeSelector(alternatives, base, merged.length, setting);
  if (!('by' in selection)) {
    const { one, other, why } = selection;
    const reason = `${nameOf(one)} and ${nameOf(other)} can't be told apart: ${why}`;
    return { kind: 'json', reason };
  }
  return {
    kind: 'variant',
    cases: merged.map(({ schema }) => ({ schema, ...constantOf(schema, setting) })),
    by: selection.by,
    open: base !== undefined,
  };
}

/** What a member of any type leaves to say. */
function openPlan(member: Schema): UnionPlan {
  return member.kind === 'untyped'
    ? { kind: 'json', reason: `${member.construct}: ${member.reason}` }
    : { kind: 'json' };
}

/** The choices with one for all objects, which is any JSON; none when there are but objects, or a type isn't known. */
function joinObjects(
  { pointer, keyword }: UnionSchema,
  choices: readonly Choice[],
  reason: string,
): readonly Choice[] | undefined {
  const isObject = ({ alternatives }: Choice): boolean =>
    alternatives.every((schema) => jsonTypeOf(schema) === 'object');
  const objects = choices.filter(isObject);
  const [first] = objects;
  if (first === undefined || objects.length === 1 || objects.length === choices.length) {
    return undefined;
  }
  const joined: Choice = {
    schema: { pointer: `${pointer}/${keyword}`, kind: 'untyped', construct: keyword, reason },
    member: first.member,
    alternatives: objects.flatMap(({ alternatives }) => alternatives),
  };
  return choices.flatMap((choice) =>
    choice === first ? [joined] : isObject(choice) ? [] : [choice],
  );
}
