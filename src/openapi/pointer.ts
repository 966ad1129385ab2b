import type { Pointer } from './model.ts';

/** The whole document. */
export const ROOT: Pointer = '#';

/** The whole of another file of the document, by its path below the document's folder: `schemas/pet.yaml#`. */
export function rootOf(file: string): Pointer {
  return `${file.replace(EACH_ESCAPED_IN_PATH, encodeURIComponent)}#`;
}

/** The file part of a pointer, as written: `''` in the document itself, `schemas/pet.yaml`. */
export function fileOf(pointer: Pointer): string {
  return pointer.slice(0, pointer.indexOf('#'));
}

/**
 * The pointer of a part of `pointer`. Characters are kept readable; only what would break a pointer or a line of output
 * is escaped: `~` and `/` (RFC 6901 §3), `%`, white space and control characters (percent-encoded, RFC 6901 §6).
 */
export function child(pointer: Pointer, ...tokens: readonly (string | number)[]): Pointer {
  let result = pointer;
  for (const token of tokens)
    result += `/${typeof token === 'number' ? token : encodeToken(token)}`;
  return result;
}

/** The tokens behind the first `#` of a pointer or `$ref`: percent-decoded, then `~1` and `~0` (RFC 6901 §4, §6). */
export function tokensOf(pointer: string): string[] {
  return pointer
    .slice(pointer.indexOf('#') + 1)
    .split('/')
    .slice(1)
    .map(decodeToken);
}

const ESCAPED = /[~/%\s\p{Cc}\p{Cf}]/u;
const EACH_ESCAPED = new RegExp(ESCAPED, 'gu');
const EACH_ESCAPED_IN_PATH = /[#%\s\p{Cc}\p{Cf}]/gu;

function encodeToken(token: string): string {
  return ESCAPED.test(token) ? token.replace(EACH_ESCAPED, escapeCharacter) : token;
}

function escapeCharacter(character: string): string {
  if (character === '~') return '~0';
  if (character === '/') return '~1';
  return encodeURIComponent(character);
}

function decodeToken(token: string): string {
  return percentDecoded(token).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** `text` itself where it can't be decoded: a bare `%`, as in a property called `50%`. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
