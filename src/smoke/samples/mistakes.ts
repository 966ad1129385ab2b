import { firstForm, MAX_BODY_BYTES, stringifyJson } from '../../runtime/index.ts';
import { destination, mismatch, type SampleContext, type SampleOperation } from './context.ts';
import type { SampleRequest } from './contract.ts';
import type { SampleInput } from './input.ts';
import { sentRequest } from './request.ts';

/** An operation and a valid input of it: what a mistake is made from. */
export interface Prepared extends SampleOperation {
  readonly input: SampleInput;
}

/** Requests that the component itself must refuse, each made at the first operation that allows the mistake. */
export function mistakes(
  context: SampleContext,
  prepared: readonly Prepared[],
  basePath: string,
): readonly SampleRequest[] {
  const [first] = prepared;
  const withBody = prepared.filter(({ input }) => input.body !== undefined);
  const json = withBody.find(({ route }) => formOf(route)?.format === 'json');
  return [
    ...made(json, malformedBody),
    ...made(
      withBody.find((one) => wrongType(context, one) !== undefined),
      (one) => wrongType(context, one),
    ),
    ...made(json ?? withBody[0], wrongMedia),
    ...made(withBody[0], largeBody),
    ...made(first, () => unknownPath(context, basePath)),
    ...made(first, (one) => wrongMethod(context, one)),
    ...made(first, (one) => options(context, one)),
  ];
}

function formOf({ body }: Prepared['route']) {
  return body && firstForm(body.as);
}

function made(
  from: Prepared | undefined,
  make: (from: Prepared) => SampleRequest | undefined,
): readonly SampleRequest[] {
  const request = from === undefined ? undefined : make(from);
  return request === undefined ? [] : [request];
}

function malformedBody({ route, input }: Prepared): SampleRequest {
  return {
    check: 'malformed body',
    ...sentRequest(route, input),
    body: '{"unfinished": ',
    expected: [400],
  };
}

function wrongMedia({ route, input }: Prepared): SampleRequest {
  const sent = sentRequest(route, input);
  return {
    check: 'wrong media type',
    ...sent,
    headers: { ...sent.headers, 'content-type': 'application/x-unheard-of' },
    expected: [415],
  };
}

function largeBody({ route, input }: Prepared): SampleRequest {
  const { body: _body, bodyBase64: _bytes, ...sent } = sentRequest(route, input);
  return { check: 'large body', ...sent, bodyLength: MAX_BODY_BYTES + 1, expected: [413] };
}

/** The valid body with one value of another JSON type, as deep as there is one; `undefined` when any JSON will do. */
function wrongType(context: SampleContext, { route, input }: Prepared): SampleRequest | undefined {
  const { format, type } = formOf(route) ?? {};
  if (format !== 'json' || type === undefined || input.body === undefined) return undefined;
  for (const path of placesIn(input.body)) {
    const body = replaced(input.body, path);
    const pointer = mismatch(context, type, body)?.pointer;
    if (pointer !== path.map((key) => `/${escapePointer(key)}`).join('')) continue;
    return {
      check: 'wrong type',
      ...sentRequest(route, { ...input, body }),
      body: stringifyJson(body),
      expected: [400],
      expectedPointer: pointer,
    };
  }
  return undefined;
}

/** More than anyone reads; samples have hundreds of values at most. */
const MOST_PLACES = 200;

/** Paths to the values of a body, the deepest first, the body itself last. */
function placesIn(body: unknown): readonly (readonly string[])[] {
  const places: (readonly string[])[] = [[]];
  for (let at = 0; at < places.length && places.length < MOST_PLACES; at += 1) {
    const path = places[at] ?? [];
    const value = path.reduce((inner, key) => Object(inner)[key], body);
    if (typeof value !== 'object' || value === null) continue;
    for (const key of Object.keys(value)) places.push([...path, key]);
  }
  return places.reverse();
}

/** A copy in which the value at `path` has another JSON type. */
function replaced(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return Array.isArray(value) ? 'not a list' : [];
  const inner = replaced(Object(value)[key], rest);
  if (Array.isArray(value)) return value.with(Number(key), inner);
  return Object.fromEntries(
    Object.entries(Object(value)).map(([name, old]) => [name, name === key ? inner : old]),
  );
}

/** RFC 6901 §3. */
function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A path that no template has: longer and longer, because `/{any}` is a template too. */
function unknownPath(context: SampleContext, basePath: string): SampleRequest | undefined {
  for (let depth = 1; depth <= 8; depth += 1) {
    const path = `${basePath}${'/no-such-path'.repeat(depth)}`;
    const found = destination(context, 'GET', path);
    if (!('target' in found) && found.length === 0) {
      return { check: 'unknown path', method: 'GET', path, headers: {}, expected: [404] };
    }
  }
  return undefined;
}

function wrongMethod(
  context: SampleContext,
  { route, input }: Prepared,
): SampleRequest | undefined {
  const { path, headers } = sentRequest(route, input);
  for (const method of ['DELETE', 'PUT', 'PATCH', 'POST', 'GET']) {
    const found = destination(context, method, path);
    if (!isAllowed(found)) continue;
    return {
      ...{ check: 'wrong method', method, path, headers },
      expected: [405],
      expectedHeaders: { allow: found.join(', ') },
    };
  }
  return undefined;
}

/** The one answer without a body that every service has. */
function options(context: SampleContext, { route, input }: Prepared): SampleRequest | undefined {
  const { path, headers } = sentRequest(route, input);
  const found = destination(context, 'OPTIONS', path);
  if (!isAllowed(found)) return undefined;
  return {
    ...{ check: 'OPTIONS', method: 'OPTIONS', path, headers },
    expected: [204],
    expectedHeaders: { allow: found.join(', ') },
  };
}

function isAllowed(found: ReturnType<typeof destination>): found is readonly string[] {
  return !('target' in found) && found.length > 0;
}
