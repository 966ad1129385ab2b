/**
 * Unions → variants, where the JSON of the members can be told apart.
 */
import type { Schema } from '../../openapi/model.ts';
import type { DraftKind, UnionCaseDraft } from '../graph/draft.ts';
import { caseLabels, type NamedCase } from '../naming/case-labels.ts';
import { kebabWords, Labels } from '../naming/labels.ts';
import type { UnionPlan } from '../unions/plan.ts';
import { describeConstant, describeField } from './describe.ts';
import type { Lowering, Place } from './lower-schema.ts';

type VariantPlan = Extract<UnionPlan, { readonly kind: 'variant' }>;

/** Gives the variant its cases. */
export function fillUnion(
  draft: DraftKind<'union'>,
  plan: VariantPlan,
  place: Omit<Place, 'role' | 'shared' | 'parent'>,
  lowering: Lowering,
): void {
  const taken = new Labels();
  const schemas = plan.cases.map(({ schema }) => schema);
  const labels = caseLabels(
    schemas.map((schema) => namedCase(schema, schemas, lowering)),
    plan.by,
    taken,
  );
  const cases = plan.cases.map(({ schema, constant }, at): UnionCaseDraft => {
    const label = labels[at] ?? taken.take('value');
    if (constant !== undefined) {
      const docs = typeof constant === 'string' ? describeConstant(constant, label) : undefined;
      return { label, docs, payload: { kind: 'constant', value: constant } };
    }
    const inCase: Place = {
      ...place,
      parent: draft,
      role: label,
      shared: true,
      item: false,
      depth: place.depth + 1,
    };
    return {
      label,
      docs: describeField(schema, label, label),
      payload: lowering.shape(schema, inCase),
    };
  });
  const none: UnionCaseDraft = {
    label: taken.take('other', 'any-other'),
    docs: 'What is none of these, as JSON.',
    payload: { kind: 'json', free: true },
  };
  draft.cases = plan.open ? [...cases, none] : cases;
}

function namedCase(schema: Schema, all: readonly Schema[], lowering: Lowering): NamedCase {
  const target = lowering.resolve(schema);
  const others = all.map((one) => lowering.resolve(one)).filter((one) => one !== target);
  return {
    schema: target,
    name: lowering.nameOf(schema),
    title: schema.title,
    itemName: target.kind === 'array' ? itemLabel(target.items, lowering) : undefined,
    keys: tellingKeys(target, others),
  };
}

/** The property that an object has to itself: the first that it requires, or its only one. */
function tellingKeys(schema: Schema, others: readonly Schema[]): readonly string[] {
  if (schema.kind !== 'object') return [];
  const taken = new Set(
    others.flatMap((other) =>
      other.kind === 'object' ? other.properties.map(({ name }) => name) : [],
    ),
  );
  const own = schema.properties.filter(({ name }) => !taken.has(name));
  const telling = own.find(({ required }) => required) ?? (own.length === 1 ? own[0] : undefined);
  return telling === undefined ? [] : [telling.name];
}

/** What the items of a list are called, when in a word. */
function itemLabel(items: Schema, lowering: Lowering): string | undefined {
  const name = lowering.nameOf(items);
  if (name !== undefined) return kebabWords(name);
  const { kind } = lowering.resolve(items);
  if (kind === 'string') return 'text';
  return ['integer', 'number'].includes(kind) ? kind : undefined;
}
