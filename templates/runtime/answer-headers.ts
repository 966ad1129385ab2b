import type { Codecs } from './codec.ts';
import { isHeaderText } from './header-value.ts';
import { stringifyJson } from './json.ts';
import { expected, inside, Mismatch } from './mismatch.ts';
import type { HeaderCode } from './table.ts';
import { property } from './values.ts';

export type Header = readonly [name: string, value: string];

/** Compiles an answer's headers: the record that the service returned → fields, in order. Throws Mismatch. */
export function compileHeaders(
  headers: readonly HeaderCode[],
  codecs: Codecs,
): (record: object) => Header[] {
  const writers = headers.map((code) => ({ code, write: compileHeader(code, codecs) }));
  return (record) =>
    writers.flatMap(({ code: { js, name, optional }, write }) => {
      const value = property(record, js);
      if (value === undefined && optional) return [];
      return inside(js, write, value).map((one): Header => [name, one]);
    });
}

function compileHeader(code: HeaderCode, codecs: Codecs): (value: unknown) => string[] {
  const { encode } = codecs.codec(code.type);
  // The one header whose values can't be told apart in one line (RFC 9110 §5.3).
  const isRepeated = code.name.toLowerCase() === 'set-cookie';
  return (value) => {
    const json = encode(value);
    if (json === null || json === undefined) return [];
    if (code.json) return [header(stringifyJson(json))];
    if (isRepeated && Array.isArray(json)) return json.map((item) => header(plain(item)));
    return [header(simple(json, code.explode === true))];
  };
}

/** Style `simple` (OpenAPI 3.1.1, "Style Values"): `a,b`, `k,1,l,2` or `k=1,l=2`. */
function simple(json: unknown, explode: boolean): string {
  if (typeof json !== 'object' || json === null) return plain(json);
  if (Array.isArray(json)) return json.map(plain).join(',');
  return Object.entries(json)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => `${key}${explode ? '=' : ','}${plain(value)}`)
    .join(',');
}

function plain(json: unknown): string {
  return typeof json === 'object' ? stringifyJson(json) : String(json);
}

/** A header's value. What could end it and begin another one is the service's mistake, whoever the text is from. */
export function header(value: unknown): string {
  if (typeof value !== 'string') throw expected('string', value);
  if (!isHeaderText(value)) throw new Mismatch('has characters that no header can have');
  return value;
}
