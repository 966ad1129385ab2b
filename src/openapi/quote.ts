const LONGEST = 80;

/**
 * Text of a document, quoted for a message: one line, at most 80 characters, and no character that a terminal
 * acts on (controls, and the format characters that reverse or hide text).
 */
export function quote(text: string): string {
  const head = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return `"${head.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, escapeCharacter)}"`;
}

function escapeCharacter(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** A file name as a word of a command to copy; `DOC` when it would need quoting, which shells do differently. */
export function commandWord(name: string): string {
  return /^[\w./\\:@+-]+$/u.test(name) && !name.startsWith('-') ? name : 'DOC';
}
