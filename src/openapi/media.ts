import { mediaType } from '../runtime/index.ts';
import { quote } from '../text/quote.ts';
import { readEncoding } from './encoding.ts';
import { examplesOf } from './examples.ts';
import type { Media, Pointer } from './model.ts';
import { child } from './pointer.ts';
import { entriesOf, isRaw } from './raw.ts';
import type { Reading } from './reading.ts';

/**
 * Lower case and without parameters (RFC 9110 §8.3.1): `application/json; charset=utf-8` → `application/json`. A lone
 * `*` means any type.
 */
export function mediaName(key: string): string {
  const name = mediaType(key);
  return name === '*' ? '*/*' : name;
}

/**
 * The media types of a body or response, in document order. One that appears twice once its parameters are gone keeps
 * its first description.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function readContent(reading: Reading, content: unknown, pointer: Pointer): Media[] {
  const found = new Map<string, Media>();
  for (const [key, entry] of entriesOf(content)) {
    const place = child(pointer, key);
    const type = mediaName(key);
    if (!/^[^\s/]+\/[^\s/]+$/u.test(type))
      reading.note(place, `${quote(key)} is no media type, and left out.`);
    else if (found.has(type))
      reading.note(place, `${quote(type)} is described twice; the first one counts.`);
    else found.set(type, readMedia(reading, type, entry, place));
  }
  return [...found.values()];
}

/** OAS 3.2 lets a media type be a reference; before, the key `$ref` has no meaning here. */
function readMedia(reading: Reading, type: string, entry: unknown, place: Pointer): Media {
  const { value: raw, pointer } = reading.references.follow(entry, place);
  if (!isRaw(raw)) return { pointer, type, schema: undefined, examples: [] };
  if (raw.itemSchema !== undefined)
    reading.note(child(pointer, 'itemSchema'), 'Streams of items are not read.');
  return {
    pointer,
    type,
    schema:
      raw.schema === undefined ? undefined : reading.schema(raw.schema, child(pointer, 'schema')),
    examples: examplesOf(reading, raw, pointer),
    ...readEncoding(reading, type, raw, pointer),
  };
}
