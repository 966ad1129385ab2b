import type { Lexed } from '../text/lexer.ts';
import { firstFrom } from '../text/sorted.ts';
import { closing, listAt, matches } from './scan.ts';

export interface Annotation {
  /** Without `@` and package. */
  readonly name: string;
  readonly offset: number;
  /** What stands between its parentheses, strings included. */
  readonly list: string;
  /** The class it stands on; nothing for methods, fields and parameters. */
  readonly onClass: string | undefined;
  /** Index into `classes` of the innermost class around it, or of the class it stands on. */
  readonly owner: number;
}

export interface JavaClass {
  readonly name: string;
  readonly keyword: string;
  readonly start: number;
  readonly end: number;
}

export interface JavaFile {
  readonly classes: readonly JavaClass[];
  readonly annotations: readonly Annotation[];
}

const CLASS = /(?<![.\w@])(class|interface|record|enum|object)\s+([A-Z]\w*)/gu;
const ANNOTATION = /@(?:\w+\.){0,20}([A-Z]\w*)/gu;
const MODIFIERS =
  /\s{0,300}(?:@(?:\w{1,300}[.:]){0,20}\w{1,300}|(?:public|private|protected|internal|static|final|abstract|sealed|non-sealed|open|data|strictfp|inner)\b)/uy;

/** Classes and annotations of a Java or Kotlin source, and which belongs to which. */
export function readClasses(lexed: Lexed): JavaFile {
  const { code } = lexed;
  const classes = [...matches(lexed, CLASS)].map(({ 1: keyword = '', 2: name = '', index }) => {
    const open = code.indexOf('{', index);
    return { keyword, name, start: index, end: open < 0 ? code.length : closing(code, open) };
  });
  const innermost = innermostClass(classes);
  const annotations = [...matches(lexed, ANNOTATION)].map((match) => {
    const { 0: whole, 1: name = '', index } = match;
    const open = /^\s*\(/u.exec(code.slice(index + whole.length, index + whole.length + 100));
    const start = index + whole.length + (open?.[0].length ?? 0);
    const end = open === null ? start : closing(code, start - 1);
    const declared = declaredAfter(code, end, classes);
    const around = innermost(index);
    return {
      name,
      offset: index,
      list: open === null ? '' : listAt(lexed, start - 1),
      onClass: classes[declared]?.name,
      owner: declared < 0 ? around : declared,
    };
  });
  return { classes, annotations };
}

/** More annotations and modifiers than these stand before no class. */
const MOST_MODIFIERS = 50;

/** The index of the class that an annotation which ends at `offset` stands on, or -1. */
function declaredAfter(code: string, offset: number, classes: readonly JavaClass[]): number {
  let end = offset;
  MODIFIERS.lastIndex = end;
  for (let count = 0; count < MOST_MODIFIERS; count += 1) {
    const found = MODIFIERS.exec(code);
    if (found === null) break;
    end = found.index + found[0].length;
    const list = found[0].includes('@') ? /^\s*\(/u.exec(code.slice(end, end + 100)) : null;
    if (list !== null) end = closing(code, end + list[0].length - 1);
    MODIFIERS.lastIndex = end;
  }
  const next = end + (/^\s*/u.exec(code.slice(end, end + 1000))?.[0].length ?? 0);
  return indexOfClass(classes, next);
}

/** The index of the class whose declaration begins at an offset, or -1; classes stand in the order of the source. */
function indexOfClass(classes: readonly JavaClass[], offset: number): number {
  const index = firstFrom(classes, offset, ({ start }) => start);
  return classes[index]?.start === offset ? index : -1;
}

/** Tells the index of the innermost class around an offset, or -1; to be asked in the order of the source. */
function innermostClass(classes: readonly JavaClass[]): (offset: number) => number {
  const open: number[] = [];
  let next = 0;
  return (offset) => {
    for (; (classes[next]?.start ?? offset) < offset; next += 1) open.push(next);
    while (open.length > 0 && (classes[open.at(-1) ?? 0]?.end ?? 0) <= offset) open.pop();
    return open.at(-1) ?? -1;
  };
}

/** Values of an annotation's element, or of `value`: strings, sums of strings and constants of the same file. */
export function annotationStrings(
  list: string,
  names: readonly string[],
  constants: ReadonlyMap<string, string>,
): string[] {
  const named = new RegExp(
    `(?:^|[,(\\s])(?:${names.join('|')})\\s*=\\s*(\\{[^}]*\\}|\\[[^\\]]*\\]|[^,]+)`,
    'u',
  );
  const quoted = list.replace(/"(?:[^"\\]|\\.)*"/gu, (text) =>
    text.replaceAll(/[{},=[\]]/gu, (sign) => ESCAPES.get(sign) ?? sign),
  );
  const written = named.exec(quoted)?.[1] ?? (/^\s*\w+\s*=/u.test(quoted) ? '' : quoted);
  return written
    .replace(/^\s*(?:\{|\[|arrayOf\()|[}\])]\s*$/gu, '')
    .split(',')
    .map((part) => joined(part, constants))
    .filter((part) => part !== undefined)
    .map((part) => part.replace(/[\uE000-\uE005]/gu, (sign) => UNESCAPES.get(sign) ?? sign));
}

/** Signs of the annotation's own grammar are set apart from the same signs in its strings. */
const ESCAPES = new Map(
  [...'{},=[]'].map((sign, index) => [sign, String.fromCharCode(0xe000 + index)]),
);
const UNESCAPES = new Map([...ESCAPES].map(([sign, stand]) => [stand, sign]));

function joined(expression: string, constants: ReadonlyMap<string, string>): string | undefined {
  const parts = expression.split('+').map((part) => {
    const text = part.trim();
    return /^"((?:[^"\\]|\\.)*)"$/u.exec(text)?.[1] ?? constants.get(text.split('.').at(-1) ?? '');
  });
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
}

/** String constants of a source: `static final String A = "…"`, `const val A = "…"`. */
export function stringConstants(lexed: Lexed): Map<string, string> {
  const found = matches(lexed, /\b(?:String|val)\s+(\w+)(?:\s*:\s*String)?\s*=\s*"([^"\n]*)"/gu);
  return new Map([...found].map(([, name = '', value = '']) => [name, value]));
}
