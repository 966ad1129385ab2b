import type { ApiModel, Operation } from '../openapi/model.ts';
import { singular } from '../text/english.ts';
import { kebabWords } from '../wit/naming/labels.ts';
import type { Part } from './divide.ts';
import { type Endpoint, requestOf } from './endpoint.ts';
import { PARAMETER, resourceSegments } from './paths.ts';

/** One component names what another has, by an id: a cut leaves it an id, and what is behind it is asked for. */
export interface Reference {
  readonly from: string;
  readonly to: string;
  /** The property or parameter: `customerId`. */
  readonly by: string;
  /** Where it stands: a type, or a request. */
  readonly in: string;
  /** The operation that gives what the id stands for: `GET /customers/{id}`. */
  readonly asks: string;
}

/** An operation that gives one thing by its id. */
interface Lookup {
  readonly part: Part;
  readonly request: string;
}

/**
 * What parts refer to of other parts: properties of their types and parameters of their requests that are called after
 * a resource and `id`, where another part has an operation that gets one of that resource.
 */
export function referencesBetween(
  parts: readonly Part[],
  apis: readonly ApiModel[],
): readonly Reference[] {
  const lookups = lookupsOf(parts);
  const properties = propertiesByType(apis);
  const found = new Map<string, Reference>();
  for (const part of parts) {
    for (const { name, within } of part.endpoints.flatMap((one) => namesIn(one, properties))) {
      const lookup = lookups.get(referent(name) ?? '');
      if (lookup === undefined || lookup.part === part) continue;
      const key = JSON.stringify([part.name, lookup.request, name]);
      if (found.has(key)) continue;
      const { part: to, request: asks } = lookup;
      found.set(key, { from: part.name, to: to.name, by: name, in: within, asks });
    }
  }
  return [...found.values()];
}

/** By what one of the resource is called: `customer` of `/customers/{id}`. The shortest path is the resource's own. */
function lookupsOf(parts: readonly Part[]): ReadonlyMap<string, Lookup> {
  const found = new Map<string, Lookup>();
  const all = parts.flatMap((part) => part.endpoints.map((endpoint) => ({ part, endpoint })));
  const byLength = all.toSorted((a, b) => a.endpoint.path.length - b.endpoint.path.length);
  for (const { part, endpoint } of byLength) {
    const segments = resourceSegments(endpoint.path);
    const [resource = '', last] = segments.slice(-2);
    if (endpoint.method !== 'GET' || last !== PARAMETER || resource === PARAMETER) continue;
    const name = oneOf(resource);
    if (name !== undefined && !found.has(name)) {
      found.set(name, { part, request: requestOf(endpoint) });
    }
  }
  return found;
}

/** `customer` of `customerId`, `customer_id` and `customerIds`; nothing of a name without an id. */
function referent(name: string): string | undefined {
  const words = (kebabWords(name) ?? '').split('-');
  const last = words.at(-1) ?? '';
  if (words.length < 2 || !/^(?:ids?|uuids?)$/u.test(last)) return undefined;
  return oneOf(words.slice(0, -1).join('-'));
}

function oneOf(name: string): string | undefined {
  const words = kebabWords(name)?.split('-');
  if (words === undefined) return undefined;
  return [...words.slice(0, -1), singular(words.at(-1) ?? '')].join('-');
}

interface Named {
  readonly name: string;
  readonly within: string;
}

function namesIn(
  endpoint: Endpoint,
  properties: ReadonlyMap<string, readonly string[]>,
): readonly Named[] {
  const request = requestOf(endpoint);
  const parameters = endpoint.operation?.parameters ?? parametersIn(endpoint.path);
  const near = [...endpoint.types].filter(([, nearness]) => nearness !== 'deep');
  return [
    ...near.flatMap(([type]) =>
      (properties.get(type) ?? []).map((name) => ({ name, within: type })),
    ),
    ...parameters.map(({ name }) => ({ name, within: request })),
  ];
}

function parametersIn(path: string): readonly Pick<Operation['parameters'][number], 'name'>[] {
  return [...path.matchAll(/\{([^{}]*)\}/gu)].map(([, name = '']) => ({ name }));
}

function propertiesByType(apis: readonly ApiModel[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    apis.flatMap(({ schemas }) =>
      [...schemas.values()].flatMap(({ name, schema }) =>
        schema.kind === 'object'
          ? [[name, schema.properties.map((property) => property.name)] as const]
          : [],
      ),
    ),
  );
}
