import type { Parameter } from '../../openapi/model.ts';

type Style = Pick<Parameter, 'name' | 'style' | 'explode' | 'json'>;

/**
 * A path parameter as it stands in the path, percent-encoded (OpenAPI 3.1.1, "Style Values": simple, label, matrix).
 */
export function pathText(parameter: Style, value: unknown): string {
  const { name, style, explode } = parameter;
  if (parameter.json) return encode(JSON.stringify(value));
  const pieces = piecesOf(value, explode);
  if (style === 'label') return `.${pieces.join(explode ? '.' : ',')}`;
  if (style !== 'matrix') return pieces.join(',');
  if (!explode || !isStructured(value)) return `;${encode(name)}=${pieces.join(',')}`;
  const isObject = !Array.isArray(value);
  return pieces.map((piece) => (isObject ? `;${piece}` : `;${encode(name)}=${piece}`)).join('');
}

/** A query parameter as `name=value` pairs, percent-encoded (form, spaceDelimited, pipeDelimited, deepObject). */
export function queryPairs(parameter: Style, value: unknown): readonly string[] {
  const { style, explode } = parameter;
  const name = encode(parameter.name);
  if (parameter.json) return [`${name}=${encode(JSON.stringify(value))}`];
  if (!isStructured(value)) return [`${name}=${encode(plain(value))}`];
  if (style === 'deepObject') return deepPairs(parameter.name, value);
  const pieces = piecesOf(value, explode);
  if (explode) return Array.isArray(value) ? pieces.map((piece) => `${name}=${piece}`) : pieces;
  const separator = style === 'spaceDelimited' ? '%20' : style === 'pipeDelimited' ? '%7C' : ',';
  return [`${name}=${pieces.join(separator)}`];
}

/** A header parameter's value: `simple`, and not percent-encoded. */
export function headerText(parameter: Style, value: unknown): string {
  if (parameter.json) return JSON.stringify(value);
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

function deepPairs(name: string, value: unknown): string[] {
  if (!isStructured(value)) return [`${encode(name)}=${encode(plain(value))}`];
  if (Array.isArray(value)) return value.flatMap((item) => deepPairs(name, item));
  return Object.entries(value).flatMap(([key, inner]) => deepPairs(`${name}[${key}]`, inner));
}

/** The styles say nothing about what is nested in an item; JSON is what comes closest. */
function plain(value: unknown): string {
  if (value === null) return '';
  return isStructured(value) ? JSON.stringify(value) : String(value);
}
