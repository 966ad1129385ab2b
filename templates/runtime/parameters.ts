import type { Codecs, ObjectCode } from './codec.ts';
import { compileDeepObject } from './deep-object.ts';
import { JsonError, parseJson } from './json.ts';
import { Mismatch } from './mismatch.ts';
import { type ParameterSource, sourceOf } from './parameter-source.ts';
import {
  type ItemsCode,
  itemsReader,
  mayHoldComma,
  memberReader,
  textReader,
  textsReader,
} from './parameter-text.ts';
import { Problem } from './problem.ts';
import type { RequestParts } from './request-parts.ts';
import { piecesOf } from './styles.ts';
import type { ParamCode, RouteCode, TypeCode } from './table.ts';
import { caseReader, type Reader } from './union-text.ts';

/** Reads one parameter. Throws a 400 Problem that names it. */
export type ParameterReader = (request: RequestParts) => unknown;

/** What the request says, as JSON for the codec. */
type Extraction = Reader<RequestParts>;

/** Compiles the parameters of a route, in order; `names` are those of its path template. */
export function compileParameters(
  { params }: Pick<RouteCode, 'params'>,
  names: readonly string[],
  codecs: Codecs,
): ParameterReader[] {
  const queryNames = params.filter((param) => param.in === 'query').map((param) => param.name);
  return params.map((param) => {
    const source = sourceOf(param, names);
    const taken = new Set(queryNames.filter((name) => name !== param.name));
    const extract = param.json
      ? extractJson(source)
      : extractStyled(source, param.type, codecs, taken);
    return reader(param, extract, codecs);
  });
}

function reader(param: ParamCode, extract: Extraction, codecs: Codecs): ParameterReader {
  const { decode } = codecs.codec(param.type);
  return (request) => {
    try {
      const json = extract(request);
      if (json !== undefined) return decode(json);
      if (param.optional) return undefined;
      throw new Mismatch('is required');
    } catch (error) {
      throw error instanceof Mismatch ? badParameter(param, error) : error;
    }
  };
}

function badParameter({ name, in: place }: ParamCode, { message }: Mismatch): Problem {
  return new Problem(400, `${place} parameter ${JSON.stringify(name)}: ${message}`, {
    errors: [{ parameter: name, in: place, detail: message }],
  });
}

function extractJson({ value, text }: ParameterSource): Extraction {
  return (request) => {
    const raw = value(request);
    if (raw === undefined) return undefined;
    try {
      return parseJson(text(raw));
    } catch (error) {
      throw error instanceof JsonError ? new Mismatch(`is not JSON: ${error.message}`) : error;
    }
  };
}

/** `taken`: query names that belong to other parameters. */
function extractStyled(
  source: ParameterSource,
  type: TypeCode,
  codecs: Codecs,
  taken: ReadonlySet<string>,
): Extraction {
  if (source.style === 'deepObject') return extractNested(source, type, codecs);
  const core = codecs.core(type);
  if (typeof core === 'object') {
    if ('variant' in core) {
      return caseReader(core, codecs, (of) => extractStyled(source, of, codecs, taken));
    }
    if ('record' in core || 'map' in core) {
      if (isSpread(source)) return extractSpreadObject(source, core, codecs, taken);
      return extractObject(source, core, codecs);
    }
    if ('list' in core || 'tuple' in core) return extractList(source, core, codecs);
  }
  return extractScalar(source, type, codecs);
}

/** `?a=1&a=2`, `?R=100&G=200`: each item or property has a pair of its own. */
function isSpread({ in: place, explode }: ParameterSource): boolean {
  return place === 'query' && explode;
}

function extractScalar(source: ParameterSource, type: TypeCode, codecs: Codecs): Extraction {
  const { scalar } = piecesOf(source.style, { ...source, looseComma: false });
  const read = textReader(type, codecs);
  return (request) => {
    const raw = source.value(request);
    return raw === undefined ? undefined : read(source.text(scalar(raw)));
  };
}

function extractList(source: ParameterSource, code: ItemsCode, codecs: Codecs): Extraction {
  const items = 'tuple' in code ? code.tuple : [code.list];
  // Browsers' URLSearchParams encodes commas. Where no item may hold one, it can't be meant as text.
  const looseComma = !items.some((item) => mayHoldComma(item, codecs));
  const { list } = piecesOf(source.style, { ...source, looseComma });
  const read = itemsReader(code, codecs);
  const spread = isSpread(source);
  return (request) => {
    const raws = source.values(request);
    if (raws.length === 0) return undefined;
    return read((spread ? raws : raws.flatMap(list)).map(source.text));
  };
}

/** `R,100,G,200` or `R=100,G=200`, with the delimiters of the style. */
function extractObject(source: ParameterSource, core: ObjectCode, codecs: Codecs): Extraction {
  const { object } = piecesOf(source.style, { ...source, looseComma: false });
  const addMember = memberReader(core, (type) => textReader(type, codecs));
  return (request) => {
    const raw = source.value(request);
    if (raw === undefined) return undefined;
    const json = {};
    for (const [name, value] of object(raw)) addMember(json, source.text(name), source.text(value));
    return json;
  };
}

/** `?R=100&G=200`: the properties are pairs of the query itself. */
function extractSpreadObject(
  source: ParameterSource,
  core: ObjectCode,
  codecs: Codecs,
  taken: ReadonlySet<string>,
): Extraction {
  const addMember = memberReader(core, (type) => textsReader(type, codecs));
  return ({ query }) => {
    const json = {};
    for (const [name, raws] of query) {
      if (!taken.has(name)) addMember(json, name, raws.map(source.text));
    }
    return Object.keys(json).length === 0 ? undefined : json;
  };
}

/** `?filter[color]=red&filter[size][min]=3`. */
function extractNested(source: ParameterSource, type: TypeCode, codecs: Codecs): Extraction {
  const read = compileDeepObject(source.name, type, codecs);
  return ({ query }) =>
    read({
      names: () => query.keys(),
      values: (name) => query.get(name) ?? [],
      decode: source.text,
    });
}
