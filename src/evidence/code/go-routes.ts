import { posix } from 'node:path';
import type { Finding } from '../finding.ts';
import type { SourceFile } from '../reader.ts';
import type { Lexed } from '../text/lexer.ts';
import { type GoFunction, inside, readFunctions } from './go-functions.ts';
import { Mounts } from './mounts.ts';
import { routePath } from './paths.ts';
import { argumentsOf, closing, matches, route } from './scan.ts';

const FRAMEWORKS = [
  ['gin', /"github\.com\/gin-gonic\/gin"/u],
  ['chi', /"github\.com\/go-chi\/chi(?:\/v\d+)?"/u],
  ['echo', /"github\.com\/labstack\/echo(?:\/v\d+)?"/u],
  ['fiber', /"github\.com\/gofiber\/fiber(?:\/v\d+)?"/u],
  ['gorilla-mux', /"github\.com\/gorilla\/mux"/u],
  ['httprouter', /"github\.com\/julienschmidt\/httprouter"/u],
  ['net-http', /"net\/http"/u],
] as const;

interface GoFile {
  readonly path: string;
  readonly functions: readonly GoFunction[];
  readonly routes: readonly GoRoute[];
  readonly calls: readonly {
    readonly node: string;
    readonly prefix: string;
    readonly name: string;
    readonly qualifier: string;
    readonly index: number;
  }[];
}

interface GoRoute {
  readonly node: string;
  readonly prefix: string;
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly line: number;
  readonly certain: boolean;
}

const MADE =
  /(?<![.\w])(\w+)\s*:?=\s*(?:gin\.(?:Default|New)|chi\.New(?:Router|Mux)|echo\.New|fiber\.New|mux\.NewRouter|httprouter\.New|http\.NewServeMux)(?=\()/gu;
const GROUP = /(?<![.\w])(\w+)\s*:?=\s*([\w.]+)\.(?:(?:Group|PathPrefix)\(\s*"([^"]*)"|With\()/gu;
const VERB =
  /(?<![\w"])((?:\w+\.){0,5}\w+)(?:\.With\((?:[^()]|\([^()]*\))*\))?\.(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|Any|Get|Post|Put|Patch|Delete|Head|Options|All|Handle|HandleFunc|MethodFunc|Method)\(\s*(?:"([A-Z]+)",\s*)?(?:[\w.]{1,100}\s*\+\s*)?"([^"]*)"\s*,/gu;
/** `r.Methods("GET").Path("/x").Handler(…)` of gorilla/mux, in either order. */
const CHAIN =
  /(?<![\w"])((?:\w+\.){0,5}\w+)\.(?:Methods\(([^()]*)\)\.(?:Path|PathPrefix)\(\s*"([^"]*)"\)|Path\(\s*"([^"]*)"\)\.Methods\(([^()]*)\))(?=[\s\S]{0,200}?\.Handler(?:Func)?\()/gu;
const NESTED =
  /(?<![\w"])((?:\w+\.){0,5}\w+)\.(?:Route|Group)\(\s*(?:"([^"]*)"\s*,\s*)?func\(\s*(\w+)\s/gu;
const CALL = /(?<![\w"])(?:(\w+)\.)?(\w+)\(/gu;
const LIKELY =
  /^(?:r|e|app|api|mux|router|engine|group|rg|g|server|v\d)$|(?:[rR]outer|[gG]roup|Mux)$/u;

/** Routes of gin, chi, echo, fiber, gorilla/mux and net/http. Groups that are handed to other functions keep their prefix. */
export class GoRoutes {
  readonly #files: GoFile[] = [];

  add(file: SourceFile, lexed: Lexed): void {
    const what = FRAMEWORKS.find(([, pattern]) => pattern.test(lexed.text))?.[0];
    if (what === undefined) return;
    const read = readFile(file, lexed, what);
    if (read.routes.length > 0 || read.calls.length > 0) this.#files.push(read);
  }

  *findings(): Generator<Finding> {
    const mounts = this.#graph();
    for (const { path: file, routes } of this.#files) {
      for (const { node, prefix, what, method, path, line, certain } of routes) {
        for (const outer of mounts.prefixes(node)) {
          yield* route(
            { file, line },
            what,
            method,
            routePath(outer, prefix, path),
            certain ? 'certain' : 'likely',
          );
        }
      }
    }
  }

  #graph(): Mounts {
    const mounts = new Mounts();
    const byName = new Map<string, { readonly file: string; readonly called: GoFunction }[]>();
    for (const { path, functions } of this.#files) {
      for (const called of functions) {
        byName.set(called.name, [...(byName.get(called.name) ?? []), { file: path, called }]);
      }
    }
    for (const { path, calls } of this.#files) {
      for (const { node, prefix, name, qualifier, index } of calls) {
        const all = byName.get(name) ?? [];
        const folder = posix.dirname(path);
        const near = all.filter(
          ({ file }) =>
            posix.basename(posix.dirname(file)) === qualifier ||
            (qualifier === '' && posix.dirname(file) === folder),
        );
        for (const { file, called } of near.length > 0 ? near : all) {
          const parameter = called.parameters[index];
          if (parameter !== undefined && parameter !== '')
            mounts.add(node, `${file}#${name}#${parameter}`, prefix);
        }
      }
    }
    return mounts;
  }
}

/** A group of a function: the router it stands on, and its prefix there. */
interface Group {
  readonly node: string;
  readonly prefix: string;
}

/** What the patterns of this file find, in the order of the source. */
interface Found {
  readonly made: readonly RegExpExecArray[];
  readonly groups: readonly RegExpExecArray[];
  readonly nested: readonly RegExpExecArray[];
  readonly verbs: readonly RegExpExecArray[];
  readonly chains: readonly RegExpExecArray[];
  readonly calls: readonly RegExpExecArray[];
}

function readFile(file: SourceFile, lexed: Lexed, what: string): GoFile {
  const functions = readFunctions(lexed);
  const all = (pattern: RegExp): readonly RegExpExecArray[] => [...matches(lexed, pattern)];
  const found: Found = {
    made: all(MADE),
    groups: all(GROUP),
    nested: all(NESTED),
    verbs: all(VERB),
    chains: all(CHAIN),
    calls: all(CALL),
  };
  const routes: GoRoute[] = [];
  const calls: GoFile['calls'][number][] = [];
  for (const current of functions) {
    const groups = groupsOf(file, found, current);
    const scopes = nestedScopes(lexed, found, current);
    const within = { file, lexed, found, current, groups, scopes, what };
    routes.push(...routesOf(within), ...chainsOf(within));
    calls.push(...callsOf(within));
  }
  return { path: file.path, functions, routes, calls };
}

function groupsOf(file: SourceFile, found: Found, current: GoFunction): Map<string, Group> {
  const groups = new Map<string, Group>();
  const node = (name: string): string => `${file.path}#${current.name}#${name}`;
  for (const name of current.parameters)
    if (name !== '') groups.set(name, { node: node(name), prefix: '' });
  for (const [, name = ''] of inside(found.made, current))
    groups.set(name, { node: node(name), prefix: '' });
  for (const [, name = '', parent = '', prefix = ''] of inside(found.groups, current)) {
    const outer = groups.get(parent) ?? { node: node(parent), prefix: '' };
    groups.set(name, { node: outer.node, prefix: outer.prefix + prefix });
  }
  return groups;
}

interface Scope {
  readonly start: number;
  readonly end: number;
  readonly receiver: string;
  readonly parameter: string;
  readonly prefix: string;
}

/** `r.Route("/x", func(r chi.Router) {…})` */
function nestedScopes(lexed: Lexed, found: Found, current: GoFunction): Scope[] {
  return inside(found.nested, current).map(
    ({ 1: receiver = '', 2: prefix = '', 3: parameter = '', index }) => {
      const open = lexed.code.indexOf('(', index);
      return { start: open, end: closing(lexed.code, open), receiver, parameter, prefix };
    },
  );
}

interface Within {
  readonly file: SourceFile;
  readonly lexed: Lexed;
  readonly found: Found;
  readonly current: GoFunction;
  readonly groups: ReadonlyMap<string, Group>;
  readonly scopes: readonly Scope[];
  readonly what: string;
}

/** The router a name stands for at an offset, through the functions around it. */
function groupAt(within: Within, name: string, offset: number): Group | undefined {
  const scope = within.scopes.findLast(
    ({ start, end, parameter }) => parameter === name && start < offset && offset < end,
  );
  if (scope === undefined) return within.groups.get(name);
  const outer = groupAt(within, scope.receiver, scope.start - 1) ?? {
    node: `${within.file.path}#${within.current.name}#${scope.receiver}`,
    prefix: '',
  };
  return { node: outer.node, prefix: outer.prefix + scope.prefix };
}

function* routesOf(within: Within): Generator<GoRoute> {
  const { file, lexed, found, current, what } = within;
  for (const match of inside(found.verbs, current)) {
    const [, receiver = '', verb = '', given, path = ''] = match;
    const last = receiver.split('.').at(-1) ?? '';
    const group = groupAt(within, receiver, match.index);
    const isStandard = receiver === 'http' && /^Handle(?:Func)?$/u.test(verb);
    if (group === undefined && !isStandard && !LIKELY.test(last)) continue;
    if (!/^(?:\/|$|[A-Z]+ )/u.test(path) && group === undefined) continue;
    const [, method, rest] = /^(?:([A-Z]+) )?(?:[\w.]+(?=\/))?(.*)$/u.exec(path) ?? [];
    const { node, prefix } = group ?? { node: `${file.path}##${receiver}`, prefix: '' };
    const place = {
      node,
      prefix,
      line: file.lineAt(match.index),
      certain: group !== undefined || isStandard,
    };
    const kind = isStandard ? 'net-http' : what;
    for (const one of method === undefined ? methodsOf(lexed, match, given ?? verb) : [method]) {
      yield { ...place, what: kind, method: one, path: rest ?? '' };
    }
  }
}

function* chainsOf(within: Within): Generator<GoRoute> {
  const { file, found, current, what } = within;
  for (const match of inside(found.chains, current)) {
    const [, receiver = '', before, path, pathBefore, after] = match;
    const group = groupAt(within, receiver, match.index);
    if (group === undefined) continue;
    const place = { ...group, what, line: file.lineAt(match.index), certain: true };
    for (const method of namedMethods(before ?? after ?? '')) {
      yield { ...place, method, path: path ?? pathBefore ?? '' };
    }
  }
}

/** The methods in a list of texts and of constants of net/http. */
function namedMethods(list: string): string[] {
  return [...list.matchAll(/"([A-Z]+)"|http\.Method(\w+)/gu)].map(
    ([, text, constant = '']) => text ?? constant.toUpperCase(),
  );
}

/** The verb, or what gorilla/mux's `.Methods("GET", "POST")` after the call says. */
function methodsOf(lexed: Lexed, match: RegExpExecArray, verb: string): string[] {
  if (!/^(?:Any|All|Handle|HandleFunc)$/u.test(verb)) return [verb.toUpperCase()];
  const end = closing(lexed.code, lexed.code.lastIndexOf('(', match.index + match[0].length));
  const methods = /^\s*\.Methods\(([^)]*)\)/u.exec(lexed.text.slice(end, end + 200))?.[1] ?? '';
  const named = namedMethods(methods);
  return named.length > 0 ? named : ['ANY'];
}

/** The router that an expression is: a name, or a group that is made on the spot, `v1.Group("/users")`. */
function groupOf(within: Within, expression: string, offset: number): Group | undefined {
  const [, name = '', prefix = ''] =
    /^(\w+)(?:\.(?:Group|PathPrefix)\(\s*"([^"]{0,300})"[\s\S]{0,300}\))?$/u.exec(expression) ?? [];
  const group = groupAt(within, name, offset);
  return group === undefined ? undefined : { node: group.node, prefix: group.prefix + prefix };
}

/** Calls that hand a router to another function. */
function* callsOf(within: Within): Generator<GoFile['calls'][number]> {
  const { lexed, found, current } = within;
  for (const match of inside(found.calls, current)) {
    const list = argumentsOf(lexed, match.index + match[0].length - 1);
    for (const [index, argument] of list.entries()) {
      const group = groupOf(within, argument, match.index);
      if (group !== undefined)
        yield { ...group, name: match[2] ?? '', qualifier: match[1] ?? '', index };
    }
  }
}
