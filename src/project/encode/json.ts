import { HIDDEN, unicodeEscape } from '../../text/hidden.ts';

/** A JSON string; hidden characters are escaped, so that a reader sees them. */
export function jsonString(text: string): string {
  return JSON.stringify(text).replace(HIDDEN, unicodeEscape);
}
