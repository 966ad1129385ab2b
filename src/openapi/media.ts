import { mediaType } from '../runtime/index.ts';
import { quote } from '../text/quote.ts';
import type { Pointer } from './model.ts';
import type { Reading } from './reading.ts';

/**
 * Lower case and without parameters (RFC 9110 §8.3.1): `application/json; charset=utf-8` → `application/json`. A lone
 * `*` means any type.
 */
export function mediaName(key: string): string {
  const name = mediaType(key);
  return name === '*' ? '*/*' : name;
}

/** Whether `name`, a `mediaName`, has the form of a media type or range. */
export function isMediaType(name: string): boolean {
  return /^[^\s/]+\/[^\s/]+$/u.test(name);
}

/**
 * The media types among `keys`, in their order, each with what the document has for it. One that is there twice once its
 * parameters are gone keeps its first; that, and what is no media type, is noted.
 */
export function mediaTypes<T extends { readonly pointer: Pointer }>(
  reading: Reading,
  keys: Iterable<readonly [key: string, entry: T]>,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const [key, entry] of keys) {
    const type = mediaName(key);
    if (!isMediaType(type))
      reading.note(entry.pointer, `${quote(key)} is no media type, and left out.`);
    else if (found.has(type))
      reading.note(entry.pointer, `${quote(type)} is described twice; the first one counts.`);
    else found.set(type, entry);
  }
  return found;
}
