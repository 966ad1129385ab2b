import { onlyOne } from './parameter-text.ts';
import { decodeText, type RequestParts } from './request-parts.ts';
import type { ParamCode } from './table.ts';

/** Where the text of a parameter comes from and how it is written; defaults filled in. */
export interface ParameterSource {
  readonly name: string;
  readonly in: ParamCode['in'];
  readonly style: string;
  readonly explode: boolean;
  /** Raw values under the parameter's own name: none when it is absent, several when it is repeated. */
  values(request: RequestParts): readonly string[];
  /** The raw value, when it is there. Throws Mismatch when it is repeated. */
  value(request: RequestParts): string | undefined;
  /** A raw value, or a piece of it, decoded. Throws Mismatch. */
  text(raw: string): string;
}

/** `names` are those of the route's template, in order. */
export function sourceOf(param: ParamCode, names: readonly string[]): ParameterSource {
  const { name } = param;
  const index = names.indexOf(name);
  // A path parameter that the path does not have can only be in the template's query: `/x?id={id}`.
  const place = param.in === 'path' && index === -1 ? 'query' : param.in;
  const isForm = place === 'query' || place === 'cookie';
  const style = param.style ?? (isForm ? 'form' : 'simple');
  return {
    name,
    in: place,
    style,
    // An object that is spread over cookies can't be told from the others: it is one cookie.
    explode: place !== 'cookie' && (param.explode ?? style === 'form'),
    ...PLACES[place](name, index),
    text: TEXTS[place],
  };
}

type Place = Pick<ParameterSource, 'value' | 'values'>;

const PLACES: Readonly<Record<ParamCode['in'], (name: string, index: number) => Place>> = {
  path: (_, index) => single((request) => request.captures[index]),
  query: (name) => repeated((request) => request.query.get(name) ?? []),
  header: (name) =>
    single(
      HEADER_NAME.test(name) ? (request) => request.header(name) ?? undefined : () => undefined,
    ),
  cookie: (name) => repeated((request) => request.cookies.get(name) ?? []),
};

function single(value: Place['value']): Place {
  return {
    value,
    values(request) {
      const raw = value(request);
      return raw === undefined ? [] : [raw];
    },
  };
}

function repeated(values: Place['values']): Place {
  return { values, value: (request) => onlyOne(values(request)) };
}

/** RFC 9110 §5.6.2 "token". A document may call a header `API Key`; no request can have it. */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** Headers are not percent-encoded (OpenAPI 3.1.1, appendix D); cookies often are, but need not be. */
const TEXTS: Readonly<Record<ParamCode['in'], (raw: string) => string>> = {
  path: (raw) => decodeText(raw, 'path'),
  query: (raw) => decodeText(raw, 'query'),
  header: (raw) => raw.trim(),
  cookie(raw) {
    try {
      return decodeText(raw.trim(), 'path');
    } catch {
      return raw.trim();
    }
  },
};
