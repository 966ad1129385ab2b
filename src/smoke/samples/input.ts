import type { Parameter, Schema } from '../../openapi/model.ts';
import { templateNames } from '../../runtime/index.ts';
import type { ParamCode, RouteCode } from '../../runtime/table.ts';
import { arrives } from './arrival.ts';
import { type SampleBody, sampleBodies } from './body.ts';
import { possibleChoices } from './choices.ts';
import { destination, mismatch, type SampleContext, type SampleOperation } from './context.ts';
import { pathText } from './parameters.ts';
import { requestTarget } from './target.ts';
import { type SampleOptions, sampleValues } from './value.ts';

/** What a function is called with, before it becomes a request or typed arguments. */
export interface SampleInput {
  readonly parameters: readonly SampleParameter[];
  /** One for each media type, the usual one first; none where there is no body. */
  readonly bodies: readonly SampleBody[];
}

export interface SampleParameter {
  readonly code: ParamCode;
  readonly parameter: Parameter;
  /** JSON value. */
  readonly value: unknown;
}

/** What has no type is a text where everything arrives as text. */
const FOR_TEXT: SampleOptions = { direction: 'request', free: 'sample' };

/** Set by the HTTP client or about the body, never by a sample. */
const CLIENT_HEADERS = new Set([
  'connection',
  'content-type',
  'host',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
]);

/**
 * A valid input of an operation: required parameters, optional ones that the document gives an example of, the body.
 * Path parameters have values that lead to this operation, not to a concrete sibling (`/orders/search`).
 */
export function sampleInput(context: SampleContext, sample: SampleOperation): SampleInput {
  const parameters = sample.route.params.flatMap((code) => sampleParameter(context, sample, code));
  return {
    parameters: routable(context, sample.route, parameters),
    bodies: bodiesOf(context, sample),
  };
}

function sampleParameter(
  context: SampleContext,
  { operation }: SampleOperation,
  code: ParamCode,
): readonly SampleParameter[] {
  const parameter = operation.parameters.find(
    (one) => one.in === code.in && one.name === code.name,
  );
  if (parameter === undefined) return [];
  if (code.in === 'header' && isClientHeader(code)) return [];
  const examples = [...parameter.examples, ...examplesOf(context, parameter.schema)];
  if (code.optional && examples.length === 0) return [];
  const hasTurns = possibleChoices(context.codecs, [code.type]).length > 0;
  const candidates = [
    ...examples.slice(hasTurns ? context.turn : 0),
    ...argumentsFor(context, parameter.schema),
    ...examples,
  ];
  const value = candidates
    .map((candidate) => asArgument(context, code, candidate))
    .find(
      (candidate) =>
        candidate !== null &&
        mismatch(context, code.type, candidate) === undefined &&
        arrives(context, code, parameter, candidate),
    );
  return value === undefined ? [] : [{ code, parameter, value }];
}

function isClientHeader({ name, optional }: ParamCode): boolean {
  const header = name.toLowerCase();
  return header === 'content-length' ? optional === true : CLIENT_HEADERS.has(header);
}

/** Made up: the first value of an enum may be one that can't be sent (`''`), an object all `readOnly`. */
function argumentsFor(context: SampleContext, schema: Schema): readonly unknown[] {
  const { turn } = context;
  const target = schema.kind === 'ref' ? context.api.schemas.get(schema.target)?.schema : schema;
  return [
    ...sampleValues(schema, context.api, { ...FOR_TEXT, turn }),
    ...sampleValues(schema, context.api, { ...FOR_TEXT, turn, direction: 'response' }),
    ...(target?.kind === 'enum' ? target.values : []),
  ];
}

/** Examples of the schema itself, of a named schema too. */
function examplesOf(context: SampleContext, schema: Schema): readonly unknown[] {
  const own = schema.examples ?? [];
  if (schema.kind !== 'ref' || own.length > 0) return own;
  return context.api.schemas.get(schema.target)?.schema.examples ?? [];
}

/** A parameter that the table takes as text may have an example that is a number (`1.0`, `true`). */
function asArgument({ codecs }: SampleContext, code: ParamCode, value: unknown): unknown {
  const core = codecs.core(code.type);
  if (core === 'string' || core === 'json') return asText(value);
  const isTexts = typeof core === 'object' && 'list' in core && codecs.core(core.list) === 'string';
  if (isTexts && !code.json) return Array.isArray(value) ? value.map(asText) : [asText(value)];
  return value;
}

function asText(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

/**
 * Texts for path parameters, when the first choice belongs to another route (`search` at `/orders/search`) or place.
 */
const OTHER_TEXTS = ['sample-1', 'x7', 'another', '7'];

function routable(
  context: SampleContext,
  route: RouteCode,
  parameters: readonly SampleParameter[],
): readonly SampleParameter[] {
  const others = OTHER_TEXTS.map((text) =>
    parameters.map((one) => {
      const isText = one.code.in === 'path' && typeof one.value === 'string';
      const fits = isText && mismatch(context, one.code.type, text) === undefined;
      return fits ? { ...one, value: text } : one;
    }),
  );
  return [parameters, ...others].find((attempt) => isRouted(context, route, attempt)) ?? parameters;
}

/**
 * Whether a request with these parameters is served by this route, with these values. Some routes no request can reach:
 * two operations may differ only in the names of their path parameters.
 */
export function isRouted(
  context: SampleContext,
  route: RouteCode,
  parameters: readonly SampleParameter[],
): boolean {
  const found = destination(context, route.method, requestTarget(route.path, parameters));
  if (!('target' in found) || found.target !== route) return false;
  const names = templateNames(route.path);
  return parameters.every(({ parameter, value }) => {
    const index = parameter.in === 'path' ? names.indexOf(parameter.name) : -1;
    const captured = decodeURIComponent(found.captures[index] ?? '');
    return index === -1 || captured === decodeURIComponent(pathText(parameter, value));
  });
}

function bodiesOf(context: SampleContext, { route, operation }: SampleOperation) {
  // Clients such as fetch refuse a GET with a body (Fetch, the Request constructor).
  const isOdd = route.method === 'GET' || route.method === 'HEAD';
  if (route.body === undefined || (isOdd && route.body.optional)) return [];
  return sampleBodies(context, route.body.as, operation.body?.media ?? [], 'request');
}
