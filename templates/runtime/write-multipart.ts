/**
 * `multipart/form-data`, written: RFC 7578.
 */
import { concatenate, encodeUtf8, find } from './bytes.ts';
import type { Binary } from './content.ts';
import { isHeaderText } from './header-value.ts';
import { Mismatch, under } from './mismatch.ts';
import type { Part } from './multipart.ts';

const LINE_END = Uint8Array.of(0x0d, 0x0a);

/** A name that has `%22`, `%0D` or `%0A` in it is read as what they stand for: browsers don't escape the `%`. */
export function writeMultipart(parts: readonly Part[]): Binary {
  const heads = parts.map((part) => encodeUtf8(headOf(part)));
  const boundary = boundaryFor([...heads, ...parts.map(({ data }) => data)]);
  const pieces = parts.flatMap(({ data }, index) => [
    encodeUtf8(`--${boundary}\r\n`),
    heads[index] ?? LINE_END,
    data,
    LINE_END,
  ]);
  const data = concatenate([...pieces, encodeUtf8(`--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, data };
}

function headOf({ name, filename, contentType }: Part): string {
  if (contentType !== undefined && !isHeaderText(contentType)) {
    throw under(name, new Mismatch('has a content type that no header can have'));
  }
  const file = filename === undefined ? '' : `; filename="${writeName(filename)}"`;
  const type = contentType === undefined ? '' : `Content-Type: ${contentType}\r\n`;
  return `Content-Disposition: form-data; name="${writeName(name)}"${file}\r\n${type}\r\n`;
}

/** As browsers do (HTML, "Multipart form data"); and a backslash that a reader would take for an escape is escaped. */
const WRITTEN: Readonly<Record<string, string>> = { '"': '%22', '\r': '%0D', '\n': '%0A' };

function writeName(name: string): string {
  return name.replace(/["\r\n]|\\(?=["\\]|$)/g, (found) => WRITTEN[found] ?? '\\\\');
}

const PREFIX = '_form-data-';

/** The first of our boundaries that is in no piece, found in one pass: the same parts are the same bytes each time. */
function boundaryFor(pieces: readonly Uint8Array[]): string {
  const prefix = encodeUtf8(PREFIX);
  const taken = new Set<string>();
  for (const piece of pieces) {
    for (let at = find(piece, prefix, 0); at !== -1; at = find(piece, prefix, at + prefix.length)) {
      taken.add(numberAt(piece, at + prefix.length));
    }
  }
  let number = 0;
  while (taken.has(String(number))) number += 1;
  return `${PREFIX}${number}_`;
}

/** No longer than any number of ours. */
function numberAt(bytes: Uint8Array, from: number): string {
  const digits = String.fromCharCode(...bytes.subarray(from, from + 10));
  return /^\d*/.exec(digits)?.[0] ?? '';
}
