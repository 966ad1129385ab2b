/**
 * `multipart/form-data`, read: RFC 7578, on RFC 2046 §5.1.
 */
import { decodeUtf8, encodeUtf8, find } from './bytes.ts';
import { headerValue } from './header-value.ts';

export interface Part {
  readonly name: string;
  readonly filename?: string | undefined;
  /** `Content-Type`, as it came. */
  readonly contentType?: string | undefined;
  readonly data: Uint8Array;
}

/** Bytes that are not multipart/form-data, or beyond our limits. */
export class MultipartError extends Error {
  override readonly name = 'MultipartError';
}

const MAX_PARTS = 1000;
/** Headers of one part, in bytes. */
const MAX_HEAD = 8192;

/** RFC 2046 §5.1.1. */
const BOUNDARY = /^[\w'()+,./:=? -]{0,69}[\w'()+,./:=?-]$/;

const [CR, LF, DASH, BLANK, TAB] = [0x0d, 0x0a, 0x2d, 0x20, 0x09];
const CRLF = Uint8Array.of(CR, LF);

/**
 * The parts of a body, in order; their data are views of `bytes`. What is before the first boundary and after the last
 * one is nobody's. Throws MultipartError.
 */
export function readMultipart(bytes: Uint8Array, contentType: string): Part[] {
  const delimiter = encodeUtf8(`\r\n--${boundaryOf(contentType)}`);
  const parts: Part[] = [];
  let line = firstDelimiter(bytes, delimiter);
  while (!line.last) {
    if (parts.length === MAX_PARTS) throw new MultipartError(`it has over ${MAX_PARTS} parts`);
    const head = readHead(bytes, line.end, parts.length + 1);
    // The empty line may be the one that the delimiter begins with: a part without any data.
    const next = nextDelimiter(bytes, delimiter, head.end - CRLF.length);
    parts.push({ ...head.part, data: bytes.subarray(head.end, Math.max(head.end, next.start)) });
    line = next;
  }
  return parts;
}

function boundaryOf(contentType: string): string {
  const boundary = headerValue(contentType)?.parameters.get('boundary');
  if (boundary === undefined) throw new MultipartError('its content type has no boundary');
  if (!BOUNDARY.test(boundary)) throw new MultipartError('its content type has a bad boundary');
  return boundary;
}

interface Delimiter {
  /** Its line break is part of it. */
  readonly start: number;
  readonly end: number;
  readonly last: boolean;
}

function firstDelimiter(bytes: Uint8Array, delimiter: Uint8Array): Delimiter {
  const atStart = delimiter.subarray(CRLF.length);
  const isAtStart = atStart.every((byte, index) => bytes[index] === byte);
  const line = isAtStart ? lineRest(bytes, atStart.length) : undefined;
  return line ? { start: 0, ...line } : nextDelimiter(bytes, delimiter, 0);
}

/** A line that goes on after the boundary is data that looks like one. */
function nextDelimiter(bytes: Uint8Array, delimiter: Uint8Array, from: number): Delimiter {
  let start = find(bytes, delimiter, from);
  while (start !== -1) {
    const end = start + delimiter.length;
    const line = lineRest(bytes, end);
    if (line) return { start, ...line };
    start = find(bytes, delimiter, end);
  }
  throw new MultipartError('it ends before its last boundary');
}

/** `--` after the last one, blanks, and the line's end. */
function lineRest(bytes: Uint8Array, from: number): Omit<Delimiter, 'start'> | undefined {
  const last = bytes[from] === DASH && bytes[from + 1] === DASH;
  let end = last ? from + 2 : from;
  while (bytes[end] === BLANK || bytes[end] === TAB) end += 1;
  if (bytes[end] === CR && bytes[end + 1] === LF) return { end: end + CRLF.length, last };
  return last && end === bytes.length ? { end, last } : undefined;
}

/** `end` is where the data begin. */
function readHead(bytes: Uint8Array, from: number, number: number) {
  const headers = new Map<string, string>();
  let at = from;
  for (;;) {
    const end = find(bytes.subarray(0, from + MAX_HEAD), CRLF, at);
    if (end === -1) throw malformed(number, 'its headers are cut off or too long');
    const line = bytes.subarray(at, end);
    at = end + CRLF.length;
    if (line.length === 0) return { end: at, part: partOf(headers, number) };
    const [name, value] = readHeader(line, number);
    if (headers.has(name)) throw malformed(number, `it has the header ${name} twice`);
    headers.set(name, value);
  }
}

/** Folded headers begin with a blank: obsolete (RFC 9112 §5.2), and a way to hide things. */
const HEADER = /^([\w!#$%&'*+.^`|~-]+):[ \t]*([^\r\n]*)$/;

function readHeader(line: Uint8Array, number: number): [name: string, value: string] {
  const match = HEADER.exec(decodeUtf8(line) ?? '');
  if (match === null) throw malformed(number, 'it has a line that is no header');
  const [, name = '', value = ''] = match;
  return [name.toLowerCase(), value.trim()];
}

function partOf(headers: ReadonlyMap<string, string>, number: number): Omit<Part, 'data'> {
  const disposition = headerValue(headers.get('content-disposition') ?? '');
  const name = disposition?.parameters.get('name');
  if (disposition?.value !== 'form-data' || name === undefined) {
    throw malformed(number, 'it has no content-disposition with a name');
  }
  const encoding = headers.get('content-transfer-encoding') ?? 'binary';
  if (!/^(?:7bit|8bit|binary)$/i.test(encoding)) {
    throw malformed(number, 'its content-transfer-encoding is none that HTTP has');
  }
  const { parameters } = disposition;
  const extended = parameters.get('filename*');
  const filename =
    extended === undefined ? parameters.get('filename') : readExtended(extended, number);
  return {
    name: readName(name),
    filename: filename === undefined ? undefined : readName(filename),
    contentType: headers.get('content-type'),
  };
}

/** `UTF-8''na%C3%AFve.txt` (RFC 8187 §3.2); forbidden in forms by RFC 7578 §4.2, and sent all the same. */
function readExtended(text: string, number: number): string {
  const match = /^utf-8'[^']*'(.*)$/i.exec(text);
  try {
    if (match) return decodeURIComponent(match[1] ?? '');
  } catch {
    // Says no more than that it is malformed.
  }
  throw malformed(number, 'its filename* is malformed');
}

/** Quotes and line breaks as browsers write them: percent-encoded, and nothing else is (HTML, "Multipart form data"). */
function readName(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/%(22|0D|0A)/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function malformed(number: number, what: string): MultipartError {
  return new MultipartError(`part ${number}: ${what}`);
}
