import type { Pointer } from './model.ts';

/** The whole document. */
export const ROOT: Pointer = '#';

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

/** The tokens of a pointer or of a `$ref` that is a fragment: percent-decoded, then `~1` and `~0` (RFC 6901 §4, §6). */
export function tokensOf(fragment: string): string[] {
  return fragment.split('/').slice(1).map(decodeToken);
}

const ESCAPED = /[~/%\s\p{Cc}\p{Cf}]/u;
const EACH_ESCAPED = new RegExp(ESCAPED, 'gu');

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

function percentDecoded(token: string): string {
  if (!token.includes('%')) return token;
  try {
    return decodeURIComponent(token);
  } catch {
    return token; // a bare `%`, as in a property called `50%`
  }
}
