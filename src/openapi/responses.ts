import { quote } from '../text/quote.ts';
import { readContent } from './media.ts';
import type { Body, Header, Pointer, Response } from './model.ts';
import { readValue } from './parameters.ts';
import { child } from './pointer.ts';
import { entriesOf, isExtension, isRaw, textOf } from './raw.ts';
import type { Reading } from './reading.ts';

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
 * Reads a Responses Object: `200`, `4XX` or `default` each.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function readResponses(reading: Reading, raw: unknown, pointer: Pointer): Response[] {
  const responses: Response[] = [];
  for (const [key, entry] of entriesOf(raw)) {
    const place = child(pointer, key);
    const status = statusOf(key);
    if (status !== undefined) responses.push(readResponse(reading, status, entry, place));
    else if (!isExtension(key))
      reading.note(place, `${quote(key)} is no status code, and left out.`);
  }
  if (responses.length === 0) reading.note(pointer, 'The operation has no responses.');
  return responses;
}

function statusOf(key: string): string | undefined {
  if (key === 'default') return key;
  return /^[1-5](?:\d\d|XX)$/iu.test(key) ? key.toUpperCase() : undefined;
}

function readResponse(reading: Reading, status: string, entry: unknown, place: Pointer): Response {
  const { value: raw, pointer } = reading.references.follow(entry, place);
  if (!isRaw(raw)) {
    reading.note(pointer, 'The response is not described: read as one without content.');
    return { pointer, status, description: undefined, headers: [], media: [] };
  }
  if (entriesOf(raw.links).length > 0) reading.note(child(pointer, 'links'), 'Links are not read.');
  return {
    pointer,
    status,
    description: textOf(raw.description),
    headers: readHeaders(reading, raw.headers, child(pointer, 'headers')),
    media: readContent(reading, raw.content, child(pointer, 'content')),
  };
}

/** `Content-Type` is ignored here: the content says it (OAS 3.1.1, Response Object). */
function readHeaders(reading: Reading, headers: unknown, place: Pointer): Header[] {
  return entriesOf(headers).flatMap(([name, entry]) => {
    const { value: raw, pointer } = reading.references.follow(entry, child(place, name));
    if (name.toLowerCase() === 'content-type') return [];
    if (!isRaw(raw)) {
      reading.note(pointer, 'This is not a header, and left out.');
      return [];
    }
    const { schema } = readValue(reading, raw, pointer);
    return [
      {
        pointer,
        name,
        required: raw.required === true,
        description: textOf(raw.description),
        schema,
        explode: raw.explode === true,
        json: isRaw(raw.content),
        examples: [],
      },
    ];
  });
}
