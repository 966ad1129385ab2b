import { posix } from 'node:path';
import { percentDecoded } from '../pointer.ts';

/** Where a relative reference leads by its spelling alone, or why it is refused. */
export type Resolved =
  /** Below the document's folder, with `/` on every system. */
  | { readonly path: string }
  /** Completes `The reference "…" `. */
  | { readonly refused: string };

const RULES: readonly (readonly [pattern: RegExp, refused: string])[] = [
  [/^(?:https?:)?\/\//iu, 'names a web address; nothing is fetched.'],
  [/\\/u, 'has a backslash; between folders there is a "/".'],
  [/^[a-z]:/iu, 'names a disk; only files beside the document are read, by relative paths.'],
  [/^[a-z][a-z\d+.-]*:/iu, 'is no relative path; only files beside the document are read.'],
  [/:/u, 'has a colon, which no path of a file may have on every system.'],
  [/^\//u, 'is an absolute path; only files beside the document are read, by relative paths.'],
  [/%(?:2e|2f|5c|00)/iu, 'hides dots, slashes or NUL in percent-encoding.'],
];

/**
 * Resolves the file part of a `$ref` against the file that it stands in (RFC 3986 §5.2), on paths below the document's
 * folder. What leads out of it is refused by its spelling here; links are for the caller to look through.
 *
 * @param from - path of the file that refers, as `schemas/pet.yaml`
 */
export function resolveFile(address: string, from: string): Resolved {
  const rule = RULES.find(([pattern]) => pattern.test(address));
  if (rule !== undefined) return { refused: rule[1] };
  const decoded = percentDecoded(address);
  if (/[\\:\p{Cc}]/u.test(decoded)) return { refused: 'hides characters that no path may have.' };
  const path = posix.join(posix.dirname(from), decoded);
  return path === '..' || path.startsWith('../') ? { refused: LEADS_OUT } : { path };
}

/** Also said of a link. */
export const LEADS_OUT = "leads out of the document's folder; only files in and below it are read.";
