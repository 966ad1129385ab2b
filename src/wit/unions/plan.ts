/**
 * What a union becomes: a variant when its members can be told apart by their JSON, else any JSON.
 */
import type { Schema, Union } from '../../openapi/model.ts';
import type { Constant, EmptyObject, SelectorCode } from '../../runtime/table.ts';
import { type Choice, choicesOf, jsonTypeOf } from './alternatives.ts';
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

/** With more cases nobody reads a variant, and finding a selector takes its time. */
const MAX_CASES = 256;

/**
 * @param nameOf - how a reason calls a member
 */
export function planUnion(
  union: UnionSchema,
  setting: Setting,
  nameOf: (schema: Schema) => string,
): UnionPlan {
  const plan = planChoices(union, choicesOf(union, setting, false), setting, nameOf);
  if (plan.kind !== 'json') return plan;
  const apart = planChoices(union, choicesOf(union, setting, true), setting, nameOf);
  return apart.kind === 'json' ? plan : apart;
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
  if (unknown?.kind === 'untyped') {
    return { kind: 'json', reason: `${unknown.construct}: ${unknown.reason}` };
  }
  if (unknown !== undefined) return { kind: 'json' };
  const [first] = merged;
  if (first === undefined) return { kind: 'json', reason: 'it has no member but itself' };
  const { discriminator } = union;
  const base = union.keyword === 'discriminator' ? discriminator : undefined;
  if (merged.length === 1 && base === undefined) return { kind: 'one', schema: first.schema };
  if (alternatives.length > MAX_CASES) {
    return { kind: 'json', reason: `${alternatives.length} members, more than ${MAX_CASES}` };
  }
  const selection =
    base === undefined
      ? selectorFor(alternatives, discriminator, setting)
      : subtypeSelector(alternatives, base, merged.length, setting);
  if (!('by' in selection)) {
    const { one, other, why } = selection;
    return {
      kind: 'json',
      reason: `${nameOf(one)} and ${nameOf(other)} can't be told apart: ${why}`,
    };
  }
  return {
    kind: 'variant',
    cases: merged.map(({ schema }) => ({ schema, ...constantOf(schema, setting) })),
    by: selection.by,
    open: base !== undefined,
  };
}
