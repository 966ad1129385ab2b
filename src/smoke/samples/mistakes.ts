import { firstForm, MAX_BODY_BYTES } from '../../runtime/index.ts';
import { bodyMistakes } from './body-mistakes.ts';
import { destination, type SampleContext, type SampleOperation } from './context.ts';
import type { SampleRequest } from './contract.ts';
import type { SampleInput } from './input.ts';
import { sentRequest } from './request.ts';

/** An operation and a valid input of it: what a mistake is made from. */
export interface Prepared extends SampleOperation {
  readonly input: SampleInput;
}

/**
 * Requests that the component itself must refuse, each made at the first operation that allows the mistake.
 *
 * @param others - further inputs of the operations, for mistakes that the first ones don't allow
 */
export function mistakes(
  context: SampleContext,
  prepared: readonly Prepared[],
  others: readonly Prepared[],
  basePath: string,
): readonly SampleRequest[] {
  const [first] = prepared;
  const withBody = prepared.filter(({ input }) => input.body !== undefined);
  const json = withBody.find(({ route }) => formOf(route)?.format === 'json');
  return [
    ...made(json, malformedBody),
    ...bodyMistakes(context, [...withBody, ...others]),
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
