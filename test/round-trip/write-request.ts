/**
 * Requests, written from the document as a client would: OpenAPI 3.1.1, "Style Values", "Encoding Object"; RFC 7578.
 */
import { stringifyJson } from '../../templates/runtime/json.ts';
import { isRaw, type Raw } from './raw-document.ts';

/** A value that no style can write, such as an empty list. */
export class Unwritable extends Error {}

type Pair = readonly [name: string, value: string];

const encode = encodeURIComponent;

/** The text of a scalar; an object or list inside another is JSON text. */
export function scalarText(value: unknown): string {
  if (value === null || value === undefined) throw new Unwritable('null');
  return typeof value === 'object' ? stringifyJson(value) : String(value);
}

/** What stands in the path for a parameter. */
export function writePath(
  { name, style = 'simple', explode = false }: Raw,
  value: unknown,
): string {
  const [prefix, separator] = PATH_STYLES[String(style)] ?? ['', ','];
  const between = explode === true ? separator : ',';
  const own = style === 'matrix' ? `;${name}=` : prefix;
  if (Array.isArray(value)) {
    const items = someOf(value).map((item) => encode(scalarText(item)));
    return own + items.join(style === 'matrix' && explode === true ? own : between);
  }
  if (!isRaw(value)) {
    const text = encode(scalarText(value));
    if (text === '' || text === '.' || text === '..') throw new Unwritable('an empty segment');
    return own + text;
  }
  const members = membersOf(value).map(([key, text]) => [encode(key), encode(text)]);
  if (explode !== true) return own + members.flat().join(',');
  return (style === 'matrix' ? ';' : prefix) + members.map((pair) => pair.join('=')).join(between);
}

const PATH_STYLES: Readonly<Record<string, readonly [prefix: string, separator: string]>> = {
  label: ['.', '.'],
  matrix: [';', ';'],
};

/** The pairs of the query, or of a url-encoded body, for one name; encoded. */
export function writePairs(
  { name, style = 'form', explode = style === 'form' }: Raw,
  value: unknown,
): readonly Pair[] {
  const own = encode(String(name));
  if (style === 'deepObject' && isRaw(value)) return deepPairs(own, value);
  const between = DELIMITERS[String(style)] ?? ',';
  if (Array.isArray(value)) {
    const items = someOf(value).map((item) => encode(scalarText(item)));
    return explode === true ? items.map((item) => [own, item]) : [[own, items.join(between)]];
  }
  if (!isRaw(value)) return [[own, encode(scalarText(value))]];
  const members = membersOf(value).map(([key, text]): Pair => [encode(key), encode(text)]);
  return explode === true ? members : [[own, members.flat().join(between)]];
}

const DELIMITERS: Readonly<Record<string, string>> = {
  spaceDelimited: '%20',
  pipeDelimited: '%7C',
};

function deepPairs(own: string, value: Raw): readonly Pair[] {
  return someOf(Object.entries(value)).flatMap(([key, member]): readonly Pair[] => {
    const name = `${own}%5B${encode(key)}%5D`;
    if (isRaw(member)) return deepPairs(name, member);
    if (!Array.isArray(member)) return [[name, encode(scalarText(member))]];
    return someOf(member).map((item): Pair => [name, encode(scalarText(item))]);
  });
}

/** Style `simple`, which headers have, without encoding. */
export function writeSimple(value: unknown, explode: boolean): string {
  if (Array.isArray(value)) return someOf(value).map(plainText).join(',');
  if (!isRaw(value)) return plainText(value);
  return membersOf(value)
    .map((pair) => pair.map(plainText).join(explode ? '=' : ','))
    .join(',');
}

/** Commas in a header or cookie would be read as delimiters. */
function plainText(value: unknown): string {
  const text = scalarText(value);
  if (/[^\x20-\x7e]|,/u.test(text) || text !== text.trim()) throw new Unwritable('no header text');
  return text;
}

export function writeCookie({ name, explode = true }: Raw, value: unknown): string {
  const text = writeSimple(value, false);
  if (explode === true && typeof value === 'object') throw new Unwritable('a list in cookies');
  if (/[;"\\ ]/u.test(text)) throw new Unwritable('no cookie text');
  return `${name}=${text}`;
}

function membersOf(value: Raw): readonly Pair[] {
  return someOf(Object.entries(value)).map(([key, member]) => [key, scalarText(member)]);
}

function someOf<Item>(items: readonly Item[]): readonly Item[] {
  if (items.length === 0) throw new Unwritable('nothing to write');
  return items;
}

/** A url-encoded body. */
export function writeForm(value: Raw, encoding: Raw): string {
  return Object.entries(value)
    .flatMap(([name, member]) => {
      const { style, explode } = isRaw(encoding[name]) ? encoding[name] : {};
      const isJson = style === undefined && isStructure(member);
      const how = {
        name,
        ...(style !== undefined && { style }),
        ...(explode !== undefined && { explode }),
      };
      return writePairs(how, isJson ? stringifyJson(member) : member);
    })
    .map((pair) => pair.join('='))
    .join('&');
}

/** Objects, and lists of them, are JSON text where nothing else is said. */
function isStructure(value: unknown): boolean {
  return isRaw(value) || (Array.isArray(value) && value.some((item) => typeof item === 'object'));
}

export const BOUNDARY = 'a boundary (1)';

/** A multipart body; `isFile` says which members are files. */
export function writeMultipart(value: Raw, isFile: (name: string) => boolean): string {
  const parts = Object.entries(value).flatMap(([name, member]) => {
    const items = Array.isArray(member) && !isStructure(member) ? someOf(member) : [member];
    return items.map((item) => {
      const file = isFile(name) ? '; filename="a%22b.bin"\r\ncontent-type: image/png' : '';
      const escaped = name.replaceAll('"', '%22');
      return `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${escaped}"${file}\r\n\r\n${scalarText(item)}\r\n`;
    });
  });
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
}

/** A media type that is in the range. */
export function concreteMedia(media: string, format: string): string {
  if (!media.includes('*')) return media;
  if (media.endsWith('*+json')) return 'application/vnd.acme+json';
  if (format === 'json') return 'application/json';
  return media === '*/*' ? 'application/octet-stream' : media.replace('*', 'plain');
}
