import { concatenate, decodeUtf8 } from './bytes.ts';
import type { Codecs } from './codec.ts';
import { compileMultipart, compileUrlencoded } from './form.ts';
import { JsonError, parseJson } from './json.ts';
import { choose, formsOf, mediaType } from './media.ts';
import { Mismatch } from './mismatch.ts';
import { MultipartError } from './multipart.ts';
import { Problem } from './problem.ts';
import type { BodyCode, ContentCode, PayloadCode } from './table.ts';

/** Reads a request's body into a WIT value. Throws a Problem, or rejects with one: 400, 413, 415. */
export type BodyReader = (request: Request) => Promise<unknown>;

/** A way that the body may come. */
interface Form {
  /** Or a range. */
  readonly media: string;
  readonly format: PayloadCode['format'];
  /** `contentType` is the header, as it came. Throws Mismatch and the errors of syntax. */
  read(bytes: Uint8Array, contentType: string | null): unknown;
}

export function compileBody(body: BodyCode, codecs: Codecs, maxBytes: number): BodyReader {
  const forms = compileForms(body.as, codecs);
  return (request) => {
    const contentType = request.headers.get('content-type');
    const form = contentType === null ? withoutType(forms) : choose(forms, mediaType(contentType));
    if (contentType !== null && form === undefined) throw wrongMedia(forms, contentType);
    return readBuffer(request, maxBytes).then((buffer) => {
      const bytes = new Uint8Array(buffer);
      if (bytes.length > maxBytes) throw tooLarge(maxBytes);
      if (bytes.length === 0 && (form?.format === 'json' || contentType === null)) {
        if (body.optional) return undefined;
        throw new Problem(400, 'the request has no body, and needs one');
      }
      if (form === undefined) throw wrongMedia(forms, 'no content-type');
      try {
        return form.read(bytes, contentType);
      } catch (error) {
        throw asProblem(error);
      }
    });
  };
}

/**
 * Without a type it could be anything (RFC 9110 §8.3), which suits bytes. Nothing else: a browser sends such a request
 * to any site without asking first.
 */
function withoutType(forms: readonly Form[]): Form | undefined {
  const binary = forms.filter(({ format }) => format === 'bytes' || format === 'content');
  return choose(binary, 'application/octet-stream') ?? (forms.length === 1 ? binary[0] : undefined);
}

/** `Accept` in an answer says what would have been taken: RFC 9110 §12.5.1. */
function wrongMedia(forms: readonly Form[], got: string): Problem {
  const media = [...new Set(forms.map((form) => form.media))];
  const headers = { accept: media.join(', ') };
  return new Problem(415, `expected ${media.join(' or ')}, got ${got}`, { headers });
}

function compileForms(content: ContentCode, codecs: Codecs): Form[] {
  return formsOf(content).map(([tag, payload]) => {
    const read = compilePayload(payload, codecs);
    return {
      media: payload.media,
      format: payload.format,
      read: 'cases' in content ? (...body) => ({ tag, val: read(...body) }) : read,
    };
  });
}

function compilePayload(payload: PayloadCode, codecs: Codecs): Form['read'] {
  if (payload.format === 'bytes') return (bytes) => bytes;
  if (payload.format === 'text') return textOf;
  if (payload.format === 'content') {
    return (data, mediaType) => ({ mediaType: mediaType ?? OCTETS, data });
  }
  const { decode } = codecs.codec(payload.type ?? 'json');
  if (payload.format === 'json') return (bytes) => decode(parseJson(textOf(bytes)));
  if (payload.format === 'form') {
    const read = compileUrlencoded(payload, codecs);
    return (bytes) => decode(read(textOf(bytes)));
  }
  const read = compileMultipart(payload, codecs);
  return (bytes, contentType) => decode(read(bytes, contentType ?? ''));
}

const OCTETS = 'application/octet-stream';

function textOf(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new Problem(400, 'the request body is not UTF-8');
  return text;
}

function asProblem(error: unknown): unknown {
  if (error instanceof JsonError) return malformed('JSON', error);
  if (error instanceof MultipartError) return malformed('multipart/form-data', error);
  if (error instanceof Mismatch) {
    const detail = error.message;
    return new Problem(400, `the request body does not fit: ${detail}`, {
      errors: [{ pointer: `#${encodeURI(error.pointer)}`, detail: error.reason }],
    });
  }
  return error;
}

function malformed(what: string, { message: detail }: Error): Problem {
  return new Problem(400, `the request body is not ${what}: ${detail}`, {
    errors: [{ pointer: '#', detail }],
  });
}

/** A body of a stated length is read at once (the host holds the client to it), another one piece by piece. */
function readBuffer(request: Request, maxBytes: number): Promise<ArrayBuffer> {
  const stated = request.headers.get('content-length');
  if (stated === null) return readPieces(request, maxBytes);
  if (Number(stated) > maxBytes) throw tooLarge(maxBytes);
  return request.arrayBuffer();
}

async function readPieces(request: Request, maxBytes: number): Promise<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const read = await reader?.read();
    if (read?.value === undefined) break;
    length += read.value.length;
    if (length > maxBytes) {
      await reader?.cancel();
      throw tooLarge(maxBytes);
    }
    pieces.push(read.value);
  }
  return concatenate(pieces).buffer;
}

function tooLarge(maxBytes: number): Problem {
  return new Problem(413, `the request body is larger than ${maxBytes} bytes`);
}
