import type { TieOf } from './criteria.ts';

/** Endpoints of a group of resources. */
export function sizeOf(group: readonly number[], sizes: readonly number[]): number {
  return group.reduce((sum, index) => sum + (sizes[index] ?? 0), 0);
}

/** Sums of ties over pairs of endpoints; endpoints of one resource are tied in full. */
export class GroupTies {
  readonly #sums: readonly (readonly number[])[];
  readonly #sizes: readonly number[];

  constructor(groups: readonly (readonly number[])[], sizes: readonly number[], tieOf: TieOf) {
    const pairs = (a: number, b: number) => (sizes[a] ?? 0) * (sizes[b] ?? 0);
    const sum = (some: readonly number[], others: readonly number[]) =>
      some.reduce(
        (total, a) =>
          total + others.reduce((rest, b) => rest + pairs(a, b) * (a === b ? 1 : tieOf(a, b)), 0),
        0,
      );
    this.#sums = groups.map((some) => groups.map((others) => sum(some, others)));
    this.#sizes = groups.map((group) => sizeOf(group, sizes));
  }

  between(a: number, b: number): number {
    return (this.#sums[a]?.[b] ?? 0) / ((this.#sizes[a] ?? 1) * (this.#sizes[b] ?? 1));
  }

  cohesion(group: number): number {
    const row = this.#sums[group] ?? [];
    const all = row.reduce((total, sum) => total + sum, 0);
    return all === 0 ? 1 : (row[group] ?? 0) / all;
  }

  /** Share of all ties that the cuts go through. */
  crossing(): number {
    const all = this.#sums.flat().reduce((total, sum) => total + sum, 0);
    const inside = this.#sums.reduce((total, row, index) => total + (row[index] ?? 0), 0);
    return all === 0 ? 0 : 1 - inside / all;
  }
}
