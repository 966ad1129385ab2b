import { posix } from 'node:path';
import type { Finding } from '../finding.ts';
import type { SourceFile } from '../reader.ts';
import type { Lexed } from '../text/lexer.ts';
import { type Module, type Mount, readModule } from './javascript-module.ts';
import { routePath } from './paths.ts';
import { route } from './scan.ts';

/**
 * Routes of Express, Fastify, Koa, Hono and their like. A router's prefix stands where another file mounts it, so the
 * routes are told when every file is read.
 */
export class JavaScriptRoutes {
  readonly #modules = new Map<string, Module>();

  add(file: SourceFile, lexed: Lexed): void {
    const module = readModule(file, lexed);
    if (module.routes.length > 0 || module.mounts.length > 0) this.#modules.set(file.path, module);
  }

  *findings(): Generator<Finding> {
    for (const [path, module] of this.#modules) {
      for (const { receiver, method, path: own, line, certain } of module.routes) {
        const prefixes = this.#prefixes(path, receiver, new Set());
        const what = module.routers.get(receiver)?.framework ?? module.framework;
        for (const prefix of prefixes) {
          const confidence = certain ? 'certain' : 'likely';
          yield* route({ file: path, line }, what, method, routePath(prefix, own), confidence);
        }
      }
    }
  }

  /** Every prefix under which a router of a module is mounted; `['']` if nothing mounts it. */
  #prefixes(path: string, receiver: string, seen: ReadonlySet<string>): string[] {
    const key = `${path}#${receiver}`;
    const router = this.#modules.get(path)?.routers.get(receiver);
    if (router?.isRoot || seen.has(key)) return [''];
    const around = new Set([...seen, key]);
    const found: string[] = [];
    for (const [parent, module] of this.#modules) {
      for (const mount of module.mounts) {
        if (!this.#isTarget(parent, module, mount, path, receiver)) continue;
        for (const prefix of this.#prefixes(parent, mount.receiver, around)) {
          found.push(prefix + slashed(mount.prefix));
        }
      }
    }
    const own = slashed(router?.prefix ?? '');
    return found.length > 0 ? [...new Set(found)].map((prefix) => prefix + own) : [own];
  }

  #isTarget(parent: string, module: Module, mount: Mount, path: string, receiver: string): boolean {
    const target = this.#modules.get(path);
    if (target === undefined) return false;
    const imported = mount.module ?? module.imports.get(mount.target);
    if (imported === undefined) return parent === path && mount.target === receiver;
    if (resolveModule(parent, imported.from, this.#modules) !== path) return false;
    const exported = imported.name === 'default' ? target.defaultExport : imported.name;
    if (exported !== undefined && target.routers.has(exported)) return exported === receiver;
    return true;
  }
}

function slashed(prefix: string): string {
  return prefix === '' || prefix.startsWith('/') ? prefix : `/${prefix}`;
}

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
  const bases = [target, target.replace(/\.[cm]?js$/u, '')];
  return bases
    .flatMap((base) => EXTENSIONS.map((extension) => base + extension))
    .find((path) => modules.has(path));
}
