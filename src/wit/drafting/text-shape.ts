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
 * One value or a list of such values is a list: both are written alike. Other choices are read by what the text looks
 * like (`templates/runtime/union-text.ts`), or are the text when their members can't be told apart at all.
 */
function unionShape(
  union: Extract<Schema, { kind: 'union' }>,
  lowering: Lowering,
  place: Place,
): Shape {
  const plan = lowering.unions.plan(union, place.directions);
  if (plan.kind === 'one') return textShape(plan.schema, lowering, place);
  if (plan.kind === 'json' && plan.reason !== undefined) {
    lowering.demote(union.pointer, `${union.keyword}: ${plan.reason}: string`);
    return { ...TEXT, leaf: 'untyped' };
  }
  if (plan.kind === 'json') return TEXT;
  const members = plan.cases.map(({ schema }) => lowering.resolve(schema));
  const [list, ...lists] = members.filter(({ kind }) => kind === 'array');
  const [one, ...others] = members.filter(({ kind }) => kind !== 'array');
  const isOneOrMore =
    list?.kind === 'array' &&
    lists.length === 0 &&
    others.length === 0 &&
    lowering.resolve(list.items).kind === one?.kind;
  return isOneOrMore ? textShape(list, lowering, place) : lowering.shape(union, place);
}
