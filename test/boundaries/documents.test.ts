import { describe, expect, it } from 'vitest';
import { divide } from '../../src/boundaries/divide.ts';
import { endpointsOf } from '../../src/boundaries/endpoint.ts';
import { PARAMETER, routeSegments } from '../../src/boundaries/paths.ts';
import { type Route, routesOf } from '../../src/boundaries/routes.ts';
import { readApiText } from '../../src/openapi/read-api.ts';
import { describeDocuments, publishedDocuments, readDocument } from '../support/documents.ts';

/** Parts that somebody who knows the API would expect among those proposed, by the words in their file's name. */
const EXPECTED: readonly (readonly [string, readonly string[]])[] = [
  [
    'github-com',
    ['repos', 'actions', 'issues', 'pulls', 'orgs', 'teams', 'codespaces', 'packages'],
  ],
  ['stripe-com', ['customers', 'charges', 'issuing', 'terminal', 'treasury', 'products']],
  ['kubernetes-io', ['core-v1', 'apps-v1', 'batch-v1', 'networking-v1', 'storage-v1']],
  ['gitlab-com', ['users', 'groups', 'issues', 'merge-requests', 'services']],
  ['digitalocean-com', ['apps', 'databases', 'droplets', 'kubernetes']],
  ['callfire-com', ['calls', 'texts', 'contacts', 'campaigns', 'numbers']],
  ['netbox-dev', ['circuits', 'dcim', 'ipam', 'tenancy', 'virtualization']],
  ['beanstream-com', ['payments', 'profiles']],
  ['sakari-io', ['campaigns', 'contacts', 'conversations', 'templates', 'webhooks']],
];

/** APIs that are one component to anybody. */
const WHOLE: readonly string[] = [
  'exoapi-dev',
  'walmart-com-inventory',
  'webscraping-ai',
  'here-com',
  'telegram-org',
];

function divisionOf(file: string) {
  return divide(endpointsOf(readApiText(readDocument(file), file)));
}

/**
 * The route that Spin takes for a request: segment by segment fixed text before a parameter before what is left
 * (routefinder 0.5, the order of its route specs; spinframework/spin `crates/http/src/routes.rs`).
 */
function bestMatch(routes: readonly Route[], request: readonly string[]): Route | undefined {
  const matching = routes.filter(({ route }) => matches(route.split('/').slice(1), request));
  return matching.toSorted((a, b) => (rank(a.route) < rank(b.route) ? -1 : 1))[0];
}

function matches(route: readonly string[], request: readonly string[]): boolean {
  const isPrefix = route.at(-1) === '...';
  const fixed = (isPrefix ? route.slice(0, -1) : route).filter((segment) => segment !== '');
  if (isPrefix ? request.length < fixed.length : request.length !== fixed.length) return false;
  return fixed.every((segment, index) => segment.startsWith(':') || segment === request[index]);
}

function rank(route: string): string {
  const kind = (segment: string) => (segment === '...' ? 'c' : segment.startsWith(':') ? 'b' : 'a');
  return route.split('/').slice(1).map(kind).join('');
}

describeDocuments('published documents', () => {
  const documents = publishedDocuments().map(({ file }) => file);
  const named = (name: string) => documents.find((file) => file.includes(name)) ?? name;

  it.each(EXPECTED)('%s is cut where its users would', (name, expected) => {
    const { parts } = divisionOf(named(name));
    expect(parts.map((part) => part.name)).toEqual(expect.arrayContaining([...expected]));
  });

  it.each(WHOLE)('%s stays whole', (name) => {
    expect(divisionOf(named(name)).parts).toHaveLength(1);
  });

  describe.each(documents)('%s', (file) => {
    const api = readApiText(readDocument(file), file);
    const division = divide(endpointsOf(api));

    it('has every operation in one part, every path whole, and parts of a size', () => {
      const partOf = new Map<string, string>();
      for (const { name, endpoints } of division.parts) {
        for (const { path } of endpoints) {
          const route = routeSegments(path).join('/');
          expect(partOf.get(route) ?? name, path).toBe(name);
          partOf.set(route, name);
        }
      }
      expect(division.parts.flatMap(({ endpoints }) => endpoints)).toHaveLength(
        api.operations.length,
      );
      expect(new Set(division.parts.map(({ name }) => name)).size).toBe(division.parts.length);
      if (division.parts.length === 1) return;
      for (const { endpoints, cohesion } of division.parts) {
        expect(endpoints.length).toBeGreaterThanOrEqual(division.smallest);
        expect(cohesion).toBeGreaterThan(0);
        expect(cohesion).toBeLessThanOrEqual(1);
      }
    });

    it('is routed to the part that has the operation, by a host that prefers the exact', () => {
      const routes = routesOf(division.parts.map((part) => part.endpoints.map(({ path }) => path)));
      expect(new Set(routes.map(({ route }) => route)).size).toBe(routes.length);
      for (const [part, { endpoints }] of division.parts.entries()) {
        for (const { path } of endpoints) {
          const request = routeSegments(path).map((segment) =>
            segment === PARAMETER ? 'x1' : segment,
          );
          expect(bestMatch(routes, request)?.part, path).toBe(part);
        }
      }
    });

    it('is divided the same way again', () => {
      const again = divide(endpointsOf(api));
      expect(again.parts.map(({ name, endpoints }) => [name, endpoints.length])).toEqual(
        division.parts.map(({ name, endpoints }) => [name, endpoints.length]),
      );
    });
  });
});
