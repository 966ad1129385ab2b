import { LIMITS } from '../limits.ts';
import type { Annotations, Schema } from '../model.ts';
import { child } from '../pointer.ts';
import { isRaw, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import type { Located } from '../references.ts';
import { annotationsOf, untyped } from './annotations.ts';
import type { Choice } from './choice.ts';
import { Conjunction } from './conjunction.ts';
import { memberName } from './discriminator.ts';
import { allowedValues } from './keywords.ts';
import { type LocatedSchema, readObject } from './object-schema.ts';
import { noteUnchecked, readPlain } from './plain-schema.ts';
import { sizesOf } from './scalar-schema.ts';
import { commonTypes, type TypeName, typeOf } from './types.ts';
import { unionOf } from './union-schema.ts';

/** What schemas that hold at once come to: leaves to merge, or a choice between such. */
type Plan =
  | { readonly leaves: readonly LocatedSchema[] }
  | { readonly choice: Choice; readonly members: readonly PlannedMember[] }
  | { readonly problem: string };

interface PlannedMember {
  readonly member: Located;
  /** Absent when the member says everything itself, and is read as it stands. */
  readonly plan?: Plan;
}

/**
 * Reads several schemas that hold at once as one: objects get the properties of all, scalars of one type the limits of
 * all. A choice among them becomes a choice between what each member and the rest come to. References are looked
 * through, so the name of a base is lost here, and that of a member becomes its title.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function mergeParts(
  reading: Reading,
  parts: readonly Located[],
  choices: readonly Choice[],
  annotations: Annotations,
  construct: string,
): Schema {
  const all = new Conjunction(reading);
  const nullable = parts.map((part) => all.add(part, [annotations.pointer]));
  const merged =
    nullable.length > 0 && nullable.every(Boolean)
      ? { ...annotations, nullable: true }
      : annotations;
  const budget = { left: LIMITS.combinations };
  const plan = planOf(reading, all, [...choices, ...all.choices], budget);
  if (budget.left < 0) {
    const reason = `its choices have more than ${LIMITS.combinations} combinations`;
    return untyped(annotations, construct, reason);
  }
  return readPlan(reading, plan, merged, construct);
}

/** Spreads the first of the choices over the leaves, and then the next: nothing is read yet. */
function planOf(
  reading: Reading,
  { leaves, problem }: Conjunction,
  [choice, ...others]: readonly Choice[],
  budget: { left: number },
): Plan {
  if (problem !== undefined) return { problem };
  if (choice === undefined) return { leaves };
  const members: PlannedMember[] = [];
  for (const member of choice.members) {
    if (budget.left < 0) break;
    members.push(planMember(reading, leaves, others, member, budget));
  }
  return { choice, members };
}

function planMember(
  reading: Reading,
  leaves: readonly LocatedSchema[],
  others: readonly Choice[],
  member: Located,
  budget: { left: number },
): PlannedMember {
  const alone = new Conjunction(reading);
  alone.add(member, []);
  if (others.length === 0 && alone.problem === undefined && alone.covers(leaves)) return { member };
  budget.left -= 1;
  const together = new Conjunction(reading, leaves);
  together.add(member, []);
  return { member, plan: planOf(reading, together, [...together.choices, ...others], budget) };
}

function readPlan(
  reading: Reading,
  plan: Plan,
  annotations: Annotations,
  construct: string,
): Schema {
  if ('problem' in plan) return untyped(annotations, construct, plan.problem);
  if ('leaves' in plan) return mergeLeaves(reading, plan.leaves, annotations, construct);
  const { keyword, discriminator } = plan.choice;
  const members = plan.members.map(({ member, plan: own }) =>
    own === undefined
      ? reading.schema(member.value, member.pointer)
      : readPlan(reading, own, aboutMember(reading, member), construct),
  );
  return unionOf(keyword, members, annotations, discriminator);
}

/** What is said of a member, under its own name. */
function aboutMember(reading: Reading, member: Located): Annotations {
  const { value } = reading.references.follow(member.value, member.pointer);
  const about = annotationsOf(isRaw(value) ? value : {}, member.pointer, false);
  const title = about.title ?? memberName(reading, member);
  return { ...about, ...(title !== undefined && { title }) };
}

function mergeLeaves(
  reading: Reading,
  leaves: readonly LocatedSchema[],
  annotations: Annotations,
  construct: string,
): Schema {
  for (const { value, pointer } of leaves) noteUnchecked(reading, value, pointer);
  const types = commonTypes(leaves.map(({ value }) => value));
  if (types === undefined) return { ...annotations, kind: 'any' };
  const [type, ...others] = types;
  if (type === undefined) {
    const stated = new Set(leaves.map(({ value }) => typeOf(value)));
    return untyped(annotations, construct, `members of several types: ${[...stated].join(', ')}`);
  }
  if (type === 'object' && others.length === 0) {
    return { ...annotations, ...readObject(reading, leaves, annotations.pointer) };
  }
  return mergeValues(reading, leaves, types, annotations, construct);
}

/** Arrays and scalars: the keywords of all together. */
function mergeValues(
  reading: Reading,
  leaves: readonly LocatedSchema[],
  types: readonly TypeName[],
  annotations: Annotations,
  construct: string,
): Schema {
  const values = commonValues(leaves);
  if (values?.length === 0) return untyped(annotations, construct, 'no value is in all enums');
  const all: Raw = Object.fromEntries(leaves.flatMap(({ value }) => Object.entries(value)));
  const { const: _const, nullable: _nullable, ...keywords } = all;
  const itemized = leaves.filter(({ value }) => value.items ?? value.prefixItems);
  const merged = { ...keywords, type: types, ...(values !== undefined && { enum: values }) };
  if (itemized.length < 2) {
    const pointer = itemized[0]?.pointer ?? annotations.pointer;
    return { ...readPlain(reading, merged, pointer), ...annotations };
  }
  if (itemized.some(({ value }) => value.prefixItems !== undefined || Array.isArray(value.items))) {
    return untyped(annotations, construct, 'several lists of items');
  }
  const items = reading.together(
    itemized.map(({ value, pointer }) => ({
      value: value.items,
      pointer: child(pointer, 'items'),
    })),
  );
  return { ...annotations, kind: 'array', items, ...sizesOf(merged, 'minItems', 'maxItems') };
}

function commonValues(leaves: readonly LocatedSchema[]): readonly unknown[] | undefined {
  return leaves
    .map(({ value }) => allowedValues(value))
    .reduce((common, values) => {
      if (common === undefined || values === undefined) return common ?? values;
      return common.filter((value) => values.includes(value));
    }, undefined);
}
