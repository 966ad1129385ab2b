import { type TieOf, TOGETHER } from './criteria.ts';

/** Places of resources that make one component. */
export type Cluster = readonly number[];

export interface Clustering {
  /** In the order of their first resources. */
  readonly clusters: readonly Cluster[];
  /** Too small, and tied to nothing. */
  readonly left: readonly number[];
}

/**
 * Joins resources, the most strongly tied ones first, until no two groups are tied by {@link TOGETHER}: the tie of two
 * groups is the average over their endpoints. Then groups that are too small join the group they are tied to most.
 *
 * The same resources give the same groups: of equal ties, the first.
 *
 * @param sizes - endpoints of each resource
 * @param smallest - the fewest endpoints of a group
 */
export function clusterResources(
  sizes: readonly number[],
  tieOf: TieOf,
  smallest: number,
): Clustering {
  const groups = new Groups(sizes, tieOf);
  for (let pair = groups.closest(); pair !== undefined && pair.tie >= TOGETHER; ) {
    groups.join(pair.a, pair.b);
    pair = groups.closest();
  }
  const left: number[] = [];
  for (let small = groups.smallestBelow(smallest); small !== undefined; ) {
    const nearest = groups.nearest(small);
    if (nearest === undefined) left.push(...groups.remove(small));
    else groups.join(Math.min(small, nearest), Math.max(small, nearest));
    small = groups.smallestBelow(smallest);
  }
  return { clusters: groups.all(), left: left.toSorted((a, b) => a - b) };
}

interface Group {
  members: number[];
  size: number;
  /** By group, what ties the two. */
  readonly ties: Map<number, number>;
}

/** Groups by the place of their first resource, with what ties each two. */
class Groups {
  readonly #groups = new Map<number, Group>();

  constructor(sizes: readonly number[], tieOf: TieOf) {
    for (const [index, size] of sizes.entries()) {
      this.#groups.set(index, { members: [index], size, ties: new Map() });
    }
    for (let a = 0; a < sizes.length; a += 1) {
      for (let b = a + 1; b < sizes.length; b += 1) this.#tie(a, b, tieOf(a, b));
    }
  }

  closest(): { readonly a: number; readonly b: number; readonly tie: number } | undefined {
    let best: { readonly a: number; readonly b: number; readonly tie: number } | undefined;
    for (const [a, { ties }] of this.#groups) {
      for (const [b, tie] of ties) {
        if (a < b && tie > (best?.tie ?? 0)) best = { a, b, tie };
      }
    }
    return best;
  }

  /** The tie of two joined groups to a third is the average by size. */
  join(a: number, b: number): void {
    const [into, from] = [this.#groups.get(a), this.#groups.get(b)];
    if (into === undefined || from === undefined) return;
    this.#groups.delete(b);
    const size = into.size + from.size;
    for (const [other, group] of this.#groups) {
      if (other === a) continue;
      const tie =
        ((into.ties.get(other) ?? 0) * into.size + (from.ties.get(other) ?? 0) * from.size) / size;
      group.ties.delete(b);
      this.#tie(a, other, tie);
    }
    into.ties.delete(b);
    into.members.push(...from.members);
    into.size = size;
  }

  remove(id: number): readonly number[] {
    const members = this.#groups.get(id)?.members ?? [];
    this.#groups.delete(id);
    for (const { ties } of this.#groups.values()) ties.delete(id);
    return members;
  }

  /** The smallest of the groups that are too small; of equal ones the last. */
  smallestBelow(size: number): number | undefined {
    let found: number | undefined;
    let least = size;
    for (const [id, group] of this.#groups) {
      if (group.size < size && group.size <= least) [found, least] = [id, group.size];
    }
    return found;
  }

  /** The group that one is tied to most. */
  nearest(id: number): number | undefined {
    let found: number | undefined;
    let most = 0;
    for (const [other, tie] of this.#groups.get(id)?.ties ?? []) {
      if (tie > most) [found, most] = [other, tie];
    }
    return found;
  }

  all(): readonly Cluster[] {
    return [...this.#groups.values()]
      .map(({ members }) => members.toSorted((a, b) => a - b))
      .toSorted(([a = 0], [b = 0]) => a - b);
  }

  #tie(a: number, b: number, tie: number): void {
    if (tie === 0) return;
    this.#groups.get(a)?.ties.set(b, tie);
    this.#groups.get(b)?.ties.set(a, tie);
  }
}
