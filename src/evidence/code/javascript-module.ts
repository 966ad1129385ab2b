import type { SourceFile } from '../reader.ts';
import type { Lexed } from '../text/lexer.ts';
import { type Autoload, autoloads } from './javascript-autoload.ts';
import { declaredRoutes } from './javascript-declared-routes.ts';
import { constants, literal } from './javascript-expressions.ts';
import { defaultExport, type Import, readImports } from './javascript-imports.ts';
import { inlinePlugins, inScope } from './javascript-inline-plugins.ts';
import { readMounts } from './javascript-mounts.ts';
import type { ModuleRoute, Mount, Reading, Router } from './javascript-reading.ts';
import { closing, listAt, matches } from './scan.ts';

/** What one file says about routes. */
export interface Module {
  readonly framework: string;
  readonly routers: ReadonlyMap<string, Router>;
  readonly routes: readonly ModuleRoute[];
  readonly mounts: readonly Mount[];
  readonly autoloads: readonly Autoload[];
  /** Local name → what it is imported from. */
  readonly imports: ReadonlyMap<string, Import>;
  /** The variable that `export default` or `module.exports` gives; `default` if that has no name. */
  readonly defaultExport: string;
}

const FRAMEWORKS = [
  ['fastify', /['"]fastify(?:-plugin)?['"]/u],
  ['koa', /['"](?:koa|@?koa[/-]router)['"]/u],
  ['hono', /['"]hono(?:\/[\w-]+)?['"]/u],
  ['restify', /['"]restify['"]/u],
  ['express', /['"]express(?:-promise-router)?['"]/u],
] as const;

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
    routes: inScope(declaredRoutes(reading), inline.scopes),
    mounts: inScope([...readMounts(reading), ...inline.mounts], inline.scopes),
    autoloads: [...autoloads(reading)],
    imports: readImports(lexed),
    defaultExport: defaultExport(lexed),
  };
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
