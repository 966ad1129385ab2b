/**
 * The component model limits how large and how deep a type is with every reference expanded (wasmparser `limits.rs`:
 * size 1,000,000, nesting 100). Over our budget, which leaves room for what bindings add, uses of types become `json`:
 * those first that save most.
 */

import type { Operation } from '../../openapi/model.ts';
import type { Demotion } from '../typed-api.ts';
import type { Draft, OperationDraft, Reference } from './draft.ts';
import { edgesAt, type Position, positionsOf, postOrder, rootsOf } from './graph.ts';
import { type Scope, scopesOf, totalOf } from './scopes.ts';
import { depthAt, measure, type Sizes } from './sizes.ts';

const BUDGET = { size: 900_000, depth: 60 } as const;

/** Demotions of a scope after which a tenth as many are made at once. */
const ONE_BY_ONE = 100;

export type Budget = Readonly<Record<keyof typeof BUDGET, number>>;

/**
 * Brings the types of all interfaces within the budget, and tells what it took.
 *
 * @param operations - there is no recursion in their types
 * @param interfaceOf - label of the interface of each operation
 */
export function keepBudget(
  operations: readonly OperationDraft[],
  interfaceOf: ReadonlyMap<Operation, string>,
  budget: Budget = BUDGET,
): readonly Demotion[] {
  const demotions = keepDepth(postOrder(rootsOf(operations)), budget.depth);
  const { interfaces, component } = scopesOf(operations, interfaceOf);
  for (const scope of interfaces) {
    demotions.push(...keepSize(scope, budget.size, 'an interface'));
  }
  demotions.push(...keepSize(component, budget.size, 'a component'));
  return demotions;
}

function keepSize(scope: Scope, limit: number, what: string): readonly Demotion[] {
  const positions = new Map(scope.drafts.map((draft) => [draft, positionsOf(draft)]));
  const demotions: Demotion[] = [];
  for (;;) {
    const sizes = measure(scope.drafts);
    if (totalOf(scope, sizes) <= limit) return demotions;
    // One at a time is best, as each changes what the others take; of thousands that would be for minutes.
    const count = demotions.length < ONE_BY_ONE ? 1 : Math.floor(demotions.length / 10);
    const largest = dearest(scope, positions, sizes, count);
    if (largest.length === 0) return demotions;
    for (const reference of largest) {
      reference.demoted = true;
      demotions.push({
        pointer: reference.pointer,
        reason: `too large: the types of ${what} would exceed ${limit.toLocaleString('en')} nodes`,
      });
    }
  }
}

/**
 * The uses that take most of the size: how often their owner is expanded, times their own size. Uses in signatures come
 * last, because they would take whole types out of sight.
 */
function dearest(
  { drafts, counts, signatures, times: inSignatures }: Scope,
  positions: ReadonlyMap<Draft, readonly Position[]>,
  sizes: Sizes,
  count: number,
): readonly Reference[] {
  const expanded = new Map(counts);
  const expand = (draft: Draft, times: number): void => {
    expanded.set(draft, (expanded.get(draft) ?? 0) + times);
  };
  const savings = new Map<Reference, number>();
  const weigh = (reference: Reference, times: number): void => {
    const saving = times * ((sizes.get(reference.to) ?? 1) - 1);
    if (saving > 0 && isDemotable(reference)) savings.set(reference, saving);
  };
  const direct = edgesAt(signatures).map(({ reference }) => reference);
  for (const { to } of direct) expand(to, inSignatures);
  for (const draft of drafts.toReversed()) {
    const times = expanded.get(draft) ?? 0;
    for (const { reference } of edgesAt(positions.get(draft) ?? [])) {
      expand(reference.to, times);
      weigh(reference, times);
    }
  }
  if (savings.size === 0) for (const use of direct) weigh(use, 1);
  return [...savings]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([reference]) => reference);
}

/** Whether the use can be JSON: not where HTTP gives the value its form. */
function isDemotable({ to: { origin } }: Reference): boolean {
  return origin.from === 'schema' || origin.from === 'inline';
}

/** Cuts the uses of types that are as deep as allowed, from the leaves up. */
function keepDepth(drafts: readonly Draft[], limit: number): Demotion[] {
  const depths = new Map<Draft, number>();
  const demotions: Demotion[] = [];
  for (const draft of drafts) {
    const levels = positionsOf(draft).map((position) => {
      const depth = depthAt(position, depths);
      if (depth <= limit) return depth;
      for (const { reference } of edgesAt([position])) {
        if (!isDemotable(reference)) continue;
        reference.demoted = true;
        const reason = `too deep: types would nest more than ${limit} levels`;
        demotions.push({ pointer: reference.pointer, reason });
      }
      return depthAt(position, depths);
    });
    depths.set(draft, Math.max(1, ...levels));
  }
  return demotions;
}
