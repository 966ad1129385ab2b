import { describe, expect, it } from 'vitest';
import { divide } from '../../src/boundaries/divide.ts';
import { endpointsOf } from '../../src/boundaries/endpoint.ts';
import { routeSegments } from '../../src/boundaries/paths.ts';
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

    it('is divided the same way again', () => {
      const again = divide(endpointsOf(api));
      expect(again.parts.map(({ name, endpoints }) => [name, endpoints.length])).toEqual(
        division.parts.map(({ name, endpoints }) => [name, endpoints.length]),
      );
    });
  });
});
