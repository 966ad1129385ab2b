import type { ContentCode, PayloadCode } from './table.ts';

/** The form of content that comes first in the document: the one that is tried. */
export function firstForm(content: ContentCode): PayloadCode {
  if (!('cases' in content)) return content;
  const [first] = content.cases;
  if (first === undefined) throw new Error('the table has content without a form');
  return first[1];
}

/** `Application/JSON; charset=utf-8` → `application/json`. */
export function mediaType(contentType: string): string {
  const semicolon = contentType.indexOf(';');
  return (semicolon === -1 ? contentType : contentType.slice(0, semicolon)).trim().toLowerCase();
}

/** "JSON MIME type" (WHATWG MIME Sniffing §4.6): `application/json`, `text/json`, and every type on top of JSON. */
export function isJson(media: string): boolean {
  return media === 'application/json' || media === 'text/json' || media.endsWith('+json');
}

/** Whether a media type fits a declared one, which may be a range (`image/*`); JSON fits JSON. */
export function fits(given: string, declared: string): boolean {
  if (given === declared || declared === '*/*') return true;
  if (declared.endsWith('/*')) return given.startsWith(declared.slice(0, -1));
  return isJson(declared) && isJson(given);
}
