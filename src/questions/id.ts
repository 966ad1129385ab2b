import { kebabWords } from '../wit/naming/labels.ts';

/** A DNS label (RFC 1035 §2.3.4), which Kubernetes makes of such names. */
export const LONGEST_ID = 63;

/** Whether `text` is a WIT label, a Spin id, an npm name and a DNS label at once: lower-case words joined by `-`. */
export function isId(text: string): boolean {
  return text.length <= LONGEST_ID && kebabWords(text) === text;
}

/** The id nearest to `text`; `undefined` when ASCII letters and digits can't say it. */
export function toId(text: string): string | undefined {
  const words = kebabWords(text);
  if (words === undefined || words.length <= LONGEST_ID) return words;
  const cut = words.slice(0, LONGEST_ID + 1).replace(/-[^-]*$/u, '');
  return cut.slice(0, LONGEST_ID);
}
