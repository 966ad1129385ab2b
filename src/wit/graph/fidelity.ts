/**
 * How much of the document's types the WIT has.
 */

import type { Demotion, FidelityReport } from '../typed-api.ts';
import type { Draft, OperationDraft, ScalarShape, Shape } from './draft.ts';
import { positionsOf, postOrder, rootsOf, signatureOf } from './graph.ts';

type Leaf = 'typed' | 'untyped' | 'free';

/**
 * Counts the leaves of all signatures and types, each type once. A leaf is a position of a scalar, an enum or `json`, or
 * a property or case that has one value.
 *
 * @param documented - operations in the document
 */
export function fidelityReport(
  operations: readonly OperationDraft[],
  documented: number,
  demotions: readonly Demotion[],
): Omit<FidelityReport, 'omissions'> {
  const types = postOrder(rootsOf(operations)).filter(({ kind }) => kind !== 'alias');
  const positions = [...operations.flatMap(signatureOf), ...types.flatMap(positionsOf)];
  const constants = types.flatMap(constantsOf);
  const leaves = [
    ...positions.flatMap(({ shape }) => leavesOf(shape)),
    ...constants.map((): Leaf => 'typed'),
  ];
  const count = (kind: Leaf): number => leaves.filter((leaf) => leaf === kind).length;
  const typed = count('typed');
  const stated = typed + count('untyped');
  return {
    operations: documented,
    emitted: operations.length,
    typedShare: stated === 0 ? 1 : typed / stated,
    stated,
    freeForm: count('free'),
    demotions,
  };
}

/** What a type has that is one value and no position. */
function constantsOf(draft: Draft): readonly unknown[] {
  if (draft.kind === 'record') return draft.fixed ?? [];
  return draft.kind === 'union'
    ? draft.cases.filter(({ payload }) => payload.kind === 'constant')
    : [];
}

/** What a position counts as; nothing when it is a record, whose own fields count, or an addition of ours. */
function leavesOf(shape: Shape): readonly Leaf[] {
  switch (shape.kind) {
    case 'scalar':
      return counted(shape.leaf);
    case 'json':
      return [shape.free ? 'free' : 'untyped'];
    case 'list':
    case 'map':
    case 'nullable':
      return leavesOf(shape.of);
    case 'tuple':
      return shape.items.flatMap(leavesOf);
    case 'reference':
      if (shape.demoted) return ['untyped'];
      if (shape.to.origin.from === 'mapping') return counted(shape.leaf);
      if (shape.to.kind === 'alias') return leavesOf(shape.to.shape);
      return shape.to.kind === 'enum' ? ['typed'] : [];
  }
}

function counted(leaf: ScalarShape['leaf']): readonly Leaf[] {
  return leaf === 'ours' ? [] : [leaf ?? 'typed'];
}
