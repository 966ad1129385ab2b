import { quote } from '../text/quote.ts';
import type { OperationSource } from './dialect.ts';
import type { Header, Pointer, Response } from './model.ts';
import { noteLinks } from './openapi-3/unread.ts';
import { child } from './pointer.ts';
import { entriesOf, isExtension, isRaw, textOf } from './raw.ts';
import type { Reading } from './reading.ts';
import type { Located } from './references.ts';

/**
 * Reads a Responses Object: `200`, `4XX` or `default` each.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function readResponses(reading: Reading, operation: OperationSource): Response[] {
  const pointer = child(operation.pointer, 'responses');
  const responses: Response[] = [];
  for (const [key, entry] of entriesOf(operation.raw.responses)) {
    const place = child(pointer, key);
    const status = statusOf(key);
    if (status !== undefined) {
      const located = reading.references.follow(entry, place);
      responses.push(readResponse(reading, status, located, operation));
    } else if (!isExtension(key))
      reading.note(place, `${quote(key)} is no status code, and left out.`);
  }
  if (responses.length === 0) reading.note(pointer, 'The operation has no responses.');
  return responses;
}

function statusOf(key: string): string | undefined {
  if (key === 'default') return key;
  return /^[1-5](?:\d\d|XX)$/iu.test(key) ? key.toUpperCase() : undefined;
}

function readResponse(
  reading: Reading,
  status: string,
  { value: raw, pointer }: Located,
  operation: OperationSource,
): Response {
  if (!isRaw(raw)) {
    reading.note(pointer, 'The response is not described: read as one without content.');
    return { pointer, status, description: undefined, headers: [], media: [] };
  }
  noteLinks(reading, raw.links, child(pointer, 'links'));
  return {
    pointer,
    status,
    description: textOf(raw.description) ?? textOf(raw.summary),
    headers: readHeaders(reading, raw.headers, child(pointer, 'headers')),
    media: reading.dialect.content(reading, raw, pointer, operation),
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
    const { schema, explode, json, examples } = reading.dialect.value(
      reading,
      raw,
      'header',
      pointer,
    );
    const [required, description] = [raw.required === true, textOf(raw.description)];
    return [{ pointer, name, required, description, schema, explode, json, examples }];
  });
}
