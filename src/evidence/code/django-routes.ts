import type { Finding } from '../finding.ts';
import type { SourceFile } from '../reader.ts';
import type { Lexed } from '../text/lexer.ts';
import { djangoMethods, viewSetRoutes } from './django-views.ts';
import { Mounts } from './mounts.ts';
import { pathOfExpression, routePath } from './paths.ts';
import type { PythonClasses } from './python-classes.ts';
import { listAt, matches, route } from './scan.ts';

/** A line of `urlpatterns` or of a router. */
interface Entry {
  /** The list of patterns, or the router that it is in: its node. */
  readonly node: string;
  readonly path: string;
  readonly line: number;
  readonly file: string;
  /** What answers: `views.index`, `OrderView.as_view()`, a view set. */
  readonly view: string;
  readonly isViewSet: boolean;
}

const PATTERN = /(?<![.\w])(path|re_path|url)(?=\(\s*(?:_\()?r?["'])/gu;
const REGISTER = /(?<![.\w])(\w+)\.register(?=\(\s*r?["'])/gu;
const ROUTER_URLS = /\burlpatterns\s*\+?=\s*(?:format_suffix_patterns\()?(\w+)\.urls\b/gu;
const FUNCTION_VIEW = /((?:^@[^\n]*\n){1,20})^(?:async\s+)?def\s+(\w+)/gmu;

/**
 * Routes of Django's URL configurations and of the routers of its REST framework. Prefixes stand where another
 * configuration includes one, so they are told in the end (Django, "URL dispatcher"; Django REST framework, "Routers").
 */
export class DjangoRoutes {
  readonly #entries: Entry[] = [];
  readonly #includes: {
    readonly parent: string;
    readonly child: string;
    readonly prefix: string;
  }[] = [];
  /** Methods that decorators of functions allow, by the function's name. */
  readonly #functions = new Map<string, readonly string[]>();
  readonly #classes: PythonClasses;

  constructor(classes: PythonClasses) {
    this.#classes = classes;
  }

  add(file: SourceFile, lexed: Lexed): void {
    this.#addFunctions(lexed);
    if (!/\burlpatterns\b|\bRouter\(/u.test(lexed.code)) return;
    for (const match of matches(lexed, PATTERN)) this.#addPattern(file, lexed, match);
    for (const { 0: whole, 1: router = '', index } of matches(lexed, REGISTER)) {
      const list = listAt(lexed, index + whole.length);
      const [, path = '', view = ''] = /^\s*r?["']([^"']*)["']\s*,\s*([\w.]+)/u.exec(list) ?? [];
      const node = `${file.path}#${router}`;
      const line = file.lineAt(index);
      this.#entries.push({ node, path, line, file: file.path, view, isViewSet: true });
    }
    for (const [, router = ''] of matches(lexed, ROUTER_URLS)) {
      this.#include(file.path, `${file.path}#${router}`, '');
    }
  }

  *findings(): Generator<Finding> {
    const mounts = new Mounts();
    for (const { parent, child, prefix } of this.#includes) {
      for (const node of this.#nodes(child)) mounts.add(parent, node, prefix);
    }
    for (const entry of this.#entries) {
      const { node, file, line } = entry;
      for (const prefix of mounts.prefixes(node)) {
        for (const [method, path] of this.#answers(entry)) {
          yield* route({ file, line }, 'django', method, routePath(prefix, path));
        }
      }
    }
  }

  #answers({ path, view, isViewSet }: Entry): readonly (readonly [method: string, path: string])[] {
    const name =
      view
        .replace(/\.as_view$/u, '')
        .split('.')
        .at(-1) ?? '';
    if (isViewSet) return viewSetRoutes(this.#classes, name, path);
    const methods = view.endsWith('.as_view')
      ? djangoMethods(this.#classes, name)
      : (this.#functions.get(name) ?? ['ANY']);
    return methods.map((method) => [method, path]);
  }

  #addPattern(file: SourceFile, lexed: Lexed, { 0: whole, 1: kind, index }: RegExpExecArray): void {
    const list = listAt(lexed, index + whole.length);
    const [head, written = ''] = /^\s*(?:_\()?r?["']([^"']*)["']\)?\s*,\s*/u.exec(list) ?? [];
    if (head === undefined) return;
    const path = kind === 'path' ? written : pathOfExpression(written);
    const target = list.slice(head.length);
    const included = /^include\(\s*\(?\s*(?:["']([\w.]+)["']|(\w+)\.urls|(\w+))/u.exec(target);
    if (included !== null) {
      const [, module, router, list] = included;
      const child = module ?? `${file.path}#${router ?? list ?? ''}`;
      this.#include(file.path, child, path);
      return;
    }
    const view = /^(?:\w+\()*([\w.]+)/u.exec(target)?.[1];
    // Django's own administration is many pages, none of them the service's.
    if (view === undefined || /\bsite\.urls$|^RedirectView/u.test(view)) return;
    const line = file.lineAt(index);
    this.#entries.push({ node: file.path, path, line, file: file.path, view, isViewSet: false });
  }

  #include(parent: string, child: string, prefix: string): void {
    this.#includes.push({ parent, child, prefix });
  }

  /** The nodes that `app.urls` names, by the end of their path; a router of this or another file by its name. */
  #nodes(child: string): readonly string[] {
    const nodes = new Set([
      ...this.#entries.map(({ node }) => node),
      ...this.#includes.map(({ parent }) => parent),
    ]);
    if (child.includes('#')) {
      const router = child.slice(child.indexOf('#'));
      if (nodes.has(child)) return [child];
      return [...nodes].filter((node) => node.endsWith(router));
    }
    const path = child.replaceAll('.', '/');
    return [...nodes].filter((node) => {
      const plain = node.replace(/(?:\/__init__)?\.py$/u, '');
      return plain === path || plain.endsWith(`/${path}`);
    });
  }

  #addFunctions({ text }: Lexed): void {
    for (const [, decorators = '', name = ''] of text.matchAll(FUNCTION_VIEW)) {
      const list = /@(?:api_view|require_http_methods)\(\s*[[(]([^\])]*)/u.exec(decorators)?.[1];
      const single = /@require_(GET|POST|safe)\b/u.exec(decorators)?.[1];
      const methods = [...(list ?? '').matchAll(/["'](\w+)["']/gu)].map(([, one = '']) => one);
      if (methods.length > 0) this.#functions.set(name, methods);
      else if (single !== undefined)
        this.#functions.set(name, [single === 'safe' ? 'GET' : single]);
    }
  }
}
