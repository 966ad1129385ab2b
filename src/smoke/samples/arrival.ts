import type { Parameter } from '../../openapi/model.ts';
import {
  compileParameters,
  Mismatch,
  Problem,
  RequestParts,
  stringifyJson,
} from '../../runtime/index.ts';
import type { ParamCode } from '../../runtime/table.ts';
import type { SampleContext } from './context.ts';
import { cookieText, headerText, pathText, queryPairs } from './parameters.ts';

/**
 * Whether a JSON value of a parameter arrives as it was sent. Not every value has a text: no style can write an empty
 * list, and where a number and a text are allowed, a text of digits is read as the number.
 */
export function arrives(
  { codecs }: SampleContext,
  code: ParamCode,
  parameter: Parameter,
  value: unknown,
): boolean {
  const sent = sentParts(parameter, value);
  if (sent === undefined) return false;
  const names = code.in === 'path' ? [code.name] : [];
  const [read] = compileParameters({ params: [code] }, names, codecs);
  try {
    // An optional parameter that did not arrive is `undefined`, which few types have.
    const back = codecs.encode(code.type, read?.(sent));
    return stringifyJson(back) === stringifyJson(normal(codecs, code, value));
  } catch (error) {
    if (error instanceof Problem || error instanceof Mismatch) return false;
    throw error;
  }
}

/** The value without what its type does not know. */
function normal(codecs: SampleContext['codecs'], { type }: ParamCode, value: unknown): unknown {
  return codecs.encode(type, codecs.decode(type, value));
}

/** A request with this parameter alone; `undefined` when there is no such request. */
function sentParts(parameter: Parameter, value: unknown): RequestParts | undefined {
  switch (parameter.in) {
    case 'path': {
      const text = pathText(parameter, value);
      return text === '' ? undefined : partsOf({ captures: [text] });
    }
    case 'query': {
      const pairs = queryPairs(parameter, value);
      return pairs.length === 0 ? undefined : partsOf({ search: pairs.join('&') });
    }
    case 'header': {
      const text = headerText(parameter, value);
      const isField = /^[!-~](?:[ -~]*[!-~])?$/u.test(text);
      return isField ? partsOf({ headers: { [parameter.name]: text } }) : undefined;
    }
    case 'cookie':
      return partsOf({ headers: { cookie: cookieText(parameter, value) } });
  }
}

function partsOf({
  search = '',
  headers = {},
  captures = [],
}: {
  readonly search?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly captures?: readonly string[];
}): RequestParts {
  const header = (name: string) => headers[name] ?? null;
  return new RequestParts({ headers: { get: header } }, search, captures);
}
