/** A JSON string; characters that turn or hide text (CVE-2021-42574) are escaped, so that a reader sees them. */
export function jsonString(text: string): string {
  return JSON.stringify(text).replace(/[\p{Cf}\p{Co}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
