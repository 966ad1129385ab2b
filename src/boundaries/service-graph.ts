import type { Evidence, Finding } from '../evidence/finding.ts';
import type { ApiModel } from '../openapi/model.ts';
import { type Endpoint, endpointsOf, requestOf } from './endpoint.ts';
import { type ModuleOf, modulesAmong } from './modules.ts';
import { routeSegments } from './paths.ts';

/**
 * The endpoints of a service as its documents and its source show them together. A route of the source adds to the
 * endpoint of the document which it answers; what only the source has is an endpoint too.
 */
export function endpointsOfService(
  apis: readonly ApiModel[],
  findings: Evidence['findings'],
): readonly Endpoint[] {
  const documented = once(apis.flatMap((api) => endpointsOf(api)));
  const routes = findings.filter(
    ({ kind, confidence }) => kind === 'route' && confidence !== 'hint',
  );
  const moduleOf = modulesAmong(routes.map(({ file }) => file));
  const state = stateByModule(findings, moduleOf);
  const base = basePathOf(findings);
  const inSource = routes.map((route) => endpointOfRoute(route, base, moduleOf, state));
  const bySource = new Map(inSource.map((endpoint) => [keyOf(endpoint), endpoint]));
  const withoutBase = new Map(
    apis.flatMap((api) =>
      api.operations.map((one) => [
        keyOf({ method: one.method, path: api.basePath + one.path }),
        keyOf(one),
      ]),
    ),
  );
  const answered = new Set<string>();
  const merged = documented.map((endpoint): Endpoint => {
    const keys = [
      keyOf(endpoint),
      withoutBase.get(keyOf(endpoint)) ?? '',
      keyOf({ ...endpoint, method: ANY }),
    ];
    const key = keys.find((one) => bySource.has(one));
    const route = bySource.get(key ?? '');
    if (key === undefined || route === undefined) return endpoint;
    answered.add(key);
    return { ...endpoint, module: route.module, state: route.state };
  });
  const others = inSource.filter((endpoint) => !answered.has(keyOf(endpoint)));
  return once([...merged, ...others]);
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
    path: base + path,
    operation: undefined,
    tag: undefined,
    types: new Map(),
    module,
    state: state.get(module ?? '') ?? new Set(),
  };
}

/** The prefix that a setting gives all paths, when there is one. */
function basePathOf(findings: readonly Finding[]): string {
  const paths = new Set(
    findings.filter(({ kind }) => kind === 'base-path').map(({ value }) => value),
  );
  const [only = ''] = paths;
  return paths.size === 1 ? only.replace(/^(?=[^/])/u, '/').replace(/\/$/u, '') : '';
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
