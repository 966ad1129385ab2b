/**
 * Types of values that travel as text, in parameters and headers: what has no type of its own is that text.
 */
import type { Schema } from '../../openapi/model.ts';
import type { ScalarShape, Shape } from '../graph/draft.ts';
import type { Lowering, Place } from './lower-schema.ts';

const TEXT: ScalarShape = { kind: 'scalar', scalar: 'string' };

/** The type of a parameter or header that isn't JSON. */
export function textShape(schema: Schema, lowering: Lowering, place: Place): Shape {
  const target = lowering.resolve(schema);
  if (target.kind === 'union') return unionShape(target, lowering, place);
  if (target.kind !== 'array') return openShape(target, lowering) ?? lowering.shape(schema, place);
  const items = lowering.resolve(target.items);
  const text =
    items.kind === 'union' ? unionShape(items, lowering, place) : openShape(items, lowering);
  return text === undefined ? lowering.shape(schema, place) : { kind: 'list', of: text };
}

function openShape(schema: Schema, lowering: Lowering): ScalarShape | undefined {
  if (schema.kind === 'any' || schema.kind === 'empty') return TEXT;
  if (schema.kind !== 'untyped') return undefined;
  lowering.demote(schema.pointer, `${schema.construct}: ${schema.reason}: string`);
  return { ...TEXT, leaf: 'untyped' };
}

/**
 * A text doesn't tell of which type it is. One value or a list of such values is a list, because both are written alike;
 * other choices are the text, of which nothing is lost when one of them is any text.
 */
function unionShape(
  union: Extract<Schema, { kind: 'union' }>,
  lowering: Lowering,
  place: Place,
): Shape {
  const plan = lowering.unions.plan(union, place.directions);
  if (plan.kind === 'one') return textShape(plan.schema, lowering, place);
  const cases = plan.kind === 'variant' ? plan.cases : [];
  const list = cases.map((one) => lowering.resolve(one)).find(({ kind }) => kind === 'array');
  if (list?.kind === 'array' && cases.length === 2) {
    const items = textShape(list.items, lowering, { ...place, item: true });
    const other = cases.find((one) => lowering.resolve(one) !== list);
    const isSame = lowering.resolve(list.items).kind === (other && lowering.resolve(other).kind);
    if (isSame && items.kind !== 'json') return { kind: 'list', of: items };
  }
  if (cases.some((one) => lowering.resolve(one).kind === 'string')) return TEXT;
  lowering.demote(
    union.pointer,
    `${union.keyword}: a text does not tell which of them it is: string`,
  );
  return { ...TEXT, leaf: 'untyped' };
}
