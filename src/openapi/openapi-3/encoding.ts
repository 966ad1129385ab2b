import type { Encoding, Pointer } from '../model.ts';
import { child } from '../pointer.ts';
import { entriesOf, isRaw, type Raw, textOf } from '../raw.ts';
import type { Reading } from '../reading.ts';
import { STYLES } from './value.ts';

/** Media types that an Encoding Object says something about (OAS 3.1.1, Media Type Object). */
const FORMS = /^(?:application\/x-www-form-urlencoded|multipart\/.*)$/u;

/** How the properties of a form are written, where the document says so; nothing for other media types. */
export function readEncoding(
  reading: Reading,
  type: string,
  raw: Raw,
  pointer: Pointer,
): { readonly encoding?: ReadonlyMap<string, Encoding> } {
  if (!FORMS.test(type)) return {};
  const place = child(pointer, 'encoding');
  const found = entriesOf(raw.encoding).flatMap(([name, one]): [string, Encoding][] => {
    if (isRaw(one)) return [[name, readOne(reading, one, child(place, name))]];
    reading.note(child(place, name), 'This says nothing of how a property is written.');
    return [];
  });
  return found.length === 0 ? {} : { encoding: new Map(found) };
}

function readOne(reading: Reading, raw: Raw, place: Pointer): Encoding {
  const contentType = textOf(raw.contentType)?.trim().toLowerCase();
  const style = STYLES.query.find((one) => one === raw.style);
  if (raw.style !== undefined && style === undefined) {
    reading.note(child(place, 'style'), 'No style of a form; the usual one is read.');
  }
  if (entriesOf(raw.headers).length > 0) {
    reading.note(child(place, 'headers'), 'Headers of a part are not read.');
  }
  if (raw.encoding !== undefined) {
    reading.note(child(place, 'encoding'), 'How a part of a part is written is not read.');
  }
  return {
    ...(contentType === undefined ? {} : { contentType }),
    ...(style === undefined ? {} : { style }),
    ...(typeof raw.explode === 'boolean' ? { explode: raw.explode } : {}),
  };
}
