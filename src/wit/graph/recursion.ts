/**
 * WIT has no recursive types (component-model issue 56). Only the uses that close a cycle become `json`; every record
 * of the cycle stays typed.
 */

import type { Demotion } from '../typed-api.ts';
import { AcyclicGraph } from './acyclic.ts';
import type { Draft } from './draft.ts';
import { type Edge, postOrder, walk } from './graph.ts';

/**
 * Cuts the cycles among what the roots reach, and tells what it cut. Where there is a choice, a use is cut that values
 * can end without, and of those the one that is met last from the operations.
 */
export function cutRecursion(roots: readonly Draft[]): readonly Demotion[] {
  const component = components(roots);
  const inside: Use[] = [];
  walk(roots, {
    edge: (from, edge) => {
      if (component.get(from) === component.get(edge.reference.to)) inside.push({ from, edge });
    },
  });
  const kept = new AcyclicGraph(postOrder(roots).toReversed());
  const demotions: Demotion[] = [];
  const isSoft = softUses(inside);
  const hardFirst = inside.toSorted((a, b) => Number(isSoft(a)) - Number(isSoft(b)));
  for (const { from, edge } of hardFirst) {
    const { reference } = edge;
    if (kept.add(from, reference.to)) continue;
    reference.demoted = true;
    demotions.push({ pointer: reference.pointer, reason: recursionReason(reference.to) });
  }
  return demotions;
}

interface Use {
  readonly from: Draft;
  readonly edge: Edge;
}

/**
 * Whether a value can end without the use: it is optional, in a list or in a map. A union's case is as soft as the uses
 * of the union, so that of an optional choice between a text and an object the text stays typed.
 */
function softUses(inside: readonly Use[]): (use: Use) => boolean {
  const soft = new Set(inside.filter(({ edge }) => edge.soft).map(({ edge }) => edge.reference.to));
  return ({ from, edge }) => edge.soft || (from.kind === 'union' && soft.has(from));
}

function recursionReason({ origin }: Draft): string {
  const name = origin.from === 'schema' ? origin.name : 'the type';
  return `recursive: ${name} would contain itself`;
}

/** Strongly connected components (Kosaraju): each draft's representative. */
function components(roots: readonly Draft[]): ReadonlyMap<Draft, Draft> {
  const users = new Map<Draft, Draft[]>();
  walk(roots, {
    edge: (from, { reference: { to } }) => {
      const list = users.get(to);
      if (list === undefined) users.set(to, [from]);
      else list.push(from);
    },
  });
  const component = new Map<Draft, Draft>();
  for (const root of postOrder(roots).toReversed()) {
    if (component.has(root)) continue;
    component.set(root, root);
    const open = [root];
    for (let draft = open.pop(); draft !== undefined; draft = open.pop()) {
      for (const user of users.get(draft) ?? []) {
        if (component.has(user)) continue;
        component.set(user, root);
        open.push(user);
      }
    }
  }
  return component;
}
