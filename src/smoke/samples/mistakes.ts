import { MAX_BODY_BYTES, Mismatch } from '../../runtime/index.ts';
import { isTaken, type SampleBody } from './body.ts';
import { bodyMistakes, pointerTo } from './body-mistakes.ts';
import { destination, mismatch, type SampleContext, type SampleOperation } from './context.ts';
import type { SampleRequest } from './contract.ts';
import { sentBack } from './form.ts';
import type { SampleInput } from './input.ts';
import { sentRequest } from './request.ts';

/** An operation and a valid input of it: what a mistake is made from. */
export interface Prepared extends SampleOperation {
  readonly input: SampleInput;
}

/** One of the bodies that an operation may have. */
export interface WithBody extends Prepared {
  readonly body: SampleBody;
}

function withBodies(prepared: readonly Prepared[]): readonly WithBody[] {
  return prepared.flatMap((one) => one.input.bodies.map((body) => ({ ...one, body })));
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
  const bodies = withBodies(prepared);
  return [
    ...first(bodies, malformedJson),
    ...first(bodies, malformedMultipart),
    ...bodyMistakes(context, [...bodies, ...withBodies(others)]),
    ...first(bodies, (one) => wrongField(context, one)),
    ...first(bodies, wrongMedia),
    ...first(bodies, largeBody),
    ...first(prepared.slice(0, 1), () => unknownPath(context, basePath)),
    ...first(prepared.slice(0, 1), (one) => wrongMethod(context, one)),
    ...first(prepared.slice(0, 1), (one) => options(context, one)),
  ];
}

/** The first request that can be made; none when no operation allows it. */
function first<From>(
  from: readonly From[],
  make: (from: From) => SampleRequest | undefined,
): readonly SampleRequest[] {
  for (const one of from) {
    const request = make(one);
    if (request !== undefined) return [request];
  }
  return [];
}

function malformedJson({ route, input, body }: WithBody): SampleRequest | undefined {
  if (body.form.format !== 'json') return undefined;
  return {
    check: 'malformed body',
    ...sentRequest(route, input, body),
    body: '{"unfinished": ',
    expected: [400],
  };
}

/** Without its last boundary. */
function malformedMultipart({ route, input, body }: WithBody): SampleRequest | undefined {
  if (body.form.format !== 'multipart') return undefined;
  const { bodyBase64: _bytes, body: _text, ...sent } = sentRequest(route, input, body);
  const boundary = sent.headers['content-type']?.split('boundary=')[1];
  return {
    check: 'malformed multipart body',
    ...sent,
    body: `--${boundary}\r\nContent-Disposition: form-data; name="unfinished"\r\n\r\n`,
    expected: [400],
  };
}

function wrongMedia({ route, input, body }: WithBody): SampleRequest | undefined {
  const unheardOf = 'application/x-unheard-of';
  if (route.body === undefined || isTaken(route.body.as, unheardOf)) return undefined;
  const sent = sentRequest(route, input, body);
  return {
    check: 'wrong media type',
    ...sent,
    headers: { ...sent.headers, 'content-type': unheardOf },
    expected: [415],
  };
}

function largeBody({ route, input, body: usual }: WithBody): SampleRequest {
  const { body: _body, bodyBase64: _bytes, ...sent } = sentRequest(route, input, usual);
  return { check: 'large body', ...sent, bodyLength: MAX_BODY_BYTES + 1, expected: [413] };
}

/** The valid form with a text in a field that takes none; `undefined` when all do. */
function wrongField(
  context: SampleContext,
  { route, input, body }: WithBody,
): SampleRequest | undefined {
  const { form, value } = body;
  if (form.format !== 'form' && form.format !== 'multipart') return undefined;
  for (const name of Object.keys(Object(value))) {
    const changed = { ...Object(value), [name]: 'no such value' };
    const read = sentBack(context, form, changed);
    const wrong = read instanceof Mismatch ? read : mismatch(context, form.type ?? 'json', read);
    if (wrong?.pointer !== pointerTo([name])) continue;
    return {
      check: 'wrong field',
      ...sentRequest(route, input, { ...body, value: changed }),
      expected: [400],
      expectedPointer: wrong.pointer,
    };
  }
  return undefined;
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
