/**
 * What says that two resources belong together: criteria as data, each a share between 0 and 1, and a weight.
 */
import { singular } from '../text/english.ts';
import type { Endpoint, Nearness } from './endpoint.ts';
import type { Resource } from './resources.ts';

export interface Criterion {
  readonly id: 'tag' | 'module' | 'path' | 'types' | 'state';
  /** What the criterion adds to the tie of two resources that meet it in full. */
  readonly weight: number;
}

/** The criteria, and how much each weighs; the catalogues of `src/messages` say what each is. */
export const CRITERIA: readonly Criterion[] = [
  { id: 'tag', weight: 0.6 },
  { id: 'module', weight: 0.6 },
  { id: 'state', weight: 0.6 },
  { id: 'path', weight: 0.6 },
  { id: 'types', weight: 0.8 },
];

/** Resources whose tie is at least this are in one component. */
export const TOGETHER = 0.5;

/** Less than this is found between any two resources of a service, and is no tie. */
const WEAKEST = 0.15;

/** How strongly two resources are tied, 0 to 1. */
export type TieOf = (a: number, b: number) => number;

/** Up to this share of all endpoints a common trait tells something in full, from {@link TELLS_NOTHING} on nothing. */
const TELLS_ALL = 1 / 3;
const TELLS_NOTHING = 2 / 3;

/** The ties between resources, which are named by their places in the list. */
export function tiesOf(resources: readonly Resource[]): TieOf {
  const traits = resources.map(traitsOf);
  const total = resources.reduce((sum, { endpoints }) => sum + endpoints.length, 0);
  const telling = tellingShares(resources, total);
  const rarity = rarityOfTypes(traits);
  const single = (id: 'tag' | 'module' | 'path', a: Traits, b: Traits) =>
    shareOf(a[id], b[id], (value) => telling(id, value));
  return (first, second) => {
    const [a, b] = [traits[first], traits[second]];
    if (a === undefined || b === undefined) return 0;
    const shares = {
      tag: single('tag', a, b),
      module: single('module', a, b),
      path: single('path', a, b) * (areToldApart(a, b) ? TOLD_APART : 1),
      state: shareOf(a.state, b.state, (value) => telling('state', value)),
      types: shareOf(a.types, b.types, rarity),
    };
    const tie = CRITERIA.reduce((sum, { id, weight }) => sum + weight * shares[id], 0);
    return tie < WEAKEST ? 0 : Math.min(1, tie);
  };
}

/** What a common first segment counts where the document's authors gave the two different tags. */
const TOLD_APART = 0.5;

function areToldApart(a: Traits, b: Traits): boolean {
  return a.tag.size > 0 && b.tag.size > 0 && ![...a.tag.keys()].some((tag) => b.tag.has(tag));
}

/** What a resource has, each with how much of it: of a type how near it is, of the others the share of endpoints. */
type Traits = Readonly<Record<Criterion['id'], ReadonlyMap<string, number>>>;

const NEARNESS: Readonly<Record<Nearness, number>> = { own: 1, part: 0.5, deep: 0 };

function traitsOf({ name, endpoints }: Resource): Traits {
  const types = new Map<string, number>();
  for (const endpoint of endpoints) {
    for (const [type, nearness] of endpoint.types) {
      types.set(type, Math.max(types.get(type) ?? 0, NEARNESS[nearness]));
    }
  }
  return {
    tag: shares(endpoints, ({ tag }) => (tag === undefined ? [] : [tag])),
    module: shares(endpoints, ({ module }) => (module === undefined ? [] : [module])),
    state: new Map([...shares(endpoints, ({ state }) => [...state])].map(([key]) => [key, 1])),
    path: new Map(name === '' ? [] : [[singular(name), 1]]),
    types: new Map([...types].filter(([, weight]) => weight > 0)),
  };
}

function shares(
  endpoints: readonly Endpoint[],
  traitsIn: (endpoint: Endpoint) => readonly string[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const trait of endpoints.flatMap(traitsIn)) {
    found.set(trait, (found.get(trait) ?? 0) + 1 / endpoints.length);
  }
  return found;
}

/** What both have, of the most that both could have; each counts as much as `worth` says. */
function shareOf(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  worth: (key: string) => number,
): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  const sum = (map: ReadonlyMap<string, number>) =>
    [...map.values()].reduce((total, weight) => total + weight, 0);
  let shared = 0;
  for (const [key, weight] of few) shared += Math.min(weight, many.get(key) ?? 0) * worth(key);
  return shared === 0 ? 0 : shared / Math.min(sum(a), sum(b));
}

type Share = (id: Exclude<Criterion['id'], 'types'>, value: string) => number;

/** How much a common trait tells: what most endpoints have tells nothing of any two. */
function tellingShares(resources: readonly Resource[], total: number): Share {
  const counts = new Map<string, number>();
  const count = (id: string, value: string, by: number) => {
    const key = `${id} ${value}`;
    counts.set(key, (counts.get(key) ?? 0) + by);
  };
  for (const { name, endpoints } of resources) {
    count('path', singular(name), endpoints.length);
    for (const { tag, module, state } of endpoints) {
      if (tag !== undefined) count('tag', tag, 1);
      if (module !== undefined) count('module', module, 1);
      for (const one of state) count('state', one, 1);
    }
  }
  return (id, value) => {
    const share = (counts.get(`${id} ${value}`) ?? 0) / total;
    return Math.min(1, Math.max(0, (TELLS_NOTHING - share) / (TELLS_NOTHING - TELLS_ALL)));
  };
}

/**
 * 1 for a type of two resources, 0 for one of all: the logarithm of how few have it, as texts weigh their words (inverse
 * document frequency).
 */
function rarityOfTypes(traits: readonly Traits[]): (type: string) => number {
  const users = new Map<string, number>();
  for (const { types } of traits) {
    for (const type of types.keys()) users.set(type, (users.get(type) ?? 0) + 1);
  }
  const count = traits.length;
  return (type) =>
    count <= 2 ? 1 : Math.log(count / (users.get(type) ?? count)) / Math.log(count / 2);
}
