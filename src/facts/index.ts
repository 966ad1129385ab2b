import { ENGINES } from './engines.ts';
import type { Fact, FactsArea } from './fact.ts';
import { HOSTS } from './hosts.ts';
import { NUMBERS } from './numbers.ts';
import { PROPOSALS } from './proposals.ts';

/** Every area of facts. */
export const AREAS: readonly FactsArea[] = [PROPOSALS, HOSTS, ENGINES, NUMBERS];

/** How old the facts of a report are. */
export interface FactsAge {
  /** The oldest `asOf` of all areas. */
  readonly asOf: string;
  readonly days: number;
  readonly areas: readonly {
    readonly area: string;
    readonly asOf: string;
    readonly days: number;
  }[];
}

/** The age of every area and of the oldest, seen from `today`. */
export function factsAge(today: Date, areas: readonly FactsArea[] = AREAS): FactsAge {
  const ages = areas.map(({ area, asOf }) => ({ area, asOf, days: daysSince(asOf, today) }));
  const oldest = ages.reduce((a, b) => (b.asOf < a.asOf ? b : a), {
    asOf: today.toISOString().slice(0, 10),
    days: 0,
  });
  return { asOf: oldest.asOf, days: oldest.days, areas: ages };
}

/** A fact that wants to be looked up again. */
export interface OldFact {
  readonly area: string;
  readonly fact: Fact;
  /** Days since the fact was held against its sources. */
  readonly days: number;
}

/** The facts that were last checked more than `days` days before `today`, oldest first. */
export function factsOlderThan(
  days: number,
  today: Date,
  areas: readonly FactsArea[] = AREAS,
): readonly OldFact[] {
  return areas
    .map(({ area, asOf, facts }) => ({ area, facts, age: daysSince(asOf, today) }))
    .filter(({ age }) => age > days)
    .sort((a, b) => b.age - a.age)
    .flatMap(({ area, facts, age }) => facts.map((fact) => ({ area, fact, days: age })));
}

const DAY = 86_400_000;

/** Whole days; a clock that is behind gives 0. */
function daysSince(date: string, today: Date): number {
  return Math.max(0, Math.floor((today.getTime() - Date.parse(date)) / DAY));
}
