/**
 * Forms, written: JSON, as a codec encodes it, → the bytes of a form. The reading of `form.ts`, the other way round.
 */
import { encodeUtf8 } from './bytes.ts';
import type { Binary } from './content.ts';
import type { FilePart } from './form.ts';
import { stringifyJson } from './json.ts';
import { wellFormed } from './mismatch.ts';
import type { Part } from './multipart.ts';
import type { PartCode, PayloadCode } from './table.ts';
import { writeMultipart } from './write-multipart.ts';

type Parts = PayloadCode['parts'];

/** One field: its pieces stand with the separator between them. */
interface Field {
  readonly name: string;
  readonly pieces: readonly string[];
  readonly separator?: string;
  readonly json?: true;
  readonly file?: FilePart;
}

/** A url-encoded body (WHATWG URL §5.2). */
export function writeUrlencoded(json: object, parts: Parts): string {
  return fieldsOf(json, parts)
    .map(({ name, pieces, separator = ',' }) => {
      const between = separator === ',' ? separator : percentEncode(separator);
      return `${percentEncode(name)}=${pieces.map(percentEncode).join(between)}`;
    })
    .join('&');
}

function percentEncode(text: string): string {
  return encodeURIComponent(wellFormed(text))
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/** A multipart body, and the content type that goes with it. Throws Mismatch for a file that can't be sent. */
export function writeMultipartForm(json: object, parts: Parts): Binary {
  return writeMultipart(fieldsOf(json, parts).map(partOf));
}

function partOf({ name, pieces, separator = ',', json, file }: Field): Part {
  if (file) return { name, filename: file.name, contentType: file.contentType, data: file.data };
  const contentType = json ? 'application/json' : undefined;
  return { name, contentType, data: encodeUtf8(pieces.join(separator)) };
}

/** A form has no `null`: such a field is left out. */
function fieldsOf(json: object, parts: Parts = {}): Field[] {
  return Object.entries(json).flatMap(([name, value]) =>
    isNothing(value) ? [] : fieldOf(name, value, Object.hasOwn(parts, name) ? parts[name] : {}),
  );
}

function fieldOf(name: string, value: unknown, part: PartCode = {}): Field[] {
  if (isFile(value)) return [{ name, pieces: [], file: value }];
  if (part.json) return [jsonField(name, value)];
  if (part.style === 'deepObject') return deepFields(name, value);
  if (Array.isArray(value)) return listFields(name, value, part);
  if (typeof value !== 'object' || value === null) return [{ name, pieces: [plain(value)] }];
  return part.style === undefined ? [jsonField(name, value)] : objectFields(name, value, part);
}

function listFields(name: string, items: readonly unknown[], part: PartCode): Field[] {
  const { style = 'form', explode = style === 'form' } = part;
  if (items.length > 0 && items.every(isFile)) return items.flatMap((item) => fieldOf(name, item));
  if (part.style === undefined && items.some((item) => typeof item === 'object')) {
    return [jsonField(name, items)];
  }
  if (explode) return items.map((item) => ({ name, pieces: [plain(item)] }));
  return [{ name, pieces: items.map(plain), separator: SEPARATORS.get(style) ?? ',' }];
}

const SEPARATORS = new Map([
  ['spaceDelimited', ' '],
  ['pipeDelimited', '|'],
]);

function objectFields(
  name: string,
  object: object,
  { style = 'form', explode = style === 'form' }: PartCode,
): Field[] {
  const members = Object.entries(object).filter(([, value]) => !isNothing(value));
  if (explode) {
    return members.flatMap(([key, value]) =>
      [value].flat().map((one) => ({ name: key, pieces: [plain(one)] })),
    );
  }
  return [{ name, pieces: members.flatMap(([key, value]) => [key, plain(value)]) }];
}

/** `a[b]=1`, `a[0][b]=1`. */
function deepFields(name: string, value: unknown): Field[] {
  if (isNothing(value)) return [];
  if (typeof value !== 'object') return [{ name, pieces: [plain(value)] }];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    deepFields(`${name}[${key}]`, inner),
  );
}

function jsonField(name: string, value: unknown): Field {
  return { name, pieces: [stringifyJson(value)], json: true };
}

function plain(value: unknown): string {
  return typeof value === 'object' ? stringifyJson(value) : String(value);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

function isFile(value: unknown): value is FilePart {
  return typeof value === 'object' && value !== null && 'data' in value && isBytes(value.data);
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}
