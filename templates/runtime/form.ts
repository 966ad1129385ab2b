/**
 * Forms, read: the bytes of `application/x-www-form-urlencoded` (WHATWG URL §5.1) and `multipart/form-data` → JSON for
 * the codec of their type, in which a file is a value as it is.
 */
import { decodeUtf8 } from './bytes.ts';
import type { Codecs } from './codec.ts';
import {
  compileFields,
  compileTextField,
  type FieldReader,
  type FormTexts,
} from './form-fields.ts';
import { isJson, mediaType } from './media.ts';
import { Mismatch } from './mismatch.ts';
import { type Part, readMultipart } from './multipart.ts';
import { onlyOne } from './parameter-text.ts';
import { decodeText, type Pairs, readPairs } from './request-parts.ts';
import type { PartCode, PayloadCode, TypeCode } from './table.ts';

/** What the `file` of a type is in JavaScript: WIT `file-part`. */
export interface FilePart {
  readonly name?: string | undefined;
  readonly contentType?: string | undefined;
  readonly data: Uint8Array;
}

/** Nobody fills in more; a megabyte of `&a` would keep the engine busy for seconds. */
const MAX_FIELDS = 10_000;

/** Compiles the reading of a url-encoded body's text. Throws Mismatch. */
export function compileUrlencoded(payload: PayloadCode, codecs: Codecs): (text: string) => object {
  const { type = 'json', parts } = payload;
  const read = compileFields<FormTexts>(type, codecs, (name, of) =>
    compileTextField(name, of, partOf(parts, name), codecs),
  );
  return (text) => {
    if (text.split('&', MAX_FIELDS + 1).length > MAX_FIELDS) {
      throw new Mismatch(`has over ${MAX_FIELDS} fields`);
    }
    return read(urlencodedTexts(readPairs(text)));
  };
}

function urlencodedTexts(pairs: Pairs): FormTexts {
  return {
    names: () => pairs.keys(),
    values: (name) => pairs.get(name) ?? [],
    decode: (piece) => decodeText(piece, 'query'),
  };
}

/** Compiles the reading of a multipart body. Throws MultipartError and Mismatch. */
export function compileMultipart(
  payload: PayloadCode,
  codecs: Codecs,
): (bytes: Uint8Array, contentType: string) => object {
  const { type = 'json', parts } = payload;
  const read = compileFields<MultipartForm>(type, codecs, (name, of) =>
    compilePart(name, of, partOf(parts, name), codecs),
  );
  return (bytes, contentType) => read(new MultipartForm(readMultipart(bytes, contentType)));
}

function partOf(parts: PayloadCode['parts'], name: string): PartCode {
  return (parts && Object.hasOwn(parts, name) && parts[name]) || {};
}

class MultipartForm implements FormTexts {
  private readonly byName = new Map<string, Part[]>();

  constructor(parts: readonly Part[]) {
    for (const part of parts) {
      const known = this.byName.get(part.name);
      if (known) known.push(part);
      else this.byName.set(part.name, [part]);
    }
  }

  parts(name: string): readonly Part[] {
    return this.byName.get(name) ?? [];
  }

  names(): Iterable<string> {
    return this.byName.keys();
  }

  values(name: string): readonly string[] {
    return this.parts(name).map(textOf);
  }

  decode(text: string): string {
    return text;
  }
}

function textOf({ data }: Part): string {
  const text = decodeUtf8(data);
  if (text === undefined) throw new Mismatch('is not UTF-8');
  return text;
}

function compilePart(
  name: string,
  type: TypeCode,
  part: PartCode,
  codecs: Codecs,
): FieldReader<MultipartForm> {
  const core = codecs.core(type);
  if (core === 'file') return (form) => onlyOne(form.parts(name).flatMap(fileOf));
  if (typeof core === 'object' && 'list' in core && codecs.core(core.list) === 'file') {
    return (form) => {
      const parts = form.parts(name);
      return parts.length === 0 ? undefined : parts.flatMap(fileOf);
    };
  }
  const readText = compileTextField(name, type, part, codecs);
  if (core !== 'json') return readText;
  // What has no type in the document may say itself what it is.
  const readJson = compileTextField(name, type, { ...part, json: true }, codecs);
  return (form) => (form.parts(name).some(isJsonPart) ? readJson(form) : readText(form));
}

/** Browsers send a file input that nobody has filled in as an empty part with an empty file name. */
function fileOf({ filename, contentType, data }: Part): FilePart[] {
  return filename === '' && data.length === 0 ? [] : [{ name: filename, contentType, data }];
}

function isJsonPart({ contentType }: Part): boolean {
  return contentType !== undefined && isJson(mediaType(contentType));
}
