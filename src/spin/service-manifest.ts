import { readinessPath } from '../needs/readiness-path.ts';
import { grantsOf } from '../needs/service-grants.ts';
import type { ServiceModel } from '../service/model.ts';
import type { SpinComponent, SpinManifest, SpinVariable } from './manifest.ts';

/**
 * The service as a Spin application: one component behind its triggers, granted what its needs ask for and nothing
 * more.
 */
export function serviceManifest(model: ServiceModel, commands: readonly string[]): SpinManifest {
  const { name, version, description } = model;
  const grants = grantsOf(model);
  const routes = [
    spinRoute(model.basePath),
    ...(model.needs.chosen.length === 0 ? [] : [readinessPath(model)]),
    ...grants.routes,
  ];
  return {
    application: { name, version, ...(description === '' ? {} : { description }) },
    variables: new Map(
      model.needs.variables.map((variable) => [variable.name, declared(variable)]),
    ),
    httpTriggers: routes.map((route) => ({ route, component: name })),
    redisTriggers: grants.redisTriggers.map((trigger) => ({ ...trigger, component: name })),
    components: new Map([[name, serviceComponent(model, commands)]]),
  };
}

function serviceComponent(model: ServiceModel, commands: readonly string[]): SpinComponent {
  const { name, language, needs } = model;
  const { keyValueStores, sqliteDatabases, allowedOutboundHosts, files } = grantsOf(model);
  const assets = files.map(({ source }) => `${source}/**/*`);
  return {
    source: `dist/${name}.wasm`,
    ...{ allowedOutboundHosts, keyValueStores, sqliteDatabases, files },
    variables: readableVariables(needs),
    build: {
      commands,
      watch: [`src/**/*.${language}`, 'wit/**/*.wit', 'scripts/*.mjs', 'package.json', ...assets],
    },
  };
}

/** All variables, when the component has an interface to read them by; some are only for triggers. */
function readableVariables({
  chosen,
  variables,
}: ServiceModel['needs']): ReadonlyMap<string, string> {
  const reads = chosen.some(({ code }) => code.types.some((type) => READ_VARIABLES.has(type)));
  return new Map(reads ? variables.map(({ name }) => [name, `{{ ${name} }}`]) : []);
}

const READ_VARIABLES: ReadonlySet<string> = new Set(['variables', 'wasi-config']);

function declared({
  fallback,
  secret,
  description,
}: ServiceModel['needs']['variables'][number]): SpinVariable {
  return { description, secret, ...(fallback !== undefined && { default: fallback }) };
}

/**
 * The route that catches everything below a base path. A template in it (`/{tenant}/v1`) is left to the component's own
 * routes: Spin takes braces literally, and `:x`, `*` and `...` as its own signs.
 */
export function spinRoute(basePath: string): string {
  const segments = basePath.split('/').filter((segment) => segment !== '');
  const end = segments.findIndex((segment) => !/^[\w.~%!$&'()+,;=@-]+$/u.test(segment));
  const fixed = end === -1 ? segments : segments.slice(0, end);
  const plain = fixed.includes('...') ? fixed.slice(0, fixed.indexOf('...')) : fixed;
  return `/${[...plain, '...'].join('/')}`;
}
