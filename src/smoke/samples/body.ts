import type { Media } from '../../openapi/model.ts';
import {
  type Codecs,
  choose,
  encodeUtf8,
  formsOf,
  mediaType,
  stringifyJson,
  writeMultipartForm,
  writeUrlencoded,
} from '../../runtime/index.ts';
import type { ContentCode, PayloadCode, TypeCode } from '../../runtime/table.ts';
import { mismatch, type SampleContext } from './context.ts';
import type { SampleRequest } from './contract.ts';
import { formValue } from './form.ts';
import { type SampleOptions, sampleValue, sampleValues } from './value.ts';

/** A body in one of the ways that it may have. */
export interface SampleBody {
  /** How the table reads it; `media` is the one that is sent. */
  readonly form: PayloadCode;
  /** Its case, where there are several. */
  readonly tag?: string;
  /**
   * JSON value; of `text` a string, of `bytes` a Uint8Array, of `content` `{ mediaType, data }`. A file in a form is as
   * it is in WIT.
   */
  readonly value: unknown;
}

type Direction = SampleOptions['direction'];

/**
 * A body for each media type that the content may have, in the table's order; none for one that no value fits.
 *
 * @param media what the document says about them
 */
export function sampleBodies(
  context: SampleContext,
  content: ContentCode,
  media: readonly Media[],
  direction: Direction,
): readonly SampleBody[] {
  const forms = formsOf(content);
  const payloads = forms.map(([, payload]) => payload);
  return forms.flatMap(([tag, payload]) => {
    const form = { ...payload, media: concrete(payload, payloads) };
    const value = sampleOf(context, form, mediaFor(media, payload), direction);
    if (value === undefined) return [];
    return [{ form, value, ...('cases' in content ? { tag } : {}) }];
  });
}

/** Media types that are sent for a range. */
const COMMON = [
  'application/octet-stream',
  'application/json',
  'text/plain',
  'image/png',
  'audio/mpeg',
  'video/mp4',
  'font/woff2',
];

function concrete(payload: PayloadCode, all: readonly PayloadCode[]): string {
  const { media } = payload;
  if (!media.includes('*')) return media;
  const unknown = media.replace('*/', 'application/').replace('/*', '/x-sample');
  return COMMON.find((one) => choose(all, one) === payload) ?? unknown;
}

/** The media object that a payload was made from. */
function mediaFor(media: readonly Media[], payload: PayloadCode): Media | undefined {
  return (
    media.find(({ type }) => type === payload.media) ??
    media.find(({ type }) => type.includes('*')) ??
    media[0]
  );
}

function sampleOf(
  context: SampleContext,
  form: PayloadCode,
  media: Media | undefined,
  direction: Direction,
): unknown {
  const candidates = candidatesFor(context, media, direction);
  switch (form.format) {
    case 'json': {
      const { type = 'json' } = form;
      return firstOf(candidates, (json) => (mismatch(context, type, json) ? undefined : json));
    }
    case 'form':
    case 'multipart':
      return firstOf(candidates, (json) => formValue(context, form, media, json));
    case 'text':
      return textOf(candidates);
    case 'bytes':
      return encodeUtf8(textOf(candidates));
    case 'content':
      return { mediaType: form.media, data: encodeUtf8(textOf(candidates)) };
  }
}

function textOf(candidates: Iterable<unknown>): string {
  const isText = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return firstOf(candidates, isText) ?? 'sample';
}

function firstOf<Value>(
  candidates: Iterable<unknown>,
  take: (candidate: unknown) => Value | undefined,
): Value | undefined {
  for (const candidate of candidates) {
    const taken = take(candidate);
    if (taken !== undefined) return taken;
  }
  return undefined;
}

/** The document's examples, then values of its schema. */
function* candidatesFor(
  { api, turn }: SampleContext,
  media: Media | undefined,
  direction: Direction,
): Generator<unknown> {
  yield* media?.examples.slice(turn) ?? [];
  const schema = media?.schema;
  if (schema === undefined) return yield {};
  yield* sampleValues(schema, api, { direction, turn });
  // A form can't say an empty list: one is where depth ends, or is only in the optional parts.
  for (const depth of [0, DEEP]) {
    yield sampleValue(schema, api, { direction, turn, useExamples: false, depth });
  }
}

/** As deep as any form's objects are. */
const DEEP = 8;

/** Header and bytes of a body, as a SampleRequest has them. */
export interface WrittenBody extends Pick<SampleRequest, 'body' | 'bodyBase64'> {
  readonly contentType: string;
}

/** The body as it is sent. */
export function writtenBody({ form, value }: SampleBody): WrittenBody {
  const contentType = form.media;
  switch (form.format) {
    case 'json':
      return { contentType, body: stringifyJson(value) };
    case 'text':
      return { contentType, body: String(value) };
    case 'form':
      return { contentType, body: writeUrlencoded(Object(value), form.parts) };
    case 'bytes':
      return { contentType, bodyBase64: base64(value) };
    case 'content':
      return { contentType, bodyBase64: base64(Object(value).data) };
    case 'multipart': {
      const { type, data } = writeMultipartForm(Object(value), form.parts);
      const text = Buffer.from(data).toString();
      // Text where it is text, so that the request can be read.
      return Buffer.from(text).equals(data)
        ? { contentType: type, body: text }
        : { contentType: type, bodyBase64: base64(data) };
    }
  }
}

function base64(bytes: unknown): string {
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString('base64') : '';
}

/** The type whose codec a value of this form goes through; `undefined` for text and bytes. */
export function typeOf({ format, type = 'json' }: PayloadCode): TypeCode | undefined {
  const isRaw = format === 'text' || format === 'bytes' || format === 'content';
  return isRaw ? undefined : type;
}

/** The body as a typed export takes it. */
export function witBody({ form, tag, value }: SampleBody, codecs: Codecs): unknown {
  const type = typeOf(form);
  const val = type === undefined ? value : codecs.decode(type, value);
  return tag === undefined ? val : { tag, val };
}

/** Whether content of a media type is taken at all. */
export function isTaken(content: ContentCode, contentType: string): boolean {
  const forms = formsOf(content).map(([, payload]) => payload);
  return choose(forms, mediaType(contentType)) !== undefined;
}
