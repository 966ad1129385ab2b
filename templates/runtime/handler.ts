import { compileErrors, compileExample, compileResult } from './answer.ts';
import { compileBody } from './body.ts';
import { type Codecs, compileTypes } from './codec.ts';
import { Mismatch } from './mismatch.ts';
import { NotImplemented } from './not-implemented.ts';
import { compileParameters, type ParameterReader } from './parameters.ts';
import { Problem } from './problem.ts';
import { RequestParts, splitUrl } from './request-parts.ts';
import { createRouter, type Router, templateNames } from './router.ts';
import { callService, report, type Service } from './service.ts';
import type { Examples, RouteCode, ServiceTable } from './table.ts';
import { tagged } from './values.ts';
import { warmUp } from './warm-up.ts';

export interface HandlerOptions {
  /** What operations that are not written yet answer, instead of 501. */
  readonly examples?: Examples;
  /** Largest request body; `MAX_BODY_BYTES` when not given. */
  readonly maxBodyBytes?: number;
}

export interface Handler {
  /** Answers every request; never throws or rejects. A promise only where there is something to wait for. */
  fetch(request: Request): Answer;
}

/** What can be answered at once is: a promise costs the engine more than routing does. */
type Answer = Response | Promise<Response>;

/** An operation, ready to serve. */
type Endpoint = (request: Request, parts: RequestParts) => Answer;

/** 1 MiB. */
export const MAX_BODY_BYTES = 2 ** 20;

/**
 * The HTTP door: a fetch handler that calls the service's functions.
 *
 * Everything is compiled here. In a component this runs while the component is built, and what it makes is kept in the
 * snapshot: each request meets a fresh instance, so whatever is left for the first request is paid by all of them.
 */
export function createHandler(
  table: ServiceTable,
  service: Service,
  options: HandlerOptions = {},
): Handler {
  warmUp(compileHandler);
  return compileHandler(table, service, options);
}

function compileHandler(table: ServiceTable, service: Service, options: HandlerOptions): Handler {
  const codecs = compileTypes(table.types);
  const routes = table.routes.map((route) => ({
    method: route.method,
    path: route.path,
    target: compileEndpoint(route, service, codecs, options),
  }));
  const router = createRouter(routes);
  return {
    fetch(request) {
      const answered = answer(router, request);
      // A HEAD request is served as GET; what it would send stays here (RFC 9110 §9.3.2).
      return request.method === 'HEAD' ? withoutBody(answered) : answered;
    },
  };
}

function answer(router: Router<Endpoint>, request: Request): Answer {
  try {
    return route(router, request);
  } catch (error) {
    return answerProblem(request, error);
  }
}

function route(router: Router<Endpoint>, request: Request): Answer {
  const { path, search } = splitUrl(request.url);
  const match = router.match(request.method, path, search);
  if (!('target' in match)) return unmatched(request.method, path, match);
  return match.target(request, new RequestParts(request, search, match.captures));
}

async function withoutBody(answered: Answer): Promise<Response> {
  return new Response(null, await answered);
}

function answerProblem(request: Request, error: unknown): Response {
  if (error instanceof Problem) return error.response();
  report(`${request.method} ${request.url}`, error);
  return internalError();
}

function unmatched(method: string, path: string, allowed: readonly string[]): Response {
  if (allowed.length === 0) throw new Problem(404, `there is nothing at ${path}`);
  const headers = { allow: allowed.join(', ') };
  // What a resource can do is a question with an answer (RFC 9110 §9.3.7), as common servers give it.
  if (method === 'OPTIONS') return new Response(null, { status: 204, headers });
  throw new Problem(405, `${path} does not take ${method}`, { headers });
}

function compileEndpoint(
  route: RouteCode,
  service: Service,
  codecs: Codecs,
  { examples = {}, maxBodyBytes = MAX_BODY_BYTES }: HandlerOptions,
): Endpoint {
  const parameters = compileParameters(route, templateNames(route.path), codecs);
  const readBody = route.body && compileBody(route.body, codecs, maxBodyBytes);
  const answerResult = compileResult(route.ok, codecs);
  const answerThrown = compileThrown(route, codecs, examples);
  const toArguments = compileArguments(route);
  const call = (values: unknown[]): Answer => {
    try {
      const result = callService(service, route.id, toArguments(values));
      return isThenable(result)
        ? Promise.resolve(result).then(answerResult).catch(answerThrown)
        : answerResult(result);
    } catch (error) {
      return answerThrown(error);
    }
  };
  return (request, parts) => {
    const values: unknown[] = [];
    // By index: `map` and iterators are JavaScript in the engine too, which every instance compiles anew.
    for (let index = 0; index < parameters.length; index += 1) {
      values.push((parameters[index] as ParameterReader)(parts));
    }
    if (readBody === undefined) return call(values);
    return readBody(request).then(
      (body) => {
        values.push(body);
        return call(values);
      },
      (error) => answerProblem(request, error),
    );
  };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  );
}

/** Positional values as they are, or one object of them. */
function compileArguments(route: RouteCode): (values: unknown[]) => unknown[] {
  if (route.call === 'positional') return (values) => values;
  const names = route.params.map((param) => param.js);
  if (route.body) names.push(route.body.js);
  return (values) => [Object.fromEntries(names.map((name, index) => [name, values[index]]))];
}

/** The answer to what the function threw, or to a result that does not fit its type. */
function compileThrown(
  { id, errors }: RouteCode,
  codecs: Codecs,
  examples: Examples,
): (thrown: unknown) => Response {
  const answers = compileErrors(errors, codecs);
  const example = Object.hasOwn(examples, id) ? examples[id] : undefined;
  const answerExample = example && compileExample(example);
  return (thrown) => {
    if (thrown instanceof NotImplemented) {
      return answerExample ? answerExample() : new Problem(501, thrown.message).response();
    }
    const { tag, val } = tagged(thrown) ?? {};
    try {
      const answerError = answers.get(tag ?? '');
      if (answerError) return answerError(val);
    } catch (error) {
      return unexpected(id, error);
    }
    return unexpected(id, thrown);
  };
}

/** The client learns where an answer did not fit, not what was in it. */
function unexpected(id: string, error: unknown): Response {
  report(id, error);
  if (!(error instanceof Mismatch)) return internalError();
  const where = error.pointer === '' ? 'as a whole' : `at ${error.pointer}`;
  return new Problem(500, `the answer of ${id} does not fit its type ${where}`).response();
}

function internalError(): Response {
  return new Problem(500, 'internal error').response();
}
