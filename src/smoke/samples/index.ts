/**
 * Samples: what a service is tried with. All of it is data made from the model, the same each time.
 */
import type { ServiceModel } from '../../service/model.ts';
import { UNKNOWN_NAME } from '../../service/starter.ts';
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
 * The requests of the smoke test: every operation that a request can reach once with a valid one, the cases of unions
 * that were not among them, HEAD, and the mistakes that the component must refuse by itself.
 *
 * An operation may answer with a documented status, or 501 until it is written; the starter's operation comes written,
 * so it must answer 200, and 404 to a name it does not know.
 */
export function sampleRequests(model: ServiceModel): readonly SampleRequest[] {
  const context = sampleContext(model.api, model.typed);
  const prepared = prepare(context).filter(({ route, input }) =>
    isRouted(context, route, input.parameters),
  );
  const others = otherInputs(context, prepared);
  const operations = prepared.map((one) => validRequest(one, model));
  const get = operations.find(({ method }) => method === 'GET');
  return [
    ...operations,
    ...others.map((one) => ({ ...validRequest(one, model), check: 'other case' })),
    ...(model.interface.kind === 'starter' ? operations.flatMap(unknownName) : []),
    ...(get === undefined ? [] : [{ ...get, check: 'HEAD', method: 'HEAD' }]),
    ...mistakes(context, prepared, others, model.basePath),
  ];
}

/** A call of every typed export with the input of its sample request, and of those that have other cases with each. */
export function typedCalls(model: ServiceModel): readonly TypedCall[] {
  const context = sampleContext(model.api, model.typed);
  const prepared = prepare(context);
  return [...prepared, ...otherInputs(context, prepared)].map(({ door, route, input }) => ({
    door,
    function: route.id,
    arguments: Object.fromEntries(argumentsOf(input, route.body?.js)),
  }));
}

function argumentsOf({ parameters, body }: SampleInput, bodyName: string | undefined) {
  const given = parameters.map(({ code, value }): [string, unknown] => [code.js, value]);
  if (body !== undefined && bodyName !== undefined) given.push([bodyName, body]);
  return given;
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

function expectedOf(route: Prepared['route'], { interface: source, stubs }: ServiceModel) {
  if (source.kind === 'starter') return route.ok.kind === 'one' ? [route.ok.status] : [];
  const documented = documentedStatuses(route);
  // With stubs the example is a documented answer; what answers 501 then has none.
  return stubs === 'examples' ? documented : [...new Set([...documented, 501])];
}

function unknownName(request: SampleRequest): SampleRequest {
  const path = request.path.replace(/\/[^/?]+(?=\?|$)/u, `/${UNKNOWN_NAME}`);
  return { ...request, check: 'typed error', path, expected: [404] };
}
