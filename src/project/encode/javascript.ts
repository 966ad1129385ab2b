/** Encoders for JavaScript and TypeScript source. Everything a document says gets into code through one of these. */
import { HIDDEN, unicodeEscape } from '../../text/hidden.ts';
import { JS_RESERVED } from '../../wit/naming/keywords.ts';

const IDENTIFIER = /^[\p{ID_Start}_$][\p{ID_Continue}$\u200c\u200d]*$/u;

/**
 * A string literal in the quotes Biome chooses: single, unless double ones need fewer escapes.
 *
 * @example jsString("it's") // "it's" in double quotes
 */
export function jsString(text: string): string {
  const quote = count(text, "'") > count(text, '"') ? '"' : "'";
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    // Linters take it for a template string in the wrong quotes.
    .replace(/\$(?=\{)/gu, '\\u0024')
    .replace(HIDDEN, unicodeEscape);
  return `${quote}${escaped}${quote}`;
}

/**
 * A property name in an object literal or interface, in quotes where Biome has them. `__proto__` is computed: written
 * plainly it would set the prototype (ECMA-262 §B.3.1).
 */
export function jsProperty(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  const isNumber = /^\d+(?:\.\d+)?$/u.test(name) && String(Number(name)) === name;
  return IDENTIFIER.test(name) || isNumber ? name : jsString(name);
}

/** A name for a parameter or variable: the name itself, or with `_` when it is a reserved word. */
export function jsBinding(name: string): string {
  const identifier = IDENTIFIER.test(name)
    ? name
    : name.replace(/[^\p{ID_Continue}$]/gu, '_').replace(/^(?=\d|$)/u, '_');
  return JS_RESERVED.has(identifier) ? `${identifier}_` : identifier;
}

/**
 * The lines of a `/** … *\/` comment, wrapped at 100 columns; none when there is nothing to say.
 * `*\/` can't end it, and a tag in the text (`@type`) stays text: TypeScript obeys tags in JavaScript files.
 *
 * @param indentation - columns before the comment
 * @param tags - our own lines at its end: `@throws …`
 */
export function jsDoc(
  text: string,
  indentation = 0,
  tags: readonly string[] = [],
): readonly string[] {
  const margin = ' '.repeat(indentation);
  const width = 100 - indentation - 3;
  const prose = wrap(commentText(text), width);
  const gap = prose.length > 0 && tags.length > 0 ? [''] : [];
  const lines = [...prose, ...gap, ...tags.flatMap((tag) => wrap(tag, width))];
  const [only] = lines;
  if (only === undefined) return [];
  if (lines.length === 1 && indentation + only.length + 7 <= 100)
    return [`${margin}/** ${only} */`];
  return [`${margin}/**`, ...lines.map((line) => `${margin} * ${line}`.trimEnd()), `${margin} */`];
}

function commentText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(HIDDEN, (character) => (character === '\n' ? '\n' : character === '\t' ? '  ' : ''))
    .replaceAll('*/', '*\\/')
    .replace(/(?<![^\s{*])@(?=[A-Za-z])/gu, '\\@')
    .replace(/\n\s*\n\s*\n/gu, '\n\n')
    .trim();
}

/** Breaks lines longer than `width` at spaces, list items with their text aligned; a longer word stays whole. */
function wrap(text: string, width: number): string[] {
  if (text === '') return [];
  return text.split('\n').flatMap((line) => {
    const trimmed = line.trimEnd();
    if (trimmed.length <= width) return [trimmed];
    const lines: string[] = [];
    let current = /^\s*/u.exec(trimmed)?.[0] ?? '';
    const hanging = ' '.repeat(/^\s*(?:[-*+] +|\d+[.)] +)?/u.exec(trimmed)?.[0].length ?? 0);
    for (const word of trimmed.trimStart().split(' ')) {
      const joined = current.trim() === '' ? `${current}${word}` : `${current} ${word}`;
      if (joined.length > width && current.trim() !== '') {
        lines.push(current);
        current = `${hanging}${word}`;
      } else current = joined;
    }
    return [...lines, current].map((piece) => piece.trimEnd());
  });
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
