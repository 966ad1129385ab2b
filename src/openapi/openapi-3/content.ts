import { mediaTypes } from '../media.ts';
import type { Body, Media, Pointer } from '../model.ts';
import { child } from '../pointer.ts';
import { entriesOf, isRaw, textOf } from '../raw.ts';
import type { Reading } from '../reading.ts';
import type { Located } from '../references.ts';
import { readEncoding } from './encoding.ts';
import { examplesOf } from './examples.ts';

/**
 * Reads a Request Body Object. Undefined when there is none, or it holds nothing.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function readBody(reading: Reading, entry: unknown, place: Pointer): Body | undefined {
  if (entry === undefined || entry === null) return undefined;
  const { value: raw, pointer } = reading.references.follow(entry, place);
  const media = isRaw(raw) ? readContent(reading, raw.content, child(pointer, 'content')) : [];
  if (!isRaw(raw) || media.length === 0) {
    reading.note(pointer, 'The request body has no content, and is left out.');
    return undefined;
  }
  return {
    pointer,
    required: raw.required === true,
    description: textOf(raw.description),
    media,
  };
}

/**
 * The media types of a body or response, in document order. One that appears twice once its parameters are gone keeps
 * its first description.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function readContent(reading: Reading, content: unknown, pointer: Pointer): Media[] {
  const entries = entriesOf(content).map(([key, value]): [string, Located] => [
    key,
    { value, pointer: child(pointer, key) },
  ]);
  return [...mediaTypes(reading, entries)].map(([type, entry]) => readMedia(reading, type, entry));
}

/** OAS 3.2 lets a media type be a reference; before, the key `$ref` has no meaning here. */
function readMedia(reading: Reading, type: string, entry: Located): Media {
  const { value: raw, pointer } = reading.references.follow(entry.value, entry.pointer);
  if (!isRaw(raw)) return { pointer, type, schema: undefined, examples: [] };
  for (const keyword of STREAM_KEYWORDS) {
    if (raw[keyword] !== undefined)
      reading.note(child(pointer, keyword), 'Streams of items are not read.');
  }
  return {
    pointer,
    type,
    schema:
      raw.schema === undefined ? undefined : reading.schema(raw.schema, child(pointer, 'schema')),
    examples: examplesOf(reading, raw, pointer),
    ...readEncoding(reading, type, raw, pointer),
  };
}

/** OAS 3.2.0, Media Type Object. */
const STREAM_KEYWORDS = ['itemSchema', 'prefixEncoding', 'itemEncoding'];
