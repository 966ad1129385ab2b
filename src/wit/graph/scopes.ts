/**
 * What the component model measures together: an interface, and the whole component.
 */
import type { Operation } from '../../openapi/model.ts';
import type { Draft, OperationDraft } from './draft.ts';
import { edgesAt, type Position, positionsOf, postOrder, rootsOf, signatureOf } from './graph.ts';
import { placeTypes, SHARED_INTERFACE } from './placement.ts';
import { type Sizes, sizeAt } from './sizes.ts';

export interface Scope {
  /** In reach, in post order. */
  readonly drafts: readonly Draft[];
  /** How often each is there beside the signatures. */
  readonly counts: ReadonlyMap<Draft, number>;
  /** The places in signatures; each counts so often. */
  readonly signatures: readonly Position[];
  readonly times: number;
  /** What is there beside types: functions and results. */
  readonly rest: number;
}

/**
 * An interface has each type that it declares or uses, whole, and each function with the types of its signature, whole
 * again. The component has all its interfaces. To export one that has functions, wit-component makes a module that has
 * it twice, and the types that it uses once more (probed with jco 1.34: a type and a function that takes it count
 * 2 × 2 + 1 times in such a module, and 1 + 2 for each interface in the component).
 *
 * @param operations - their types have no recursion
 * @param interfaceOf - label of the interface of each operation
 */
export function scopesOf(
  operations: readonly OperationDraft[],
  interfaceOf: ReadonlyMap<Operation, string>,
): { readonly interfaces: readonly Scope[]; readonly component: Scope } {
  const places = placeTypes(operations, interfaceOf);
  const groups = new Map<string, OperationDraft[]>();
  for (const draft of operations) {
    const label = interfaceOf.get(draft.operation) ?? SHARED_INTERFACE;
    groups.set(label, [...(groups.get(label) ?? []), draft]);
  }
  const declared = declaredTypes(places);
  const there = [...groups].map(([label, members]) => ({
    members,
    types: typesIn(members, declared.get(label) ?? []),
  }));
  const shared = declared.get(SHARED_INTERFACE) ?? [];
  const interfaces = there.map(({ members, types }) => {
    const used = postOrder(types).filter((draft) => places.get(draft) === SHARED_INTERFACE);
    return scope([...types, ...types, ...used], members, 2);
  });
  const all = there.flatMap(({ types }) => [...types]);
  return { interfaces, component: scope([...shared, ...all], operations, 1) };
}

/** The size of all that a scope has. */
export function totalOf({ counts, signatures, times, rest }: Scope, sizes: Sizes): number {
  const types = [...counts].reduce(
    (sum, [draft, count]) => sum + count * (sizes.get(draft) ?? 1),
    0,
  );
  const inSignatures = signatures.reduce((sum, position) => sum + sizeAt(position, sizes), 0);
  return types + times * inSignatures + rest;
}

function declaredTypes(places: ReadonlyMap<Draft, string>): ReadonlyMap<string, Draft[]> {
  const declared = new Map<string, Draft[]>();
  for (const [draft, label] of places) declared.set(label, [...(declared.get(label) ?? []), draft]);
  return declared;
}

/** The types that an interface declares, and those that it uses for them and its functions. */
function typesIn(operations: readonly OperationDraft[], own: readonly Draft[]): ReadonlySet<Draft> {
  const used = edgesAt(own.flatMap(positionsOf)).map(({ reference }) => reference.to);
  return new Set([...own, ...used, ...rootsOf(operations)]);
}

function scope(
  types: readonly Draft[],
  operations: readonly OperationDraft[],
  times: number,
): Scope {
  const counts = new Map<Draft, number>();
  for (const draft of types) counts.set(draft, (counts.get(draft) ?? 0) + 1);
  return {
    drafts: postOrder(counts.keys()),
    counts,
    signatures: operations.flatMap(signatureOf),
    times,
    rest: times * 2 * operations.length,
  };
}
