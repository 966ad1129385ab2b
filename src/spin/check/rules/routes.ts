import { rustString } from '../../rust-text.ts';
import type { Manifest, Trigger } from '../manifest/view.ts';
import type { Rule } from '../rule.ts';
import { at, type TomlString } from '../toml/node.ts';

const source = 'crates/routes/src/lib.rs';
const WELL_KNOWN = '/.well-known/spin/';

interface Route {
  readonly node: TomlString;
  /** As it is written. */
  readonly raw: string;
  /** As it is matched: with the slash in front, without one at the end. */
  readonly path: string;
  readonly key: string;
  /** Whom Spin's messages name: the component, or the trigger of a static response. */
  readonly handler: string;
}

function routesOf({ triggers }: Manifest): readonly Route[] {
  return triggers.filter(({ type }) => type === 'http').flatMap(routeOf);
}

function routeOf({ table, key, id, references }: Trigger): readonly Route[] {
  const node = at(table, 'route');
  if (node?.kind !== 'string') return [];
  const raw = node.value;
  const path = (raw.startsWith('/') ? raw : `/${raw}`).replace(/\/$/u, '');
  const handler = references.find(({ isHandler }) => isHandler)?.node.value ?? id;
  return [{ node, raw, path, key: `${key}.route`, handler }];
}

/** The segments as `routefinder` matches them: names of parameters don't matter, and a wildcard has two spellings. */
function pattern(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  return segments
    .map((segment, index) => {
      const isLast = index === segments.length - 1;
      if (isLast && (segment === '...' || segment === '*')) return '*';
      return segment.startsWith(':') ? ':' : segment;
    })
    .join('/');
}

const duplicate: Rule = {
  id: 'route-duplicate',
  severity: 'warning',
  stage: 'start',
  what: 'A route that is there twice: only the last one is served',
  source,
  *check({ manifest }) {
    const routes = routesOf(manifest);
    const last = new Map(routes.map((route) => [route.raw, route]));
    for (const route of routes) {
      const { node, raw, path, key, handler } = route;
      const later = last.get(raw);
      if (later === undefined || later === route) continue;
      yield {
        span: node.span,
        key,
        message: `The following component routes are duplicates and will never be used: ${handler}: ${path === '' ? '/' : path} (duplicate of ${later.handler})`,
        hint: `Line ${later.node.span.start.line} has it too, and wins. Remove one of them, or change its route.`,
      };
    }
  },
};

const shadowed: Rule = {
  id: 'route-shadowed',
  severity: 'warning',
  stage: 'never',
  what: 'Two routes that match the same paths in other words (`/a/:x` and `/a/:y`): one of them is never served',
  source: `${source} (crate routefinder)`,
  *check({ manifest }) {
    const first = new Map<string, Route>();
    for (const route of routesOf(manifest)) {
      const { node, raw, path, key } = route;
      const matched = pattern(path);
      const earlier = first.get(matched);
      if (earlier === undefined) first.set(matched, route);
      if (earlier === undefined || earlier.raw === raw) continue;
      yield {
        span: node.span,
        key,
        message: `${rustString(raw)} matches the same paths as ${rustString(earlier.raw)} (line ${earlier.node.span.start.line}): only one of them is served`,
      };
    }
  },
};

const reserved: Rule = {
  id: 'route-reserved',
  severity: 'warning',
  stage: 'start',
  what: 'A route that Spin answers itself',
  source,
  *check({ manifest }) {
    for (const { node, path, key } of routesOf(manifest)) {
      if (!path.startsWith(WELL_KNOWN)) continue;
      const message = `Routes under ${WELL_KNOWN} are handled by the Spin runtime and will never be reached`;
      yield { span: node.span, key, message, hint: 'Choose another path.' };
    }
  },
};

const braces: Rule = {
  id: 'route-braces',
  severity: 'warning',
  stage: 'never',
  what: 'Braces in a route, which Spin takes literally',
  source: 'measured',
  *check({ manifest }) {
    for (const { node, raw, key } of routesOf(manifest)) {
      if (!/\{(?!\{)[^{}]*\}/u.test(raw) || raw.includes('{{')) continue;
      const parameters = raw.replace(
        /\{([^{}]*)\}/gu,
        (_, name) => `:${name.replace(/\W/gu, '_')}`,
      );
      yield {
        span: node.span,
        key,
        message: `${rustString(raw)} is taken literally: braces make no parameter`,
        hint: `Write: route = ${rustString(parameters)}`,
      };
    }
  },
};

const innerWildcard: Rule = {
  id: 'route-inner-wildcard',
  severity: 'warning',
  stage: 'never',
  what: 'A wildcard that does not stand at the end of its route, which then never matches',
  source: 'measured',
  *check({ manifest }) {
    for (const { node, raw, path, key } of routesOf(manifest)) {
      const inner = path.split('/').slice(0, -1);
      if (!inner.some((segment) => segment === '...' || segment === '*')) continue;
      const wildcard = inner.findIndex((segment) => segment === '...' || segment === '*');
      yield {
        span: node.span,
        key,
        message: `${rustString(raw)} never matches: a wildcard stands at the end`,
        hint: `Write: route = ${rustString([...inner.slice(0, wildcard), '...'].join('/'))}, or \`:name\` for one segment.`,
      };
    }
  },
};

const unparsable: Rule = {
  id: 'route-invalid',
  severity: 'error',
  stage: 'start',
  what: 'A parameter without a name, or a wildcard with one',
  source: `${source} (crate routefinder)`,
  *check({ manifest }) {
    for (const { node, path, key, handler } of routesOf(manifest)) {
      const message = path
        .split('/')
        .map(segmentProblem)
        .find((problem) => problem !== undefined);
      if (message === undefined) continue;
      const where = `Error parsing route ${path} associated with component ${handler}`;
      yield { span: node.span, key, message: `${where}: ${message}` };
    }
  },
};

function segmentProblem(segment: string): string | undefined {
  if (segment === ':') return 'params must be named';
  if (segment.length === 1 || !segment.startsWith('*')) return undefined;
  return `since there can only be one wildcard, it doesn't need a name. replace \`${segment}\` with \`*\``;
}

const notPrivate: Rule = {
  id: 'route-not-private',
  severity: 'error',
  stage: 'start',
  what: 'A route `{ private = false }`',
  source,
  *check({ manifest }) {
    for (const { table, key, type, id, references } of manifest.triggers) {
      const value = at(at(table, 'route'), 'private');
      if (type !== 'http' || value?.kind !== 'boolean' || value.text === 'true') continue;
      const handler = references.find(({ isHandler }) => isHandler)?.node.value ?? id;
      yield {
        span: value.span,
        key: `${key}.route`,
        message: `route must be a string pattern or '{ private = true }': '${handler}' has { private = false }`,
        hint: 'Write the path: route = "/..."',
      };
    }
  },
};

export const routeRules: readonly Rule[] = [
  duplicate,
  shadowed,
  reserved,
  braces,
  innerWildcard,
  unparsable,
  notPrivate,
];
