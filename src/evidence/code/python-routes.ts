import { posix } from 'node:path';
import type { Finding } from '../finding.ts';
import type { SourceFile } from '../reader.ts';
import type { Lexed } from '../text/lexer.ts';
import { Mounts } from './mounts.ts';
import { routePath } from './paths.ts';
import { listAt, matches, route } from './scan.ts';

interface Router {
  readonly framework: string;
  readonly prefix: string;
}

interface PythonModule {
  readonly routers: ReadonlyMap<string, Router>;
  readonly routes: readonly PythonRoute[];
  readonly mounts: readonly {
    readonly parent: string;
    readonly target: string;
    readonly prefix: string;
    readonly replaces: boolean;
  }[];
  /** Local name → dotted module, and the name in it. */
  readonly imports: ReadonlyMap<string, { readonly module: string; readonly name: string }>;
}

interface PythonRoute {
  readonly receiver: string;
  readonly methods: readonly string[];
  readonly path: string;
  readonly line: number;
}

const ROUTER =
  /(?<![.\w])(\w+)(?:\s*:\s*\w+)?\s*=\s*(?:\w+\.)?(FastAPI|APIRouter|Flask|Blueprint|APIBlueprint|Quart|Starlette|Sanic|Bottle)(?=\()/gu;
const DECORATOR =
  /@(\w+)\.(get|post|put|patch|delete|head|options|route|api_route|websocket)(?=\()/gu;
const MOUNT = /(?<![.\w])(\w+)\.(include_router|register_blueprint|mount)(?=\()/gu;
const CONSTANT = /(?<![.\w])([A-Z][A-Z0-9_]*)(?:\s*:\s*str)?\s*=\s*["'](\/[^"'\n]*)["']/gu;
const FROM = /^[ \t]*from\s+([\w.]+)\s+import\s+(?:\(([^)]{0,5000})\)|([^\n]+))/gmu;

/** Routes of FastAPI and Flask, and of what decorates as they do. Prefixes of included routers are told in the end. */
export class PythonRoutes {
  readonly #modules = new Map<string, PythonModule>();
  /** Paths that constants of any file name, by the constant: `API_V1_STR`. */
  readonly #constants = new Map<string, string>();

  add(file: SourceFile, lexed: Lexed): void {
    for (const [, name = '', path = ''] of matches(lexed, CONSTANT))
      this.#constants.set(name, path);
    const module = readModule(file, lexed);
    if (module.routes.length > 0 || module.mounts.length > 0) this.#modules.set(file.path, module);
  }

  *findings(): Generator<Finding> {
    const { mounts, replaced } = this.#graph();
    for (const [file, module] of this.#modules) {
      for (const { receiver, methods, path: written, line } of module.routes) {
        const router = module.routers.get(receiver);
        const path = this.#filled(written);
        // A constant that no file tells.
        if (router === undefined || /^\{[A-Z][A-Z0-9_]*\}$/u.test(path)) continue;
        const node = `${file}#${receiver}`;
        const own = replaced.has(node) ? '' : this.#filled(router.prefix);
        for (const prefix of mounts.prefixes(node)) {
          const whole = routePath(prefix, own, path);
          for (const method of methods)
            yield* pythonRoute({ file, line }, router.framework, method, whole);
        }
      }
    }
  }

  #graph(): { readonly mounts: Mounts; readonly replaced: ReadonlySet<string> } {
    const mounts = new Mounts();
    const replaced = new Set<string>();
    for (const [file, module] of this.#modules) {
      for (const { parent, target, prefix, replaces } of module.mounts) {
        const child = this.#target(file, module, target);
        if (child === undefined) continue;
        const own = this.#filled(module.routers.get(parent)?.prefix ?? '');
        mounts.add(`${file}#${parent}`, child, own + this.#filled(prefix));
        if (replaces) replaced.add(child);
      }
    }
    return { mounts, replaced };
  }

  /** A prefix with the constants that it names, `{settings.API}` in an f-string or alone. */
  #filled(prefix: string): string {
    return prefix.replace(
      /\{(?:\w+\.)*([A-Z][A-Z0-9_]*)\}/gu,
      (whole, name: string) => this.#constants.get(name) ?? whole,
    );
  }

  /** `router`, `orders.router`, `app.routers.orders.router` */
  #target(file: string, module: PythonModule, target: string): string | undefined {
    const [first = '', ...rest] = target.split('.');
    if (rest.length === 0 && module.routers.has(first)) return `${file}#${first}`;
    const imported = module.imports.get(first);
    if (imported === undefined) return undefined;
    if (rest.length === 0) return this.#node(file, imported.module, imported.name);
    const inner = [imported.module, imported.name, ...rest.slice(0, -1)]
      .filter((part) => part !== '')
      .join('.');
    return this.#node(file, inner, rest.at(-1) ?? '');
  }

  #node(from: string, module: string, name: string): string | undefined {
    const dots = /^\.*/u.exec(module)?.[0].length ?? 0;
    const path = module.slice(dots).replaceAll('.', '/');
    const base = posix.join(posix.dirname(from), '../'.repeat(Math.max(dots - 1, 0)));
    const wanted = dots > 0 ? posix.join(base, path) : path;
    for (const [file, { routers }] of this.#modules) {
      const plain = file.replace(/(?:\/__init__)?\.py$/u, '');
      const isIt = dots > 0 ? plain === wanted : plain === wanted || plain.endsWith(`/${wanted}`);
      if (isIt && routers.has(name)) return `${file}#${name}`;
    }
    return undefined;
  }
}

function* pythonRoute(
  place: Pick<Finding, 'file' | 'line'>,
  framework: string,
  method: string,
  path: string,
): Generator<Finding> {
  if (method !== 'WEBSOCKET') yield* route(place, framework, method, path);
  else yield { kind: 'websocket', what: framework, value: path, confidence: 'certain', ...place };
}

function readModule(file: SourceFile, lexed: Lexed): PythonModule {
  const routers = new Map<string, Router>();
  for (const { 0: whole, 1: name = '', 2: type = '', index } of matches(lexed, ROUTER)) {
    const list = listAt(lexed, index + whole.length);
    const framework = /Flask|Blueprint/u.test(type)
      ? 'flask'
      : /FastAPI|APIRouter/u.test(type)
        ? 'fastapi'
        : type.toLowerCase();
    routers.set(name, { framework, prefix: named(list, '(?:url_)?prefix') });
  }
  const routes = [...matches(lexed, DECORATOR)].flatMap(
    ({ 0: whole, 1: receiver = '', 2: verb = '', index }) => {
      const list = listAt(lexed, index + whole.length);
      const [, text, constant] =
        /^\s*(?:path\s*=\s*|rule\s*=\s*)?(?:f?["']([^"']*)["']|([A-Z][A-Z0-9_]*)\s*(?:,|$))/u.exec(
          list,
        ) ?? [];
      const path = text ?? (constant === undefined ? undefined : `{${constant}}`);
      return path === undefined
        ? []
        : [{ receiver, methods: methodsOf(verb, list), path, line: file.lineAt(index) }];
    },
  );
  const mounts = [...matches(lexed, MOUNT)].flatMap(
    ({ 0: whole, 1: parent = '', 2: verb = '', index }) => {
      const list = listAt(lexed, index + whole.length);
      const path =
        verb === 'mount'
          ? (/^\s*["']([^"']*)["']\s*,/u.exec(list)?.[1] ?? '')
          : named(list, '(?:url_)?prefix');
      const target = /^(?:\s*["'][^"']*["']\s*,)?\s*(?:\w+\s*=\s*)?([\w.]+)/u.exec(list)?.[1];
      const replaces = verb === 'register_blueprint' && path !== '';
      return target === undefined ? [] : [{ parent, target, prefix: path, replaces }];
    },
  );
  return { routers, routes, mounts, imports: readImports(lexed) };
}

function named(list: string, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:f?["']([^"']*)["']|([\\w.]+))`, 'u').exec(list);
  return found?.[1] ?? (found?.[2] === undefined ? '' : `{${found[2]}}`);
}

function methodsOf(verb: string, list: string): string[] {
  if (verb !== 'route' && verb !== 'api_route') return [verb.toUpperCase()];
  const written = /\bmethods?\s*=\s*(?:[[({]([^\])}]*)|["']\w+["'])/u.exec(list);
  const methods = [...(written?.[1] ?? written?.[0] ?? '').matchAll(/["'](\w+)["']/gu)].map(
    ([, method = '']) => method.toUpperCase(),
  );
  return methods.length > 0 ? methods : ['GET'];
}

function readImports(lexed: Lexed): PythonModule['imports'] {
  const imports = new Map<string, { module: string; name: string }>();
  for (const [, module = '', inBrackets, plain = ''] of lexed.text.matchAll(FROM)) {
    for (const part of (inBrackets ?? plain).split(',')) {
      const [name = '', local = name] = part.trim().split(/\s+as\s+/u);
      if (/^\w+$/u.test(name)) imports.set(local, { module, name });
    }
  }
  for (const [, module = '', local] of lexed.text.matchAll(
    /^[ \t]*import\s+([\w.]+)(?:\s+as\s+(\w+))?/gmu,
  )) {
    imports.set(local ?? module.split('.')[0] ?? '', {
      module: local === undefined ? (module.split('.')[0] ?? '') : module,
      name: '',
    });
  }
  return imports;
}
