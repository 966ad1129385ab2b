/**
 * The proposal as reports and runs read it: each component with its types, routes and world, and each cut with what it
 * goes through.
 */
import type { ApiModel } from '../openapi/model.ts';
import { type Division, divide, type Part, type Reason } from './divide.ts';
import { type Endpoint, requestOf } from './endpoint.ts';
import { type Reference, referencesBetween } from './references.ts';
import { routesOf } from './routes.ts';

export interface Proposal {
  /** One when the service is not cut. */
  readonly components: readonly ProposedComponent[];
  /** Each two components that have something in common or refer to one another. */
  readonly cuts: readonly Cut[];
  readonly reason: Reason;
  /** The fewest endpoints of a component of this service. */
  readonly smallest: number;
  readonly endpoints: number;
  /** Named types of the service that say what it is about. */
  readonly types: number;
}

export interface ProposedComponent {
  readonly name: string;
  readonly endpoints: readonly Endpoint[];
  /** `GET /orders/{id}`, in document order. */
  readonly operations: readonly string[];
  /** Routes that lead a host to it: `/orders/...`. */
  readonly routes: readonly string[];
  /** Types that no other component has, and those that others have too. */
  readonly types: { readonly own: readonly string[]; readonly shared: readonly string[] };
  /** Parts of the source that it takes over. */
  readonly modules: readonly string[];
  /** What it keeps data in, as far as the source shows it. */
  readonly state: readonly string[];
  /** Share of its ties that stay inside, 0 to 1. */
  readonly cohesion: number;
}

export interface Cut {
  readonly between: readonly [string, string];
  /** The average tie of their endpoints, 0 to 1. */
  readonly coupling: number;
  readonly types: readonly string[];
  readonly state: readonly string[];
  readonly tags: readonly string[];
  readonly modules: readonly string[];
  /** First segments of paths that both have. */
  readonly paths: readonly string[];
  readonly references: readonly Reference[];
}

/** Proposes components for the endpoints of a service. */
export function propose(endpoints: readonly Endpoint[], apis: readonly ApiModel[]): Proposal {
  const division = divide(endpoints);
  const routes = routesOf(division.parts.map((part) => part.endpoints.map(({ path }) => path)));
  const users = usersOfTypes(division.parts);
  return {
    components: division.parts.map((part, index) =>
      componentOf(
        part,
        users,
        routes.filter((route) => route.part === index).map(({ route }) => route),
      ),
    ),
    cuts: cutsOf(division, users, apis),
    reason: division.reason,
    smallest: division.smallest,
    endpoints: endpoints.length,
    types: users.size,
  };
}

/** The parts that have each type. */
type Users = ReadonlyMap<string, ReadonlySet<Part>>;

function usersOfTypes(parts: readonly Part[]): Users {
  const users = new Map<string, Set<Part>>();
  for (const part of parts) {
    for (const type of part.endpoints.flatMap(({ types }) => [...types.keys()])) {
      users.set(type, (users.get(type) ?? new Set()).add(part));
    }
  }
  return users;
}

function componentOf(part: Part, users: Users, routes: readonly string[]): ProposedComponent {
  const types = [...users].filter(([, parts]) => parts.has(part));
  const names = (wanted: (count: number) => boolean) =>
    types.filter(([, parts]) => wanted(parts.size)).map(([name]) => name);
  return {
    name: part.name,
    endpoints: part.endpoints,
    operations: part.endpoints.map(requestOf),
    routes,
    types: { own: names((count) => count === 1), shared: names((count) => count > 1) },
    modules: valuesOf(part, ({ module }) => module ?? []),
    state: valuesOf(part, ({ state }) => [...state]),
    cohesion: part.cohesion,
  };
}

function cutsOf(
  { parts, coupling }: Division,
  users: Users,
  apis: readonly ApiModel[],
): readonly Cut[] {
  const references = referencesBetween(parts, apis);
  const pairs = parts.flatMap((a, index) => parts.slice(index + 1).map((b) => [a, b] as const));
  return pairs
    .map(([a, b]): Cut => {
      const both = (values: (endpoint: Endpoint) => string | readonly string[]) =>
        valuesOf(a, values).filter((value) => valuesOf(b, values).includes(value));
      return {
        between: [a.name, b.name],
        coupling: coupling(a, b),
        types: [...users].filter(([, of]) => of.has(a) && of.has(b)).map(([name]) => name),
        state: both(({ state }) => [...state]),
        tags: both(({ tag }) => tag ?? []),
        modules: both(({ module }) => module ?? []),
        paths: a.resources
          .map(({ name }) => name)
          .filter((name, index, all) => name !== '' && all.indexOf(name) === index)
          .filter((name) => b.resources.some((resource) => resource.name === name)),
        references: references.filter(
          ({ from, to }) =>
            (from === a.name && to === b.name) || (from === b.name && to === a.name),
        ),
      };
    })
    .filter(isCrossed);
}

function isCrossed({ coupling, types, state, references }: Cut): boolean {
  return coupling > 0 || types.length + state.length + references.length > 0;
}

function valuesOf(
  part: Part,
  values: (endpoint: Endpoint) => string | readonly string[],
): readonly string[] {
  return [...new Set(part.endpoints.flatMap(values))];
}
