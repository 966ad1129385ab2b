/** Encoders for HTML (WHATWG HTML §13.1, "Writing HTML documents"), for text and for double-quoted attributes alike. */
import { HIDDEN } from './hidden.ts';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Text, or the value of an attribute in double quotes. Lines stay; other characters that nobody sees become blanks. */
export function htmlText(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(HIDDEN, ' '))
    .join('\n')
    .replace(/[&<>"']/gu, (character) => ENTITIES.get(character) ?? '');
}

/** An address for `href`: of the web or of a place in the page; anything else leads nowhere. */
export function htmlAddress(address: string): string {
  return /^(?:https:\/\/|#)/u.test(address) ? htmlText(address) : '#';
}
