import type { Finding } from '../finding.ts';
import type { SourceFile } from '../reader.ts';
import type { Lexed } from '../text/lexer.ts';
import { pathOfExpression, routePath } from './paths.ts';
import type { PythonClasses } from './python-classes.ts';
import { listAt, matches, route } from './scan.ts';

interface ClassRoute {
  readonly framework: string;
  readonly path: string;
  /** The class that answers. */
  readonly handler: string;
  readonly file: string;
  readonly line: number;
}

/** `(r"/items/(.+)", ItemHandler)`, `url(r"/", views.Main, name='main')` */
const TORNADO_ENTRY =
  /(?<![\w.)\]])(?:url|URLSpec|Rule)?(?=\(\s*r?["']\/[^"']*["']\s*,\s*[A-Za-z_])/gu;
/** Flask-RESTful's `api.add_resource(Items, '/items', '/items/<id>')` */
const ADD_RESOURCE = /\b\w+\.add_resource(?=\()/gu;
/** Flask's `app.add_url_rule('/items', view_func=ItemView.as_view('items'))` */
const ADD_URL_RULE = /\b\w+\.add_url_rule(?=\()/gu;
/** `@ns.route('/items')` over a class, as Flask-RESTX has it */
const CLASS_DECORATOR = /@(\w+)\.route(?=\()/gu;
const NAMESPACE = /(?<![.\w])(\w+)\s*=\s*(?:\w+\.)?Namespace(?=\()/gu;

/** Routes whose methods are those of a class: Tornado's handlers, Flask's views and resources. */
export class PythonClassRoutes {
  readonly #routes: ClassRoute[] = [];
  readonly #classes: PythonClasses;

  constructor(classes: PythonClasses) {
    this.#classes = classes;
  }

  add(file: SourceFile, lexed: Lexed): void {
    if (/\btornado\b/u.test(lexed.code)) this.#routes.push(...tornadoRoutes(file, lexed));
    this.#routes.push(...flaskRoutes(file, lexed), ...decorated(file, lexed));
  }

  *findings(): Generator<Finding> {
    for (const { framework, path, handler, file, line } of this.#routes) {
      for (const verb of this.#classes.verbs(handler)) {
        yield* route({ file, line }, framework, verb, path);
      }
    }
  }
}

function* tornadoRoutes(file: SourceFile, lexed: Lexed): Generator<ClassRoute> {
  for (const { 0: whole, index } of matches(lexed, TORNADO_ENTRY)) {
    const list = listAt(lexed, index + whole.length);
    const [, path = '', handler = ''] = /^\s*r?["']([^"']*)["']\s*,\s*([\w.]+)/u.exec(list) ?? [];
    yield {
      framework: 'tornado',
      path: routePath(pathOfExpression(path)),
      handler: lastOf(handler),
      file: file.path,
      line: file.lineAt(index),
    };
  }
}

function* flaskRoutes(file: SourceFile, lexed: Lexed): Generator<ClassRoute> {
  for (const { 0: whole, index } of matches(lexed, ADD_RESOURCE)) {
    const list = listAt(lexed, index + whole.length);
    const handler = /^\s*([\w.]+)/u.exec(list)?.[1] ?? '';
    for (const [, path = ''] of list.matchAll(/["'](\/[^"']*)["']/gu)) {
      yield placed(file, index, path, handler);
    }
  }
  for (const { 0: whole, index } of matches(lexed, ADD_URL_RULE)) {
    const list = listAt(lexed, index + whole.length);
    const path = /^\s*(?:rule\s*=\s*)?["']([^"']*)["']/u.exec(list)?.[1];
    const handler = /([\w.]+)\.as_view\(/u.exec(list)?.[1];
    if (path !== undefined && handler !== undefined) yield placed(file, index, path, handler);
  }
}

function* decorated(file: SourceFile, lexed: Lexed): Generator<ClassRoute> {
  const prefixes = new Map<string, string>();
  for (const { 0: whole, 1: name = '', index } of matches(lexed, NAMESPACE)) {
    const list = listAt(lexed, index + whole.length);
    const path = /\bpath\s*=\s*["']([^"']*)["']/u.exec(list)?.[1];
    prefixes.set(name, path ?? /^\s*["']([^"']*)["']/u.exec(list)?.[1] ?? '');
  }
  for (const { 0: whole, 1: receiver = '', index } of matches(lexed, CLASS_DECORATOR)) {
    const open = index + whole.length;
    const list = listAt(lexed, open);
    const after = lexed.code.slice(open + list.length + 2, open + list.length + 500);
    const handler = /^\s*(?:@[^\n]*\n\s*)*class\s+(\w+)/u.exec(after)?.[1];
    if (handler === undefined) continue;
    for (const [, path = ''] of list.matchAll(/(?<![=\w]\s*)["'](\/[^"']*)["']/gu)) {
      yield placed(file, index, routePath(prefixes.get(receiver) ?? '', path), handler);
    }
  }
}

function placed(file: SourceFile, offset: number, path: string, handler: string): ClassRoute {
  return {
    framework: 'flask',
    path: routePath(path),
    handler: lastOf(handler),
    file: file.path,
    line: file.lineAt(offset),
  };
}

/** `handlers.Main` → `Main` */
function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
