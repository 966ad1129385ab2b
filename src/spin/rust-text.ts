/**
 * How Rust shows values in its messages (`{:?}`, std::fmt::Debug). Spin's own messages quote what they found this way, so
 * what we say can be compared with what Spin says.
 */

/** A string, quoted and escaped as Rust's `Debug` does it. */
export function rustString(text: string): string {
  return `"${[...text].map((character) => (character === "'" ? character : escaped(character))).join('')}"`;
}

/** A character, quoted as Rust's `Debug` does it. */
export function rustChar(character: string): string {
  return `'${character === '"' ? character : escaped(character)}'`;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\0', '\\0'],
  ['\\', '\\\\'],
  ['"', '\\"'],
  ["'", "\\'"],
]);

function escaped(character: string): string {
  const named = NAMED.get(character);
  if (named !== undefined) return named;
  if (!/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u.test(character)) return character;
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
