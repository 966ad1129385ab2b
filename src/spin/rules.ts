/**
 * Spin's rules for what we emit, checked before it is written: most of them bite only at `spin up`, some never, and
 * then a request is not served. Sources: spinframework/spin 94a8fc8a (2026-08-21)
 * `crates/{manifest,serde,routes,http,build}`, and what real Spin 4.1.0-pre0 did with such manifests (measured
 * 2026-11-24).
 */
import { hostProblem } from './hosts.ts';
import type { HttpTrigger, SpinComponent, SpinManifest } from './manifest.ts';

export interface SpinProblem {
  /** Table and key: `component.orders.source`. */
  readonly where: string;
  readonly message: string;
}

/** Kebab ids, `crates/serde/src/id.rs`: words of letters and digits, each begins with a letter and has one case. */
const KEBAB = /^(?:[a-z][a-z0-9]*|[A-Z][A-Z0-9]*)(?:-(?:[a-z][a-z0-9]*|[A-Z][A-Z0-9]*))*$/u;

/** Full semantic versions (semver.org 2.0.0). Spin takes any text here; its registries don't. */
const SEMVER =
  /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/u;

/** Checks a manifest. No problems: Spin loads it and serves every route. */
export function checkManifest(manifest: SpinManifest): readonly SpinProblem[] {
  return [
    ...applicationProblems(manifest),
    ...manifest.httpTriggers.flatMap((trigger, index) => triggerProblems(manifest, trigger, index)),
    ...[...manifest.components].flatMap(([id, component]) => componentProblems(id, component)),
  ];
}

function applicationProblems({ application, httpTriggers }: SpinManifest): SpinProblem[] {
  const problems: SpinProblem[] = [];
  if (!KEBAB.test(application.name)) {
    problems.push({ where: 'application.name', message: idMessage(application.name) });
  }
  if (!SEMVER.test(application.version)) {
    const message = `"${application.version}" is no semantic version (1.2.3)`;
    problems.push({ where: 'application.version', message });
  }
  if (httpTriggers.length === 0) {
    problems.push({ where: 'trigger', message: 'missing field `trigger`' });
  }
  return problems;
}

function triggerProblems(
  manifest: SpinManifest,
  { route, component }: HttpTrigger,
  index: number,
): SpinProblem[] {
  const where = `trigger.http.${index}`;
  const problems: SpinProblem[] = [];
  const message = routeProblem(route);
  if (message !== undefined) problems.push({ where: `${where}.route`, message });
  if (manifest.httpTriggers.slice(0, index).some((earlier) => earlier.route === route)) {
    const duplicate = `the route ${route} is taken: Spin would serve the last one only`;
    problems.push({ where: `${where}.route`, message: duplicate });
  }
  if (!manifest.components.has(component)) {
    problems.push({ where: `${where}.component`, message: `no such component "${component}"` });
  }
  return problems;
}

function routeProblem(route: string): string | undefined {
  const segments = route.slice(1).split('/');
  if (!route.startsWith('/')) return `${route} does not begin with /`;
  if (route.startsWith('/.well-known/spin/')) return `${route} is Spin's own`;
  if (/[{}]/u.test(route)) return `${route} has braces, which Spin takes literally: write :name`;
  if (/[\s?#]/u.test(route)) return `${route} is no path`;
  if (segments.slice(0, -1).some((segment) => segment === '...' || segment === '*')) {
    return `${route} never matches: a wildcard stands at the end`;
  }
  return undefined;
}

function componentProblems(id: string, component: SpinComponent): SpinProblem[] {
  const where = `component.${id}`;
  const problems: SpinProblem[] = [];
  if (!KEBAB.test(id)) problems.push({ where, message: idMessage(id) });
  const message = sourceProblem(component.source);
  if (message !== undefined) problems.push({ where: `${where}.source`, message });
  for (const [index, entry] of component.allowedOutboundHosts.entries()) {
    const host = hostProblem(entry);
    if (host !== undefined) {
      problems.push({ where: `${where}.allowed_outbound_hosts.${index}`, message: host });
    }
  }
  if (!component.build.commands.some((command) => command.trim() !== '')) {
    problems.push({ where: `${where}.build.command`, message: 'there is no command' });
  }
  return problems;
}

function sourceProblem(source: string): string | undefined {
  if (/^(?:\/|[A-Za-z]:)|\\/u.test(source) || source.split('/').includes('..')) {
    return `${source} is not a path inside the application`;
  }
  return source.endsWith('.wasm') ? undefined : `${source} is no .wasm file`;
}

/** The reason an id is refused, in Spin's words. */
function idMessage(id: string): string {
  if (id === '') return 'empty';
  if (id.includes('_')) return "words must be separated with '-', not '_'";
  for (const word of id.split('-')) {
    if (word === '') return 'words must not be empty';
    const [first = ''] = word;
    if (!/[A-Za-z]/u.test(first)) {
      return `'-'-separated words must start with an ASCII letter; got '${first}'`;
    }
    const strange = /[^A-Za-z0-9]/u.exec(word)?.[0];
    if (strange !== undefined) {
      return `'-'-separated words may only contain alphanumeric ASCII; got '${strange}'`;
    }
  }
  return `words must be all lowercase or all UPPERCASE; got "${id}"`;
}
