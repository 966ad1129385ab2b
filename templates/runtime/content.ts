import type { Codecs } from './codec.ts';
import { isHeaderText } from './header-value.ts';
import { stringifyJson } from './json.ts';
import { choose, mediaType } from './media.ts';
import { expected, inside, notOneOf, under } from './mismatch.ts';
import type { ContentCode, PayloadCode } from './table.ts';
import { asObject, tagged } from './values.ts';
import { writeMultipartForm, writeUrlencoded } from './write-form.ts';

/** A body and its `content-type`. */
export interface Content {
  readonly type: string;
  readonly data: string | Uint8Array<ArrayBuffer>;
}

/** Content that is bytes. */
export interface Binary extends Content {
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Makes the content of an answer. Throws Mismatch when the value does not fit its type. */
export type ContentWriter = (value: unknown) => Content;

export function compileContent(content: ContentCode, codecs: Codecs): ContentWriter {
  if (!('cases' in content)) return compilePayload(content, codecs);
  const cases = new Map(
    content.cases.map(([tag, payload]) => [tag, compilePayload(payload, codecs)] as const),
  );
  return (value) => {
    const { tag, val } = tagged(value) ?? {};
    const write = cases.get(tag ?? '');
    if (write === undefined) return notOneOf(cases.keys(), tag, 'tag');
    return inside('val', write, val);
  };
}

function compilePayload(payload: PayloadCode, codecs: Codecs): ContentWriter {
  const { format, parts } = payload;
  if (format === 'content') return compileBinary(payload.accepts ?? [payload.media]);
  const type = answeredMedia(payload);
  if (format === 'bytes') return (value) => ({ type, data: bytes(value) });
  if (format === 'text') return (value) => ({ type, data: text(value) });
  const { encode } = codecs.codec(payload.type ?? 'json');
  if (format === 'json') return (value) => ({ type, data: stringifyJson(encode(value)) });
  if (format === 'form') {
    return (value) => ({ type, data: writeUrlencoded(Object(encode(value)), parts) });
  }
  return (value) => writeMultipartForm(Object(encode(value)), parts);
}

/** A range such as `*`+`/*` says what may come, not what does. */
function answeredMedia({ media, format }: PayloadCode): string {
  if (format === 'text') return `${media.includes('*') ? 'text/plain' : media};charset=utf-8`;
  if (!media.includes('*')) return media;
  return format === 'json' ? 'application/json' : 'application/octet-stream';
}

/** `{ mediaType, data }`: the service says what it is, as far as the document allows it. */
function compileBinary(accepts: readonly string[]): ContentWriter {
  const allowed = accepts.map((media) => ({ media }));
  return (value) => {
    const given = asObject(value);
    const type = inside('mediaType', text, given.mediaType);
    if (choose(allowed, mediaType(type)) === undefined || !isHeaderText(type)) {
      throw under('mediaType', expected(accepts.join(' or '), type));
    }
    return { type, data: inside('data', bytes, given.data) };
  };
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw expected('string', value);
  return value;
}

function bytes(value: unknown): Uint8Array<ArrayBuffer> {
  if (!(value instanceof Uint8Array)) throw expected('Uint8Array', value);
  return value as Uint8Array<ArrayBuffer>;
}
