/**
 * The component model limits how large and how deep a type is with every reference expanded (wasmparser `limits.rs`:
 * size 1,000,000, nesting 100). Over our budget, which leaves room for what bindings add, uses of types become `json`:
 * those first that save most.
 */

import type { Demotion } from '../typed-api.ts';
import type { Draft, OperationDraft, Reference, Shape } from './draft.ts';
import { edgesAt, type Position, positionsOf, postOrder, rootsOf, signatureOf } from './graph.ts';

/**
 * One interface: wit-component's shim exports each instance twice (probed with jco 1.34: 480,000 fails).
 * The world: the sum over its interfaces (probed: 975,500 passes, 1,019,385 fails).
 */
const BUDGET = { interface: 200_000, world: 600_000, depth: 60 } as const;

export type Budget = Readonly<Record<keyof typeof BUDGET, number>>;

/**
 * Brings the types of all interfaces within the budget, and tells what it took.
 *
 * @param interfaces - the operations of each interface; there is no recursion in their types
 */
export function keepBudget(
  interfaces: readonly (readonly OperationDraft[])[],
  budget: Budget = BUDGET,
): readonly Demotion[] {
  const demotions = keepDepth(postOrder(rootsOf(interfaces.flat())), budget.depth);
  const scopes = interfaces.map(interfaceScope);
  const types = typesScope(interfaces.flat());
  for (const scope of [...scopes, types]) {
    demotions.push(...keepSize(scope, budget.interface, 'an interface'));
  }
  demotions.push(...keepSize(union([...scopes, types]), budget.world, 'a component'));
  return demotions;
}

/** Types that are measured together. */
interface Scope {
  /** In reach, in post order. */
  readonly drafts: readonly Draft[];
  /** How often each is exported or stands in a signature. */
  readonly counts: ReadonlyMap<Draft, number>;
  /** Uses in signatures that may be demoted when nothing else is left to. */
  readonly uses: readonly Reference[];
}

function interfaceScope(operations: readonly OperationDraft[]): Scope {
  const uses = operations.flatMap((operation) =>
    edgesAt(signatureOf(operation)).map((edge) => edge.reference),
  );
  const counts = new Map<Draft, number>();
  // Once more for the type itself, which the interface declares or uses.
  for (const { to } of uses) counts.set(to, (counts.get(to) ?? 1) + 1);
  return {
    drafts: postOrder(uses.map(({ to }) => to)),
    counts,
    uses: uses.filter(isDemotable),
  };
}

function typesScope(operations: readonly OperationDraft[]): Scope {
  const drafts = postOrder(rootsOf(operations));
  return { drafts, counts: new Map(drafts.map((draft) => [draft, 1])), uses: [] };
}

function union(scopes: readonly Scope[]): Scope {
  const counts = new Map<Draft, number>();
  for (const [draft, count] of scopes.flatMap((scope) => [...scope.counts])) {
    counts.set(draft, (counts.get(draft) ?? 0) + count);
  }
  return {
    drafts: postOrder(counts.keys()),
    counts,
    uses: scopes.flatMap((scope) => scope.uses),
  };
}

function keepSize(scope: Scope, limit: number, what: string): readonly Demotion[] {
  const positions = new Map(scope.drafts.map((draft) => [draft, positionsOf(draft)]));
  const demotions: Demotion[] = [];
  for (;;) {
    const sizes = measure(scope.drafts, positions);
    const total = [...scope.counts].reduce(
      (sum, [draft, count]) => sum + count * (sizes.get(draft) ?? 1),
      0,
    );
    if (total <= limit) return demotions;
    const largest = dearest(scope, positions, sizes);
    if (largest === undefined) return demotions;
    largest.demoted = true;
    demotions.push({
      pointer: largest.pointer,
      reason: `too large: the types of ${what} would exceed ${limit.toLocaleString('en')} nodes`,
    });
  }
}

/**
 * The use that takes most of the size: how often its owner is expanded, times its own size. Uses in signatures come
 * last, because they would take whole types out of sight.
 */
function dearest(
  scope: Scope,
  positions: ReadonlyMap<Draft, readonly Position[]>,
  sizes: ReadonlyMap<Draft, number>,
): Reference | undefined {
  const expanded = new Map(scope.counts);
  let best: Reference | undefined;
  let most = 0;
  const weigh = (reference: Reference, times: number): void => {
    if (!isDemotable(reference)) return;
    const saving = times * ((sizes.get(reference.to) ?? 1) - 1);
    if (saving <= most) return;
    most = saving;
    best = reference;
  };
  for (const draft of scope.drafts.toReversed()) {
    const times = expanded.get(draft) ?? 0;
    for (const { reference } of edgesAt(positions.get(draft) ?? [])) {
      expanded.set(reference.to, (expanded.get(reference.to) ?? 0) + times);
      weigh(reference, times);
    }
  }
  if (best !== undefined) return best;
  for (const use of scope.uses) if (!use.demoted) weigh(use, 1);
  return best;
}

/** Whether the use can be JSON: not where HTTP gives the value its form. */
function isDemotable({ to: { origin } }: Reference): boolean {
  return origin.from === 'schema' || origin.from === 'inline';
}

/** Sizes as wasmparser counts them: every node is 1. */
function measure(
  drafts: readonly Draft[],
  positions: ReadonlyMap<Draft, readonly Position[]>,
): ReadonlyMap<Draft, number> {
  const sizes = new Map<Draft, number>();
  for (const draft of drafts) {
    const inner = (positions.get(draft) ?? []).reduce(
      (sum, { shape, option }) => sum + (option ? 1 : 0) + sizeOf(shape, sizes),
      0,
    );
    // A case of a variant may carry its status in a tuple.
    sizes.set(draft, 1 + inner + (draft.kind === 'variant' ? 2 * draft.cases.length : 0));
  }
  return sizes;
}

function sizeOf(shape: Shape, sizes: ReadonlyMap<Draft, number>): number {
  switch (shape.kind) {
    case 'scalar':
      return shape.scalar === 'bytes' ? 2 : 1;
    case 'json':
      return 1;
    case 'list':
    case 'nullable':
      return 1 + sizeOf(shape.of, sizes);
    case 'map':
      return 3 + sizeOf(shape.of, sizes);
    case 'tuple':
      return shape.items.reduce((sum, item) => sum + sizeOf(item, sizes), 1);
    case 'reference':
      return shape.demoted ? 1 : (sizes.get(shape.to) ?? 1);
  }
}

/** Cuts the uses of types that are as deep as allowed, from the leaves up. */
function keepDepth(drafts: readonly Draft[], limit: number): Demotion[] {
  const depths = new Map<Draft, number>();
  const demotions: Demotion[] = [];
  for (const draft of drafts) {
    const levels = positionsOf(draft).map((position) => {
      const depth = 1 + (position.option ? 1 : 0) + depthOf(position.shape, depths);
      if (depth <= limit) return depth;
      for (const { reference } of edgesAt([position]).filter((edge) =>
        isDemotable(edge.reference),
      )) {
        reference.demoted = true;
        const reason = `too deep: types would nest more than ${limit} levels`;
        demotions.push({ pointer: reference.pointer, reason });
      }
      return 1 + (position.option ? 1 : 0) + depthOf(position.shape, depths);
    });
    depths.set(draft, Math.max(1, ...levels));
  }
  return demotions;
}

function depthOf(shape: Shape, depths: ReadonlyMap<Draft, number>): number {
  switch (shape.kind) {
    case 'list':
    case 'nullable':
      return 1 + depthOf(shape.of, depths);
    case 'map':
      return 2 + depthOf(shape.of, depths);
    case 'tuple':
      return 1 + Math.max(...shape.items.map((item) => depthOf(item, depths)));
    case 'reference':
      return shape.demoted ? 1 : (depths.get(shape.to) ?? 1);
    default:
      return 1;
  }
}
