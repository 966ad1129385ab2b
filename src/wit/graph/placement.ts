/**
 * Which interface declares a type: the one that alone uses it, else `types`. The document's named schemas are all in
 * `types`.
 */
import type { Operation } from '../../openapi/model.ts';
import type { Draft, OperationDraft } from './draft.ts';
import { edgesAt, positionsOf, postOrder, rootsOf } from './graph.ts';

export const SHARED_INTERFACE = 'types';

/**
 * The label of the interface that declares each type.
 *
 * @param interfaceOf - label of the interface of each operation
 */
export function placeTypes(
  operations: readonly OperationDraft[],
  interfaceOf: ReadonlyMap<Operation, string>,
): ReadonlyMap<Draft, string> {
  const users = new Map<Draft, Set<string>>();
  const use = (draft: Draft, place: string): void => {
    users.set(draft, (users.get(draft) ?? new Set<string>()).add(place));
  };
  for (const draft of operations) {
    const place = interfaceOf.get(draft.operation) ?? SHARED_INTERFACE;
    for (const root of rootsOf([draft])) use(root, place);
  }
  const places = new Map<Draft, string>();
  for (const draft of postOrder(rootsOf(operations)).toReversed()) {
    const [only = SHARED_INTERFACE, ...others] = users.get(draft) ?? [];
    const isOwn = draft.origin.from === 'inline' || draft.origin.from === 'operation';
    const place = isOwn && others.length === 0 ? only : SHARED_INTERFACE;
    places.set(draft, place);
    for (const { reference } of edgesAt(positionsOf(draft))) use(reference.to, place);
  }
  return places;
}
