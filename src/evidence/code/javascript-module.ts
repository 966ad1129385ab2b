import type { SourceFile } from '../reader.ts';
import type { Lexed } from '../text/lexer.ts';
import { argumentsOf, constants, literal, literals } from './javascript-expressions.ts';
import { defaultExport, type Import, readImports } from './javascript-imports.ts';
import { closing, listAt, matches } from './scan.ts';

/** What one file says about routes. */
export interface Module {
  readonly framework: string;
  readonly routers: ReadonlyMap<string, Router>;
  readonly routes: readonly ModuleRoute[];
  readonly mounts: readonly Mount[];
  /** Local name → what it is imported from. */
  readonly imports: ReadonlyMap<string, Import>;
  /** The variable that `export default` or `module.exports` gives; `default` if that has no name. */
  readonly defaultExport: string;
}

export interface Router {
  readonly framework: string;
  /** The application itself, which nothing mounts. */
  readonly isRoot: boolean;
  readonly prefix: string;
  /** Where calls on the new router may follow: `Router().use(…)`. */
  readonly chain?: number;
}

export interface ModuleRoute {
  readonly receiver: string;
  readonly method: string;
  readonly path: string;
  readonly line: number;
  /** Whether the receiver is a router for sure. */
  readonly certain: boolean;
}

/** `receiver.use(prefix, target)` */
export interface Mount {
  readonly receiver: string;
  readonly prefix: string;
  readonly target: string;
  /** What is mounted, when it is required on the spot. */
  readonly module?: Import;
}

const FRAMEWORKS = [
  ['fastify', /['"]fastify(?:-plugin)?['"]/u],
  ['koa', /['"](?:koa|@?koa[/-]router)['"]/u],
  ['hono', /['"]hono(?:\/[\w-]+)?['"]/u],
  ['restify', /['"]restify['"]/u],
  ['express', /['"]express(?:-promise-router)?['"]/u],
] as const;

const LIKELY_RECEIVER =
  /^(?:app|api|server|fastify|instance|router|routes|\w*(?:Router|Routes|App|Api))$/u;

/** Reads routers, routes, mounts, imports and the export of one file. */
export function readModule(file: SourceFile, lexed: Lexed): Module {
  const framework = FRAMEWORKS.find(([, pattern]) => pattern.test(lexed.text))?.[0];
  const strings = constants(lexed);
  const routers = readRouters(lexed, framework ?? 'express', strings);
  const inline = inlinePlugins(lexed, strings);
  const parameters = new Set(inline.scopes.map(({ parameter }) => parameter));
  const reading = { file, lexed, routers, strings, parameters };
  return {
    framework: framework ?? guess(routers, reading),
    routers: new Map([...routers, ...inline.routers]),
    routes: inScope(
      [...verbCalls(reading), ...routeChains(reading), ...routeObjects(reading)],
      inline.scopes,
    ),
    mounts: inScope([...readMounts(reading), ...inline.mounts], inline.scopes),
    imports: readImports(lexed),
    defaultExport: defaultExport(lexed),
  };
}

interface Reading {
  readonly file: SourceFile;
  readonly lexed: Lexed;
  readonly routers: ReadonlyMap<string, Router>;
  readonly strings: ReadonlyMap<string, string>;
  /** Names under which inline plugins get their router. */
  readonly parameters: ReadonlySet<string>;
}

/** A plugin's own receiver inside an inline function, under a name that is its own. */
interface Scope {
  readonly start: number;
  readonly end: number;
  readonly parameter: string;
  readonly name: string;
}

function guess(routers: ReadonlyMap<string, Router>, { lexed }: Reading): string {
  return (
    [...routers.values()][0]?.framework ?? (/\bfastify\b/u.test(lexed.code) ? 'fastify' : 'express')
  );
}

const ROUTER =
  /(?:\bexport default\s+|(?<![.\w$])([\w$]+)(?:\.exports)?(?:\s*:\s*[\w.<>, ]+)?\s*=\s*)(?:await\s+)?(?:(express|fastify|Fastify|restify\.createServer|new Koa|new Hono|new OpenAPIHono|polka)|(?:new\s+)?(?:\w+\.)?(?:Router|KoaRouter|PromiseRouter|router)|require\(\s*['"](express|fastify)['"]\s*\))(?:<[^;=]*?>)?(?=\()/gu;

function readRouters(
  lexed: Lexed,
  framework: string,
  strings: ReadonlyMap<string, string>,
): Map<string, Router> {
  const routers = new Map<string, Router>();
  for (const match of matches(lexed, ROUTER)) {
    const [whole, written = 'default', root, required] = match;
    const name = written === 'module' ? 'default' : written;
    const end = closing(lexed.code, match.index + whole.length);
    const list = listAt(lexed, match.index + whole.length);
    const after = /^\.(?:basePath|prefix)\(([^)]*)\)/u.exec(lexed.text.slice(end, end + 100))?.[1];
    const prefix = /\bprefix:\s*([^,}\n]+)/u.exec(list)?.[1] ?? after ?? '';
    routers.set(name, {
      framework,
      isRoot: root !== undefined || required !== undefined,
      prefix: literal(prefix, strings) ?? '',
      chain: end,
    });
  }
  return routers;
}

interface Placed {
  readonly offset: number;
}

const CALL =
  /(?<![.\w$])([\w$]+)\s*\.(get|post|put|patch|delete|del|head|options|all|use|register|route)(?:<[^;()]*?>)?\(/gu;
const NEXT_CALL =
  /\s*\.(get|post|put|patch|delete|del|head|options|all|use|register)(?:<[^;()]*?>)?\(/uy;

interface RouterCall extends Placed {
  readonly receiver: string;
  readonly verb: string;
  readonly list: readonly string[];
}

/** Calls on what may be a router, those in a chain included: `Router().use(a).get('/x', b)`. */
function* routerCalls({ lexed, routers }: Reading): Generator<RouterCall> {
  for (const match of matches(lexed, CALL)) {
    const { 0: whole, 1: receiver = '', 2: verb = '', index } = match;
    const open = index + whole.length - 1;
    yield { receiver, verb, list: argumentsOf(lexed, open), offset: index };
    if (verb !== 'route') yield* chained(lexed, closing(lexed.code, open), receiver);
  }
  for (const [name, { chain }] of routers) {
    if (chain !== undefined) yield* chained(lexed, chain, name);
  }
}

function* chained(lexed: Lexed, start: number, receiver: string): Generator<RouterCall> {
  let end = start;
  for (;;) {
    NEXT_CALL.lastIndex = end;
    const call = NEXT_CALL.exec(lexed.code);
    if (call === null) return;
    const open = call.index + call[0].length - 1;
    end = closing(lexed.code, open);
    const offset = call.index + call[0].indexOf('.');
    yield { receiver, verb: call[1] ?? '', list: argumentsOf(lexed, open), offset };
  }
}

function* verbCalls(reading: Reading): Generator<ModuleRoute & Placed> {
  const { file, routers, parameters, strings } = reading;
  for (const { receiver, verb, list, offset } of routerCalls(reading)) {
    if (/^(?:use|register|route)$/u.test(verb)) continue;
    const certain = routers.has(receiver) || parameters.has(receiver);
    const [first = '', ...rest] = list;
    if (rest.length === 0 || (!certain && !isLikelyRoute(receiver, first, rest))) continue;
    const line = file.lineAt(offset);
    for (const path of literals(first, strings)) {
      if (certain || /^[/*]/u.test(path)) {
        yield { receiver, method: methodOf(verb), path, line, certain, offset };
      }
    }
  }
}

/** Calls of HTTP clients look alike, but end in options, not in a handler. */
function isLikelyRoute(receiver: string, first: string, rest: readonly string[]): boolean {
  return (
    LIKELY_RECEIVER.test(receiver) && /^['"`[]/u.test(first) && !/^[{'"`]/u.test(rest.at(-1) ?? '')
  );
}

const CHAIN = /(?<![.\w$])([\w$]+)\s*\.route\(\s*(?=['"`\w])/gu;

/** `router.route('/x').get(…).post(…)` of Express; Hono's `app.route('/x', sub)` is a mount. */
function* routeChains({ file, lexed, strings }: Reading): Generator<ModuleRoute & Placed> {
  for (const match of matches(lexed, CHAIN)) {
    const [whole, receiver = ''] = match;
    const open = match.index + whole.trimEnd().length - 1;
    const [first = '', ...rest] = argumentsOf(lexed, open);
    const path = literal(first, strings);
    if (path === undefined || rest.length > 0) continue;
    let end = closing(lexed.code, open);
    const next = /\s*\.(get|post|put|patch|delete|head|options|all)\(/uy;
    for (next.lastIndex = end; ; next.lastIndex = end) {
      const call = next.exec(lexed.code);
      if (call === null) break;
      const offset = call.index + call[0].indexOf('.');
      yield {
        receiver,
        method: methodOf(call[1] ?? ''),
        path,
        line: file.lineAt(offset),
        certain: true,
        offset,
      };
      end = closing(lexed.code, call.index + call[0].length - 1);
    }
  }
}

const OBJECT = /(?<![.\w$])([\w$]+)\s*\.route(?:<[^;()]*?>)?\(\s*(?=\{)/gu;

/** `fastify.route({ method: 'GET', url: '/x' })` */
function* routeObjects({ file, lexed, strings }: Reading): Generator<ModuleRoute & Placed> {
  for (const match of matches(lexed, OBJECT)) {
    const open = match.index + match[0].length;
    const object = listAt(lexed, open);
    const url = literal(/\b(?:url|path):\s*([^,}\n]+)/u.exec(object)?.[1] ?? '', strings);
    const methods = /\bmethod:\s*(\[[^\]]*\]|['"`]\w+['"`])/u.exec(object)?.[1] ?? '';
    if (url === undefined) continue;
    for (const [, method = ''] of methods.matchAll(/['"`](\w+)['"`]/gu)) {
      yield {
        receiver: match[1] ?? '',
        method: method.toUpperCase(),
        path: url,
        line: file.lineAt(match.index),
        certain: true,
        offset: match.index,
      };
    }
  }
}

function methodOf(verb: string): string {
  return verb === 'all' ? 'ANY' : verb === 'del' ? 'DELETE' : verb.toUpperCase();
}

function* readMounts(reading: Reading): Generator<Mount & Placed> {
  const { strings } = reading;
  for (const { receiver, verb, list, offset } of routerCalls(reading)) {
    if (!/^(?:use|register|route)$/u.test(verb)) continue;
    const path = literal(list[0] ?? '', strings);
    if (verb === 'route' && path === undefined) continue;
    const option = /\bprefix:\s*([^,}\n]+)/u.exec(list.slice(1).join(','))?.[1];
    const prefix = verb === 'register' ? literal(option ?? '', strings) : path;
    const targets = path === undefined ? list : list.slice(1);
    for (const target of verb === 'register' ? list.slice(0, 1) : targets) {
      const mounted = mountTarget(target);
      if (mounted !== undefined) yield { receiver, prefix: prefix ?? '', ...mounted, offset };
    }
  }
}

/** `orders`, `orders.routes()`, `require('./orders')`, `require('./orders')(db)`, `import('./orders.js')` */
function mountTarget(text: string): Pick<Mount, 'target' | 'module'> | undefined {
  const required =
    /^(?:await\s+)?(?:require|import)\(\s*['"`]([^'"`]+)['"`]\s*\)(?:\.(\w+))?/u.exec(text);
  if (required !== null) {
    const name = required[2] ?? 'default';
    return {
      target: '',
      module: { from: required[1] ?? '', name: name === 'routes' ? 'default' : name },
    };
  }
  const target = /^([\w$]+)(?:\.(?:routes|middleware|default)(?:\(\))?|\([^()]*\))?$/u.exec(
    text,
  )?.[1];
  return target === undefined ? undefined : { target };
}

const INLINE =
  /(?<![.\w$])([\w$]+)\s*\.register\(\s*(?:async\s+)?(?:function\s*\w*\s*)?\(?\s*(\w+)/gu;

/** `app.register(async (api) => {…}, { prefix: '/v1' })` of Fastify. */
function inlinePlugins(
  lexed: Lexed,
  strings: ReadonlyMap<string, string>,
): {
  readonly scopes: readonly Scope[];
  readonly mounts: readonly (Mount & Placed)[];
  readonly routers: ReadonlyMap<string, Router>;
} {
  const scopes: Scope[] = [];
  const mounts: (Mount & Placed)[] = [];
  const routers = new Map<string, Router>();
  for (const match of matches(lexed, INLINE)) {
    const open = lexed.code.indexOf('(', match.index);
    const list = argumentsOf(lexed, open);
    if (
      !/^(?:async\b|function\b|\()/u.test(list[0] ?? '') ||
      !/=>|\bfunction\b/u.test(list[0] ?? '')
    )
      continue;
    const parameter = match[2] ?? '';
    const name = `${parameter}@${match.index}`;
    const prefix = literal(/\bprefix:\s*([^,}\n]+)/u.exec(list[1] ?? '')?.[1] ?? '', strings) ?? '';
    scopes.push({ start: open, end: closing(lexed.code, open), parameter, name });
    mounts.push({ receiver: match[1] ?? '', prefix, target: name, offset: match.index });
    routers.set(name, { framework: 'fastify', isRoot: false, prefix: '' });
  }
  return { scopes, mounts, routers };
}

/** Receivers inside an inline plugin by the name of its scope. */
function inScope<T extends Placed & { readonly receiver: string }>(
  found: readonly T[],
  scopes: readonly Scope[],
): T[] {
  return found.map((item) => {
    const scope = scopes.findLast(
      ({ start, end, parameter }) =>
        parameter === item.receiver && start < item.offset && item.offset < end,
    );
    return scope === undefined ? item : { ...item, receiver: scope.name };
  });
}
