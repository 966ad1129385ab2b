import type { Finding } from '../finding.ts';
import { at, type SourceFile } from '../reader.ts';
import type { Lexed } from '../text/lexer.ts';
import { firstFrom } from '../text/sorted.ts';
import { type Annotation, annotationStrings, type JavaFile } from './java-classes.ts';
import { routePath } from './paths.ts';
import { closing, matches, route } from './scan.ts';

type Constants = ReadonlyMap<string, string>;

/** Routes of Spring MVC and WebFlux, of Jakarta REST and of Micronaut. */
export function* javaRoutes(
  file: SourceFile,
  lexed: Lexed,
  source: JavaFile,
  constants: Constants,
): Generator<Finding> {
  if (/\bio\.micronaut\.http\b/u.test(lexed.text)) yield* micronaut(file, source, constants);
  else if (/\b(?:jakarta|javax)\.ws\.rs\b/u.test(lexed.text))
    yield* jakarta(file, lexed, source, constants);
  else {
    yield* spring(file, lexed, source, constants);
    yield* functional(file, lexed);
  }
}

const SPRING_METHODS = new Map([
  ['GetMapping', 'GET'],
  ['PostMapping', 'POST'],
  ['PutMapping', 'PUT'],
  ['PatchMapping', 'PATCH'],
  ['DeleteMapping', 'DELETE'],
]);

function* spring(
  file: SourceFile,
  lexed: Lexed,
  { annotations, classes }: JavaFile,
  constants: Constants,
): Generator<Finding> {
  const what = /\breactor\.core\.publisher\b|\bweb\.reactive\b/u.test(lexed.text)
    ? 'spring-webflux'
    : 'spring-mvc';
  const ofClasses = byOwner(annotations.filter(({ onClass }) => onClass !== undefined));
  for (const annotation of annotations) {
    const method = SPRING_METHODS.get(annotation.name);
    const isGeneral = annotation.name === 'RequestMapping';
    if ((method === undefined && !isGeneral) || annotation.onClass !== undefined) continue;
    const own = ofClasses.get(annotation.owner) ?? [];
    if (own.some(({ name }) => name === 'FeignClient' || name === 'HttpExchange')) continue;
    const isController = own.some(({ name }) => /Controller$/u.test(name));
    const isContract = classes[annotation.owner]?.keyword === 'interface';
    const prefixes = paths(
      own.find(({ name }) => name === 'RequestMapping'),
      constants,
    );
    const methods = method === undefined ? requestMethods(annotation.list) : [method];
    for (const prefix of prefixes) {
      for (const path of paths(annotation, constants)) {
        for (const verb of methods) {
          yield* route(
            place(file, annotation),
            what,
            verb,
            routePath(prefix, path),
            isController && !isContract ? 'certain' : 'likely',
          );
        }
      }
    }
  }
  for (const { name, offset, list, onClass } of annotations) {
    if (name === 'FeignClient' && onClass !== undefined) {
      const [target] = annotationStrings(list, ['name', 'value'], constants);
      yield at(file, offset, 'http-client', 'feign', target ?? onClass);
    }
  }
}

/** Annotations by the class they belong to. */
function byOwner(annotations: readonly Annotation[]): ReadonlyMap<number, readonly Annotation[]> {
  const owned = new Map<number, Annotation[]>();
  for (const annotation of annotations) {
    const own = owned.get(annotation.owner);
    if (own === undefined) owned.set(annotation.owner, [annotation]);
    else own.push(annotation);
  }
  return owned;
}

function paths(annotation: Annotation | undefined, constants: Constants): string[] {
  if (annotation === undefined) return [''];
  const found = annotationStrings(annotation.list, ['value', 'path'], constants);
  return found.length > 0 ? found : [''];
}

function requestMethods(list: string): string[] {
  const written = /\bmethod\s*=\s*(\{[^}]*\}|\[[^\]]*\]|[\w.]+)/u.exec(list)?.[1] ?? '';
  const found = [...written.matchAll(/\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/gu)].map(
    ([verb]) => verb,
  );
  return found.length > 0 ? found : ['ANY'];
}

function place(
  file: SourceFile,
  { offset }: { readonly offset: number },
): { file: string; line: number } {
  return { file: file.path, line: file.lineAt(offset) };
}

const FUNCTIONAL = /(?<![\w$])(GET|POST|PUT|PATCH|DELETE)\(\s*"([^"]*)"/gu;
const NESTED =
  /(?<![\w$])(?:path|nest)\(\s*(?:(?:RequestPredicates\.)?path\(\s*)?"([^"]*)"\s*\)?\s*,/gu;

/** `route().GET("/x", …)` and `route(GET("/x"), …)`, inside `path("/a", …)` or `nest(path("/a"), …)`. */
function* functional(file: SourceFile, lexed: Lexed): Generator<Finding> {
  if (!/\bweb\.(?:reactive\.)?(?:servlet\.)?function\b/u.test(lexed.text)) return;
  const what = lexed.text.includes('web.servlet.function') ? 'spring-mvc' : 'spring-webflux';
  const nests = [...matches(lexed, NESTED)].map((match) => ({
    start: match.index,
    end: closing(lexed.code, lexed.code.indexOf('(', match.index)),
    prefix: match[1] ?? '',
  }));
  for (const match of matches(lexed, FUNCTIONAL)) {
    const around = nests.filter(({ start, end }) => start < match.index && match.index < end);
    const path = routePath(...around.map(({ prefix }) => prefix), match[2] ?? '');
    yield* route(place(file, { offset: match.index }), what, match[1] ?? '', path);
  }
}

function* jakarta(
  file: SourceFile,
  lexed: Lexed,
  { annotations }: JavaFile,
  constants: Constants,
): Generator<Finding> {
  const all = annotations.filter(({ name }) => name === 'Path');
  const ofClasses = byOwner(all.filter(({ onClass }) => onClass !== undefined));
  const ofMethods = all.filter(({ onClass }) => onClass === undefined);
  for (const annotation of annotations) {
    if (!/^(?:GET|POST|PUT|PATCH|DELETE|HEAD)$/u.test(annotation.name)) continue;
    const [onClass] = ofClasses.get(annotation.owner) ?? [];
    const own = near(ofMethods, annotation.offset).find(({ offset }) =>
      isOnSame(lexed, offset, annotation.offset),
    );
    const path = routePath(...paths(onClass, constants), ...paths(own, constants));
    yield* route(place(file, annotation), 'jakarta-rest', annotation.name, path);
  }
}

/** Further apart than this, two annotations stand on two methods. */
const FAR = 500;

function near(annotations: readonly Annotation[], offset: number): readonly Annotation[] {
  const index = (place: number) => firstFrom(annotations, place, (each) => each.offset);
  return annotations.slice(index(offset - FAR), index(offset + FAR));
}

/** Whether two annotations stand on one method: nothing between them ends a declaration. */
function isOnSame({ code }: Lexed, one: number, other: number): boolean {
  const between = code.slice(Math.min(one, other), Math.max(one, other));
  return !/[;{}]/u.test(between.replace(/\([^()]*\)/gu, ''));
}

function* micronaut(
  file: SourceFile,
  { annotations }: JavaFile,
  constants: Constants,
): Generator<Finding> {
  const controllers = byOwner(annotations.filter(({ name }) => name === 'Controller'));
  for (const annotation of annotations) {
    if (!/^(?:Get|Post|Put|Patch|Delete)$/u.test(annotation.name)) continue;
    const [controller] = controllers.get(annotation.owner) ?? [];
    if (controller === undefined) continue;
    const path = routePath(
      ...paths(controller, constants),
      ...annotationStrings(annotation.list, ['value', 'uri'], constants),
    );
    yield* route(place(file, annotation), 'micronaut', annotation.name.toUpperCase(), path);
  }
}
