import { posix } from 'node:path';
import type { Finding } from '../finding.ts';
import type { SourceFile } from '../reader.ts';
import type { Lexed } from '../text/lexer.ts';
import { autoloadedPrefix } from './javascript-autoload.ts';
import { type Module, readModule } from './javascript-module.ts';
import type { Mount } from './javascript-reading.ts';
import { Mounts } from './mounts.ts';
import { routePath } from './paths.ts';
import { route } from './scan.ts';

/**
 * Routes of Express, Fastify, Koa, Hono and their like. A router's prefix stands where another file mounts it, so the
 * routes are told when every file is read.
 */
export class JavaScriptRoutes {
  readonly #modules = new Map<string, Module>();

  add(file: SourceFile, lexed: Lexed): void {
    if (!MAY_ROUTE.test(lexed.code)) return;
    const module = readModule(file, lexed);
    const { routes, mounts, autoloads } = module;
    if (routes.length + mounts.length + autoloads.length > 0) this.#modules.set(file.path, module);
  }

  *findings(): Generator<Finding> {
    const mounts = this.#graph();
    for (const [file, module] of this.#modules) {
      for (const { receiver, method, path, line, certain } of module.routes) {
        const router = module.routers.get(receiver);
        const what = router?.framework ?? module.framework;
        for (const prefix of mounts.prefixes(this.#node(file, receiver))) {
          const whole = routePath(prefix, router?.prefix ?? '', path);
          yield* route({ file, line }, what, method, whole, certain ? 'certain' : 'likely');
        }
      }
    }
  }

  #graph(): Mounts {
    const mounts = new Mounts();
    for (const [file, module] of this.#modules) {
      for (const mount of module.mounts) {
        const parent = this.#node(file, mount.receiver);
        const prefix = (module.routers.get(mount.receiver)?.prefix ?? '') + mount.prefix;
        for (const child of this.#targets(file, module, mount)) mounts.add(parent, child, prefix);
      }
      for (const autoload of module.autoloads) {
        const parent = this.#node(file, autoload.receiver);
        for (const path of this.#modules.keys()) {
          const prefix = autoloadedPrefix(autoload, path);
          if (prefix !== undefined && path !== file) mounts.add(parent, `${path}#`, prefix);
        }
      }
    }
    return mounts;
  }

  /** A router that the file makes, or the one that it is given as a plugin's parameter. */
  #node(file: string, receiver: string): string {
    return `${file}#${this.#modules.get(file)?.routers.has(receiver) ? receiver : ''}`;
  }

  /** What is mounted: the named router, else every router that the file gives away. */
  #targets(file: string, module: Module, mount: Mount): string[] {
    const imported = mount.module ?? module.imports.get(mount.target);
    if (imported === undefined)
      return module.routers.has(mount.target) ? [`${file}#${mount.target}`] : [];
    const path = resolveModule(file, imported.from, this.#modules);
    const target = path === undefined ? undefined : this.#modules.get(path);
    if (path === undefined || target === undefined || path === file) return [];
    const name = imported.name === 'default' ? target.defaultExport : imported.name;
    if (name !== undefined && target.routers.has(name)) return [`${path}#${name}`];
    const inner = [...target.routers].filter(([, { isRoot }]) => !isRoot).map(([router]) => router);
    return [
      `${path}#`,
      ...inner.filter((router) => !router.includes('@')).map((router) => `${path}#${router}`),
    ];
  }
}

/** A router is made, given or mounted under one of these words. */
const MAY_ROUTE =
  /\b(?:app|api|server|instance|express|fastify|\w*[rR]outes?|\w*[rR]outer|\w+App|\w+Api|Koa|Hono)\b/u;

const EXTENSIONS = [
  '',
  '.js',
  '.ts',
  '.mjs',
  '.cjs',
  '.mts',
  '.cts',
  '/index.js',
  '/index.ts',
  '/index.mjs',
];

function resolveModule(
  from: string,
  specifier: string,
  modules: ReadonlyMap<string, unknown>,
): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const target = posix.join(posix.dirname(from), specifier);
  return [target, target.replace(/\.[cm]?js$/u, '')]
    .flatMap((base) => EXTENSIONS.map((extension) => base + extension))
    .find((path) => modules.has(path));
}
