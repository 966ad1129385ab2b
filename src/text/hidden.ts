/**
 * Characters that end a line, hide text, turn its direction (CVE-2021-42574) or have no meaning of their own: in what
 * people read they never stand verbatim.
 */
export const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A character as JavaScript and JSON escape it: `\u202e`; one beyond U+FFFF as two. */
export function unicodeEscape(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}
