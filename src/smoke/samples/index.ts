/**
 * Samples: what a service is tried with. All of it is data made from the model, the same each time.
 */

import type { RouteCode } from '../../runtime/table.ts';
import type { ServiceModel } from '../../service/model.ts';
import { UNKNOWN_NAME } from '../../service/starter.ts';
import { type SampleBody, witBody } from './body.ts';
import { type SampleContext, sampleContext } from './context.ts';
import type { SampleRequest, TypedCall } from './contract.ts';
import { isRouted, type SampleInput, sampleInput } from './input.ts';
import { mistakes, type Prepared } from './mistakes.ts';
import { sentRequest } from './request.ts';
import { documentedStatuses } from './statuses.ts';
import { otherInputs } from './turns.ts';

export type { SampleRequest, TypedCall } from './contract.ts';
export { stubExamples } from './stub-examples.ts';

/**
 * The requests of the smoke test: every operation that a request can reach once with a valid one, and with each other
 * media type of its body, the cases of unions that were not among them, HEAD, and the mistakes that the component must
 * refuse by itself.
 *
 * An operation may answer with a documented status, or 501 until it is written; the starter's operation comes written,
 * so it must answer 200, and 404 to a name it does not know.
 */
export function sampleRequests(model: ServiceModel): readonly SampleRequest[] {
  const context = sampleContext(model.api, model.typed);
  const prepared = prepare(context).filter(({ route, input }) =>
    isRouted(context, route, input.parameters),
  );
  const operations = prepared.map((one) => validRequest(one, model));
  const others = otherInputs(context, prepared);
  const get = operations.find(({ method }) => method === 'GET');
  return [
    ...operations,
    ...prepared.flatMap((one) => otherMediaTypes(one, model)),
    ...others.map((one) => ({ ...validRequest(one, model), check: 'other case' })),
    ...(model.interface.kind === 'starter' ? operations.flatMap(unknownName) : []),
    ...(get === undefined ? [] : [{ ...get, check: 'HEAD', method: 'HEAD' }]),
    ...mistakes(context, prepared, others, model.basePath),
  ];
}

/** Calls of every typed export with the inputs of its sample requests, one for each case of its body. */
export function typedCalls(model: ServiceModel): readonly TypedCall[] {
  const context = sampleContext(model.api, model.typed);
  const prepared = prepare(context);
  return [...prepared, ...otherInputs(context, prepared)].flatMap(({ door, route, input }) =>
    oneOfEachCase(input.bodies).map((body) => ({
      door,
      function: route.id,
      arguments: Object.fromEntries(argumentsOf(context, route, input, body)),
    })),
  );
}

function oneOfEachCase(bodies: readonly SampleBody[]): readonly (SampleBody | undefined)[] {
  if (bodies.length === 0) return [undefined];
  const tags = bodies.map(({ tag }) => tag);
  return bodies.filter(({ tag }, index) => tags.indexOf(tag) === index);
}

function argumentsOf(
  { codecs }: SampleContext,
  route: RouteCode,
  { parameters }: SampleInput,
  body: SampleBody | undefined,
): [string, unknown][] {
  const given = parameters.map(({ code, value }): [string, unknown] => [
    code.js,
    codecs.decode(code.type, value),
  ]);
  if (body === undefined || route.body === undefined) return given;
  return [...given, [route.body.js, witBody(body, codecs)]];
}

function prepare(context: SampleContext): readonly Prepared[] {
  return context.operations.map((operation) => ({
    ...operation,
    input: sampleInput(context, operation),
  }));
}

function validRequest({ route, input }: Prepared, model: ServiceModel): SampleRequest {
  return { check: 'operation', ...sentRequest(route, input), expected: expectedOf(route, model) };
}

/** The same with its body as each other media type that it may have. */
function otherMediaTypes({ route, input }: Prepared, model: ServiceModel): SampleRequest[] {
  const [, ...others] = input.bodies;
  return others.map((body) => ({
    check: 'media type',
    ...sentRequest(route, input, body),
    expected: expectedOf(route, model),
  }));
}

function expectedOf(route: Prepared['route'], { interface: source, stubs }: ServiceModel) {
  if (source.kind === 'starter') return starterStatuses(route);
  const documented = documentedStatuses(route);
  // With stubs the example is a documented answer; what answers 501 then has none.
  return stubs === 'examples' ? documented : [...new Set([...documented, 501])];
}

/** It comes written: its greeting, or that the server it is kept on is away, which `/readyz` says too. */
function starterStatuses({ ok, errors }: Prepared['route']): readonly number[] {
  const away = errors.filter(({ status }) => status === 503).map(({ status }) => Number(status));
  return ok.kind === 'one' ? [ok.status, ...away] : away;
}

function unknownName(request: SampleRequest): SampleRequest {
  const path = request.path.replace(/\/[^/?]+(?=\?|$)/u, `/${UNKNOWN_NAME}`);
  return { ...request, check: 'typed error', path, expected: [404] };
}
