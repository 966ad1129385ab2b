import type { Lexed } from '../text/lexer.ts';
import { matches } from './scan.ts';

/** Strings that a `const` of the file names. */
export function constants(lexed: Lexed): Map<string, string> {
  const found = matches(lexed, /\bconst\s+([\w$]+)\s*=\s*['"`]([^'"`\n$]*)['"`]/gu);
  return new Map([...found].map(([, name = '', value = '']) => [name, value]));
}

/** The text of a string literal, a constant, a template or a sum of those; nothing if it can't be told. */
export function literal(
  expression: string,
  strings: ReadonlyMap<string, string>,
): string | undefined {
  const text = expression.trim();
  if (strings.has(text)) return strings.get(text);
  const quoted = /^(['"])((?:[^\\'"]|\\.)*)\1$/u.exec(text)?.[2];
  if (quoted !== undefined) return quoted.replaceAll('\\\\', '\\');
  const template = /^`([^`]*)`$/u.exec(text)?.[1];
  if (template !== undefined) {
    const filled = template.replace(
      /\$\{\s*([\w$]+)\s*\}/gu,
      (whole, name: string) => strings.get(name) ?? whole,
    );
    return filled.includes('${') ? undefined : filled;
  }
  if (!text.includes('+')) return undefined;
  const parts = text.split('+').map((part) => literal(part, strings));
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
}

/** The texts of a literal, or of the literals of an array. */
export function literals(expression: string, strings: ReadonlyMap<string, string>): string[] {
  if (!expression.startsWith('[')) {
    const single = literal(expression, strings);
    return single === undefined ? [] : [single];
  }
  return expression
    .slice(1, -1)
    .split(',')
    .flatMap((part) => literal(part, strings) ?? []);
}
