import type { Parameter } from '../../openapi/model.ts';
import { encode, pathText, queryPairs } from './parameters.ts';

interface Given {
  readonly parameter: Parameter;
  readonly value: unknown;
}

/**
 * Path and query of a request: the route's template with its parameters filled in, then the query parameters. What a
 * template has after `?` is part of the query (and not said twice), what it has after `#` is never sent.
 */
export function requestTarget(template: string, parameters: readonly Given[]): string {
  const [sent = ''] = template.split('#');
  const filled = fill(sent, parameters);
  const pairs = query(parameters, new Set(new URLSearchParams(sent.split('?')[1]).keys()));
  if (pairs.length === 0) return filled;
  return `${filled}${filled.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}

function fill(template: string, parameters: readonly Given[]): string {
  return template
    .split(/(\{[^{}]*\})/u)
    .map((piece) => {
      if (!piece.startsWith('{')) return encodeLiteral(piece);
      const name = piece.slice(1, -1);
      const given = parameters.find(
        ({ parameter }) => parameter.in === 'path' && parameter.name === name,
      );
      // A parameter without a value is a text like any other.
      return given === undefined ? 'sample' : pathText(given.parameter, given.value);
    })
    .join('');
}

/** Pairs of all query parameters; a property of an exploded object gives way to the parameter of that name. */
function query(parameters: readonly Given[], stated: ReadonlySet<string>): readonly string[] {
  const given = parameters.filter(
    ({ parameter }) => parameter.in === 'query' && !stated.has(parameter.name),
  );
  const names = new Set(given.map(({ parameter }) => encode(parameter.name)));
  return given.flatMap(({ parameter, value }) =>
    queryPairs(parameter, value).filter((pair) => {
      const [name = ''] = pair.split('=');
      return name === encode(parameter.name) || !names.has(name);
    }),
  );
}

/** What can't stand in a URL; percent-encoding that is there already stays. */
function encodeLiteral(text: string): string {
  return text.replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@/?%]+/gu, encode);
}
