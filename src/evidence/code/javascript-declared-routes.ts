import { routerCalls } from './javascript-calls.ts';
import { literal, literals } from './javascript-expressions.ts';
import type { ModuleRoute, Placed, Reading } from './javascript-reading.ts';
import { argumentsOf, closing, listAt, matches } from './scan.ts';

const LIKELY_RECEIVER =
  /^(?:app|api|server|fastify|instance|router|routes|\w*(?:Router|Routes|App|Api))$/u;

/** The routes of a file, in every form that the frameworks have for them. */
export function declaredRoutes(reading: Reading): readonly (ModuleRoute & Placed)[] {
  return [
    ...verbCalls(reading),
    ...methodFirstCalls(reading),
    ...routeChains(reading),
    ...routeObjects(reading),
  ];
}

/** `router.get('/x', handler)` */
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

const METHOD_FIRST =
  /(?<![.\w$])([\w$]+)\s*\.(?:route|on|add)(?=\(\s*['"](?:GET|POST|PUT|PATCH|DELETE)['"]\s*,\s*['"`]\/)/gu;

/** `router.on('GET', '/x', handler)`, as find-my-way has it, and routers that services write for themselves. */
function* methodFirstCalls(reading: Reading): Generator<ModuleRoute & Placed> {
  const { file, lexed, routers, parameters, strings } = reading;
  for (const { 0: whole, 1: receiver = '', index: offset } of matches(lexed, METHOD_FIRST)) {
    const [first = '', second = '', ...rest] = argumentsOf(lexed, offset + whole.length);
    const [method, path] = [literal(first, strings), literal(second, strings)];
    if (method === undefined || path === undefined || rest.length === 0) continue;
    const certain = routers.has(receiver) || parameters.has(receiver);
    yield { receiver, method, path, line: file.lineAt(offset), certain, offset };
  }
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
