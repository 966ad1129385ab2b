import { type Clustering, clusterResources } from './cluster.ts';
import { tiesOf } from './criteria.ts';
import { splitCrossCutting } from './cross-cutting.ts';
import type { Endpoint } from './endpoint.ts';
import { GroupTies, sizeOf } from './group-ties.ts';
import { groupBy } from './groups.ts';
import { nameComponents } from './names.ts';
import { type Resource, resourcesOf } from './resources.ts';

/** A part of a service that could be a component. */
export interface Part {
  /** Kebab id, unique in the proposal: `orders`. */
  readonly name: string;
  readonly resources: readonly Resource[];
  /** In document order, operational ones that go along with it included. */
  readonly endpoints: readonly Endpoint[];
  /** Share of what ties its endpoints that stays inside: 1 for a part that has nothing to do with the others. */
  readonly cohesion: number;
}

/** How a service is divided, or why it isn't. */
export interface Division {
  /** One part when it is not divided. In the order of their first endpoints. */
  readonly parts: readonly Part[];
  /** What ties each two parts, 0 to 1. */
  readonly coupling: (a: Part, b: Part) => number;
  readonly reason: Reason;
  /** The fewest endpoints that a part was given. */
  readonly smallest: number;
}

/** Why a service is divided as it is; the figures are of the service. */
export type Reason =
  | { readonly kind: 'divided'; readonly crossing: number }
  /** It has fewer endpoints than are worth a cut, operational ones aside. */
  | { readonly kind: 'small'; readonly endpoints: number }
  /** Everything is tied to everything. */
  | { readonly kind: 'one-group' }
  /** One part would have nearly all endpoints. */
  | { readonly kind: 'lopsided'; readonly share: number }
  /** So many endpoints are tied to nothing that the parts would be exceptions. */
  | { readonly kind: 'scattered'; readonly share: number }
  /** More of the ties would cross the cuts than stay inside. */
  | { readonly kind: 'entangled'; readonly crossing: number };

/** A service with fewer endpoints is one component. */
export const LEAST_TO_CUT = 8;
/** A part has three endpoints at least, and in large services this share of them: each part is built and deployed. */
const LEAST_OF_PART = 3;
const LEAST_SHARE = 0.025;
/** A part with more than this share leaves too little to be worth a cut. */
const MOST_SHARE = 0.85;
/** With more than this share of endpoints tied to nothing, paths that have little to do with each other are its nature. */
const MOST_LEFT = 1 / 3;
/** With more than this share of its ties across the cuts, a service stays whole. */
export const MOST_CROSSING = 0.5;
/** Joining is cubic in the resources; services beyond this (none of 120 published documents) are taken by resource name. */
const MOST_RESOURCES = 500;

/**
 * Divides the endpoints of a service into parts that have much in common inside and little outside. The same endpoints
 * give the same parts.
 */
export function divide(endpoints: readonly Endpoint[]): Division {
  const [operational, proper] = splitCrossCutting(endpoints);
  const smallest = Math.max(LEAST_OF_PART, Math.ceil(proper.length * LEAST_SHARE));
  if (proper.length < LEAST_TO_CUT) {
    return whole(endpoints, { kind: 'small', endpoints: proper.length }, smallest);
  }
  const resources = manageable(resourcesOf(proper));
  const tieOf = tiesOf(resources);
  const sizes = resources.map((resource) => resource.endpoints.length);
  const clustering = clusterResources(sizes, tieOf, smallest);
  const groups = placed(clustering, sizes, smallest);
  const largest = largestOf(groups, sizes);
  if (groups.length < 2) return whole(endpoints, { kind: 'one-group' }, smallest);
  const share = sizeOf(groups[largest] ?? [], sizes) / proper.length;
  if (share > MOST_SHARE) return whole(endpoints, { kind: 'lopsided', share }, smallest);
  const left = sizeOf(clustering.left, sizes) / proper.length;
  if (left > MOST_LEFT && clustering.left === groups[largest])
    return whole(endpoints, { kind: 'scattered', share: left }, smallest);
  const ties = new GroupTies(groups, sizes, tieOf);
  const crossing = ties.crossing();
  if (crossing > MOST_CROSSING) return whole(endpoints, { kind: 'entangled', crossing }, smallest);
  const members = groups.map((group) => group.flatMap((index) => resources[index] ?? []));
  const names = nameComponents(members, members[groups.indexOf(clustering.left)]);
  const parts = members.map((group, index): Part => {
    const own = new Set(group.flatMap((resource) => resource.endpoints));
    const also = index === largest ? new Set(operational) : own;
    return {
      name: names[index] ?? '',
      resources: group,
      endpoints: endpoints.filter((one) => own.has(one) || also.has(one)),
      cohesion: ties.cohesion(index),
    };
  });
  return {
    parts,
    coupling: (a, b) => ties.between(parts.indexOf(a), parts.indexOf(b)),
    reason: { kind: 'divided', crossing },
    smallest,
  };
}

function whole(endpoints: readonly Endpoint[], reason: Reason, smallest: number): Division {
  const resources = endpoints.length === 0 ? [] : resourcesOf(endpoints);
  const [name = 'service'] = nameComponents([resources]);
  const part: Part = { name, resources, endpoints, cohesion: 1 };
  return { parts: [part], coupling: () => 0, reason, smallest };
}

/** The groups with those that were left: together when that is enough for one, else with the largest. */
function placed(
  { clusters, left }: Clustering,
  sizes: readonly number[],
  smallest: number,
): readonly (readonly number[])[] {
  if (left.length === 0) return clusters;
  if (sizeOf(left, sizes) >= smallest || clusters.length === 0) return [...clusters, left];
  const main = largestOf(clusters, sizes);
  return clusters.map((cluster, index) => (index === main ? [...cluster, ...left] : cluster));
}

function manageable(resources: readonly Resource[]): readonly Resource[] {
  if (resources.length <= MOST_RESOURCES) return resources;
  const byName = [...groupBy(resources, ({ name }) => name)].map(([name, same]) => ({
    name,
    endpoints: same.flatMap(({ endpoints }) => endpoints),
  }));
  if (byName.length <= MOST_RESOURCES) return byName;
  return [{ name: '', endpoints: resources.flatMap(({ endpoints }) => endpoints) }];
}

/** The place of the group with most endpoints; of equal ones the first. */
function largestOf(groups: readonly (readonly number[])[], sizes: readonly number[]): number {
  const counts = groups.map((group) => sizeOf(group, sizes));
  return counts.indexOf(Math.max(...counts));
}
