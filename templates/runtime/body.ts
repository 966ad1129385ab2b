import type { Codecs } from './codec.ts';
import { JsonError, parseJson } from './json.ts';
import { firstForm, fits, mediaType } from './media.ts';
import { Mismatch } from './mismatch.ts';
import { Problem } from './problem.ts';
import type { BodyCode, PayloadCode } from './table.ts';

/** Reads a request's body into a WIT value. Rejects with a Problem: 400, 413, 415. */
export type BodyReader = (request: Request) => Promise<unknown>;

export function compileBody(body: BodyCode, codecs: Codecs, maxBytes: number): BodyReader {
  const form = firstForm(body.as);
  const { media, format } = form;
  const decode = compilePayload(form, codecs);
  return async (request) => {
    const contentType = request.headers.get('content-type');
    if (contentType !== null && !fits(mediaType(contentType), media)) {
      throw wrongMedia(media, contentType);
    }
    const bytes = await readBytes(request, maxBytes);
    if (bytes.length === 0 && (format === 'json' || contentType === null)) {
      if (body.optional) return undefined;
      throw new Problem(400, 'the request has no body, and needs one');
    }
    // Without a type it could be anything, and a browser sends such a request to any site without asking first.
    if (contentType === null && format !== 'bytes') throw wrongMedia(media, 'no content-type');
    return decode(bytes);
  };
}

/** `Accept` in an answer says what would have been taken: RFC 9110 §12.5.1. */
function wrongMedia(media: string, got: string): Problem {
  return new Problem(415, `expected ${media}, got ${got}`, { headers: { accept: media } });
}

function compilePayload(
  { format, type = 'json' }: PayloadCode,
  codecs: Codecs,
): (bytes: Uint8Array) => unknown {
  if (format === 'bytes') return (bytes) => bytes;
  if (format === 'text') return decodeUtf8;
  const { decode } = codecs.codec(type);
  return (bytes) => {
    try {
      return decode(parseJson(decodeUtf8(bytes)));
    } catch (error) {
      throw asProblem(error);
    }
  };
}

function asProblem(error: unknown): unknown {
  if (error instanceof JsonError) {
    return new Problem(400, `the request body is not JSON: ${error.message}`, {
      errors: [{ pointer: '#', detail: error.message }],
    });
  }
  if (error instanceof Mismatch) {
    const detail = error.message;
    return new Problem(400, `the request body does not fit: ${detail}`, {
      errors: [{ pointer: `#${encodeURI(error.pointer)}`, detail: error.reason }],
    });
  }
  return error;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    // A decoder of its own each time: in the engine one that has failed keeps a stale state.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch {
    throw new Problem(400, 'the request body is not UTF-8');
  }
}

/** A body of a stated length is read at once (the host holds the client to it), another one piece by piece. */
async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const stated = request.headers.get('content-length');
  if (stated !== null && Number(stated) > maxBytes) throw tooLarge(maxBytes);
  const bytes =
    stated === null
      ? await readPieces(request, maxBytes)
      : new Uint8Array(await request.arrayBuffer());
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

async function readPieces(request: Request, maxBytes: number): Promise<Uint8Array> {
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
  return concatenate(pieces, length);
}

function concatenate(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function tooLarge(maxBytes: number): Problem {
  return new Problem(413, `the request body is larger than ${maxBytes} bytes`);
}
