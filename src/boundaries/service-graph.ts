import { basePathOf } from '../evidence/base-path.ts';
import type { Evidence, Finding } from '../evidence/finding.ts';
import type { ApiModel } from '../openapi/model.ts';
import { readApiDocument } from '../openapi/read-api.ts';
import { operationsDocument } from '../service/operations-document.ts';
import { parseOperation } from '../service/typed-operation.ts';
import { type Endpoint, endpointsOf, requestOf } from './endpoint.ts';
import { type ModuleOf, modulesAmong } from './modules.ts';
import { routeSegments } from './paths.ts';

/** A service as it is divided: its endpoints, and what their interfaces are typed from. */
export interface ServiceGraph {
  readonly endpoints: readonly Endpoint[];
  readonly apis: readonly ApiModel[];
  readonly moduleOf: ModuleOf;
}

/**
 * The endpoints of a service as its documents and its source show them together. A route of the source adds to the
 * endpoint of the document which it answers; what only the source has is an endpoint too.
 */
export function serviceGraph(
  documents: readonly ApiModel[],
  findings: Evidence['findings'],
): ServiceGraph {
  const routes = findings.filter(
    ({ kind, confidence }) => kind === 'route' && confidence !== 'hint',
  );
  const moduleOf = modulesAmong(routes.map(({ file }) => file));
  const state = stateByModule(findings, moduleOf);
  const base = basePathOf(findings);
  const inSource = once(routes.map((route) => endpointOfRoute(route, base, moduleOf, state)));
  const { endpoints, others } = merged(documents, inSource);
  const undocumented = apiOfRoutes(others);
  const typed = undocumented === undefined ? [] : endpointsOf(undocumented);
  const operations = new Map(typed.map((one) => [requestOf(one), one.operation]));
  return {
    endpoints: [
      ...endpoints,
      ...others.map((one) => ({ ...one, operation: operations.get(requestOf(one)) })),
    ],
    apis: undocumented === undefined ? documents : [...documents, undocumented],
    moduleOf,
  };
}

/** The documented endpoints with what the source adds, and those that only the source has. */
function merged(documents: readonly ApiModel[], inSource: readonly Endpoint[]) {
  const bySource = new Map(inSource.map((endpoint) => [keyOf(endpoint), endpoint]));
  const answered = new Set<Endpoint>();
  const endpoints = documents.flatMap((api) =>
    endpointsOf(api).map((endpoint): Endpoint => {
      // Documents and source differ on who names the prefix that a gateway or a setting adds.
      const path = endpoint.path.slice(api.basePath.length);
      const keys = [endpoint, { ...endpoint, path }, { ...endpoint, method: ANY }].map(keyOf);
      const route = keys.map((key) => bySource.get(key)).find((found) => found !== undefined);
      if (route === undefined) return endpoint;
      answered.add(route);
      return { ...endpoint, module: route.module, state: route.state };
    }),
  );
  return { endpoints: once(endpoints), others: inSource.filter((one) => !answered.has(one)) };
}

/** An API of routes, as far as they can be typed by hand. */
function apiOfRoutes(endpoints: readonly Endpoint[]): ApiModel | undefined {
  const plain = endpoints.map(requestOf).filter((text) => typeof parseOperation(text) !== 'string');
  if (plain.length === 0) return undefined;
  return readApiDocument(operationsDocument('routes', plain), 'routes');
}

/** A route for all methods. */
const ANY = 'ANY';

function keyOf({ method, path }: Pick<Endpoint, 'method' | 'path'>): string {
  return requestOf({ method, path: `/${routeSegments(path).join('/')}` });
}

function once(endpoints: readonly Endpoint[]): readonly Endpoint[] {
  const first = new Map<string, Endpoint>();
  for (const endpoint of endpoints) {
    const key = keyOf(endpoint);
    if (!first.has(key)) first.set(key, endpoint);
  }
  return [...first.values()];
}

function endpointOfRoute(
  { value, file }: Finding,
  base: string,
  moduleOf: ModuleOf,
  state: ReadonlyMap<string, ReadonlySet<string>>,
): Endpoint {
  const [method = '', path = ''] = value.split(' ');
  const module = moduleOf(file);
  return {
    method,
    path: path === '/' && base !== '' ? base : base + path,
    operation: undefined,
    tag: undefined,
    types: new Map(),
    module,
    state: state.get(module ?? '') ?? new Set(),
  };
}

/** Entities and topics by module. Manifests, settings and images say what a service has, not which part of it. */
function stateByModule(
  findings: readonly Finding[],
  moduleOf: ModuleOf,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const finding of findings) {
    const [module, state] = [moduleOf(finding.file), stateOf(finding)];
    if (module === undefined || state === undefined) continue;
    found.set(module, (found.get(module) ?? new Set()).add(state));
  }
  return found;
}

function stateOf({ kind, what, value, file, confidence }: Finding): string | undefined {
  if (confidence === 'hint' || !IS_SOURCE.test(file)) return undefined;
  const isEntity = kind === 'orm' && /^[A-Z]\w*$/u.test(value);
  if (isEntity) return value.replace(/(?<=.)(?:Repository|Repo|Dao|Mapper)$/u, '');
  const isTopic = (kind === 'broker' || kind === 'queue-worker') && /^[\w./-]+$/u.test(value);
  return isTopic ? `${what} ${value}` : undefined;
}

const IS_SOURCE = /\.(?:[cm]?[jt]sx?|java|kt|groovy|scala|py|go|rb|php|cs)$/u;
