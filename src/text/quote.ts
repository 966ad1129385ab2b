import { HIDDEN } from './hidden.ts';

const LONGEST = 80;

/**
 * Text of a document, quoted for a message: one line, at most 80 characters, nothing that a terminal acts on.
 */
export function quote(text: string): string {
  return `"${printable(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)}"`;
}

/** `text` on one line: the characters that a terminal acts on are escaped, and those that reverse or hide text. */
export function printable(text: string): string {
  return text.replace(HIDDEN, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
