/**
 * Parameters as a client writes them: the inverse of what the component reads (`templates/runtime/parameters.ts`), but
 * for what no style can say: an empty list or object, `null` beside texts, a delimiter inside a value.
 */
import type { Parameter } from '../../openapi/model.ts';
import { stringifyJson } from '../../runtime/index.ts';

type Style = Pick<Parameter, 'name' | 'style' | 'explode' | 'json'>;

/**
 * A path parameter as it stands in the path, percent-encoded (OpenAPI 3.1.1, "Style Values": simple, label, matrix).
 */
export function pathText(parameter: Style, value: unknown): string {
  const { name, style, explode } = parameter;
  if (parameter.json) return encode(stringifyJson(value));
  const pieces = piecesOf(value, explode);
  if (style === 'label') {
    return explode ? `.${pieces.map(withoutDots).join('.')}` : `.${pieces.join(',')}`;
  }
  if (style !== 'matrix') return pieces.join(',');
  if (!explode || !isStructured(value)) return `;${encode(name)}=${pieces.join(',')}`;
  const isObject = !Array.isArray(value);
  return pieces.map((piece) => (isObject ? `;${piece}` : `;${encode(name)}=${piece}`)).join('');
}

/** A dot is nothing to encode in a URL, and the delimiter of this style. */
function withoutDots(piece: string): string {
  return piece.replaceAll('.', '%2E');
}

/** A query parameter as `name=value` pairs, percent-encoded (form, spaceDelimited, pipeDelimited, deepObject). */
export function queryPairs(parameter: Style, value: unknown): readonly string[] {
  const { style, explode } = parameter;
  const name = encode(parameter.name);
  if (parameter.json) return [`${name}=${encode(stringifyJson(value))}`];
  if (!isStructured(value)) return [`${name}=${encode(plain(value))}`];
  if (style === 'deepObject') return deepPairs(parameter.name, value);
  if (explode) return Array.isArray(value) ? listPairs(name, value) : spreadPairs(value);
  const pieces = piecesOf(value, explode);
  const separator = style === 'spaceDelimited' ? '%20' : style === 'pipeDelimited' ? '%7C' : ',';
  return [`${name}=${pieces.join(separator)}`];
}

/** A header parameter's value: `simple`, and not percent-encoded. */
export function headerText(parameter: Style, value: unknown): string {
  if (parameter.json) return stringifyJson(value);
  return piecesOf(value, parameter.explode, (text) => text).join(',');
}

/** A cookie parameter as `name=value` (form). */
export function cookieText(parameter: Style, value: unknown): string {
  return queryPairs({ ...parameter, explode: false }, value).join('; ');
}

/** Encodes all but RFC 3986's unreserved characters; a lone surrogate has no encoding and becomes U+FFFD. */
export function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/gu,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function isStructured(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** One piece a value: the items of an array; of an object `key=value` exploded, else keys and values in turn. */
function piecesOf(value: unknown, explode: boolean, write = encode): string[] {
  if (!isStructured(value)) return [write(plain(value))];
  if (Array.isArray(value)) return value.map((item) => write(plain(item)));
  const pairs = Object.entries(value).map(([key, inner]) => [write(key), write(plain(inner))]);
  return explode ? pairs.map((pair) => pair.join('=')) : pairs.flat();
}

function listPairs(name: string, items: readonly unknown[]): string[] {
  return items.map((item) => `${name}=${encode(plain(item))}`);
}

function spreadPairs(value: object): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    listPairs(encode(key), Array.isArray(inner) ? inner : [inner]),
  );
}

function deepPairs(name: string, value: unknown): string[] {
  if (!isStructured(value)) return [`${encode(name)}=${encode(plain(value))}`];
  if (Array.isArray(value)) {
    const isFlat = !value.some(isStructured);
    return value.flatMap((item, index) => deepPairs(isFlat ? name : `${name}[${index}]`, item));
  }
  return Object.entries(value).flatMap(([key, inner]) => deepPairs(`${name}[${key}]`, inner));
}

/** The styles say nothing about what is nested in an item; JSON is what comes closest. */
function plain(value: unknown): string {
  if (value === null) return '';
  return isStructured(value) ? stringifyJson(value) : String(value);
}
