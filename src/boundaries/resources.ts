import { singular } from '../text/english.ts';
import type { Endpoint } from './endpoint.ts';
import { groupBy } from './groups.ts';
import { PARAMETER, resourceOf, resourceSegments, routeSegments, trunkOf } from './paths.ts';

/** Endpoints that no cut separates. */
export interface Resource {
  /** The word that its paths have first: `orders`. */
  readonly name: string;
  readonly endpoints: readonly Endpoint[];
}

/** A tag or module of nearly all endpoints divides nothing, and tags of fewer than two endpoints each divide all. */
const EVERYWHERE = 0.9;
const LEAST_ENDPOINTS = 2;

/**
 * The resources of a service, in the order of their first endpoints. In one are endpoints with the same path, because
 * hosts route by path alone; a collection and its members; and whatever has the same first telling segment, unless tags
 * or modules tell its parts apart.
 */
export function resourcesOf(endpoints: readonly Endpoint[]): readonly Resource[] {
  const trunk = trunkOf(endpoints.map(({ path }) => resourceSegments(path)));
  const nameOf = ({ path }: Endpoint) => resourceOf(resourceSegments(path), trunk);
  const tagOf = tellingPart(endpoints, ({ tag }) => tag);
  const moduleOf = tellingPart(endpoints, ({ module }) => module);
  const partOf = (one: Endpoint) => tagOf(one) ?? moduleOf(one);
  const mainParts = mainPartOf(endpoints, nameOf, partOf);
  const groups = new Joined(endpoints);
  groups.join(({ path }) => ['path', ...routeSegments(path)]);
  groups.join(({ path }) => collectionOf(routeSegments(path)));
  groups.join((one) => ['resource', singular(nameOf(one)), partOf(one) ?? mainParts(nameOf(one))]);
  return groups
    .all()
    .map((members) => ({ name: mostFrequent(members.map(nameOf)), endpoints: members }));
}

/** What divides the endpoints, or nothing when it is the same for nearly all. */
function tellingPart(
  endpoints: readonly Endpoint[],
  partOf: (endpoint: Endpoint) => string | undefined,
): (endpoint: Endpoint) => string | undefined {
  const sizes = [...groupBy(endpoints, (one) => partOf(one) ?? '').values()].map(
    (all) => all.length,
  );
  const isEverywhere = sizes.some((size) => size >= endpoints.length * EVERYWHERE);
  const isNowhere = sizes.length * LEAST_ENDPOINTS > endpoints.length;
  return isEverywhere || isNowhere ? () => undefined : partOf;
}

/** The part of a resource that its untold endpoints go with: the one that most others are in. */
function mainPartOf(
  endpoints: readonly Endpoint[],
  nameOf: (endpoint: Endpoint) => string,
  partOf: (endpoint: Endpoint) => string | undefined,
): (name: string) => string {
  const parts = new Map(
    [...groupBy(endpoints, nameOf)].map(
      ([name, all]) => [name, mostFrequent(all.flatMap((one) => partOf(one) ?? []))] as const,
    ),
  );
  return (name) => parts.get(name) ?? '';
}

/** `/orders` of `/orders/{id}`; of `/{id}` nothing. */
function collectionOf(segments: readonly string[]): readonly string[] | undefined {
  const end = segments.findLastIndex((segment) => segment !== PARAMETER);
  return end === -1 ? undefined : ['collection', ...segments.slice(0, end + 1)];
}

/** The value that is met most often; of equally frequent ones the first. */
export function mostFrequent(values: readonly string[]): string {
  const [first = ['', []]] = [...groupBy(values, (value) => value)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  return first[0];
}

/** Endpoints in sets that grow together (union-find). */
class Joined {
  readonly #endpoints: readonly Endpoint[];
  readonly #parents: number[];

  constructor(endpoints: readonly Endpoint[]) {
    this.#endpoints = endpoints;
    this.#parents = endpoints.map((_, index) => index);
  }

  /** Joins all endpoints with the same key. */
  join(keyOf: (endpoint: Endpoint) => readonly string[] | undefined): void {
    const firsts = new Map<string, number>();
    for (const [index, endpoint] of this.#endpoints.entries()) {
      const parts = keyOf(endpoint);
      if (parts === undefined) continue;
      const key = JSON.stringify(parts);
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, index);
      else this.#join(this.#rootOf(first), this.#rootOf(index));
    }
  }

  all(): readonly (readonly Endpoint[])[] {
    const roots = new Map(
      this.#endpoints.map((endpoint, index) => [endpoint, this.#rootOf(index)]),
    );
    return [...groupBy(this.#endpoints, (endpoint) => String(roots.get(endpoint))).values()];
  }

  #join(a: number, b: number): void {
    this.#parents[Math.max(a, b)] = Math.min(a, b);
  }

  #rootOf(index: number): number {
    let root = index;
    for (let up = this.#parents[root]; up !== undefined && up !== root; up = this.#parents[root]) {
      root = up;
    }
    return root;
  }
}
