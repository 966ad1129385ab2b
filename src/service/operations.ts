import { badInput } from '../terminal/failure.ts';
import { quote } from '../terminal/quote.ts';
import { nameOperations } from './operation-names.ts';

/** An operation typed by hand: `GET /orders/{id}`. */
export interface TypedOperation {
  readonly method: (typeof METHODS)[number];
  /** `/orders/{id}`, without the base path. */
  readonly path: string;
  /** Names of the path's parameters, in template order. */
  readonly parameters: readonly string[];
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Longer than any path a person types; keeps a pasted file out of the error messages. */
const LONGEST = 500;

/**
 * Reads one operation as a person types it: a method, white space, a path template.
 *
 * @returns the operation, or a sentence that says what is wrong with the text and how to write it
 */
export function parseOperation(text: string): TypedOperation | string {
  const words = text.trim().split(/\s+/u);
  const [method = '', path] = words;
  if (text.length > LONGEST) {
    return `An operation has at most ${LONGEST} characters, this one ${text.length}.`;
  }
  if (path === undefined) {
    return `${quote(text)} is not an operation: write a method and a path, as in GET /orders/{id}.`;
  }
  const known = METHODS.find((name) => name === method.toUpperCase());
  if (known === undefined) return methodProblem(method);
  if (words.length > 2) return `${quote(path)} is followed by more text: a path has no spaces.`;
  const problem = pathProblem(path);
  if (problem !== undefined) return problem;
  const parameters = [...path.matchAll(/\{([^{}]*)\}/gu)].map((match) => match[1] ?? '');
  const twice = parameters.find((name, index) => parameters.indexOf(name) !== index);
  if (twice !== undefined) return `${quote(path)} has the parameter {${twice}} twice.`;
  return { method: known, path, parameters };
}

/**
 * The OpenAPI 3.1 document of operations typed by hand: path parameters are strings; POST, PUT and PATCH take any JSON
 * value; everything but DELETE answers one; errors are RFC 9457 problems. A start: the user's own document replaces it.
 *
 * @throws Failure (code 2) when there is no operation, one can't be read, or two are the same route
 */
export function operationsDocument(title: string, operations: readonly string[]): unknown {
  const parsed = operations.map(readOperation);
  if (parsed.length === 0) {
    throw badInput('No operations were given.', { hint: 'Write at least one: GET /orders/{id}.' });
  }
  refuseSameRoutes(parsed);
  const names = nameOperations(parsed);
  const paths = new Map<string, Record<string, unknown>>();
  for (const [index, operation] of parsed.entries()) {
    const item = paths.get(operation.path) ?? {};
    item[operation.method.toLowerCase()] = operationObject(operation, names[index] ?? '', title);
    paths.set(operation.path, item);
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '0.1.0' },
    paths: Object.fromEntries(paths),
    components: { schemas: { Problem: problemSchema } },
  };
}

function readOperation(text: string): TypedOperation {
  const parsed = parseOperation(text);
  if (typeof parsed === 'string') throw badInput(parsed, { where: '--operation' });
  return parsed;
}

/** `/orders/{id}` and `/orders/{key}` are the same route (OpenAPI 3.1.1, "Paths Object": identical templates). */
function refuseSameRoutes(operations: readonly TypedOperation[]): void {
  const seen = new Map<string, TypedOperation>();
  for (const operation of operations) {
    const route = `${operation.method} ${operation.path.replace(/\{[^{}]*\}/gu, '{}')}`;
    const other = seen.get(route);
    if (other !== undefined) {
      throw badInput(
        `${operation.method} ${operation.path} and ${other.method} ${other.path} are the same route.`,
        { where: '--operation', hint: 'Leave one of them out.' },
      );
    }
    seen.set(route, operation);
  }
}

function operationObject(operation: TypedOperation, operationId: string, title: string): unknown {
  const { method, path, parameters } = operation;
  const tag = path.split('/').find((segment) => /^[^{}]+$/u.test(segment)) ?? title;
  return {
    operationId,
    tags: [tag],
    parameters: parameters.map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(method === 'POST' || method === 'PUT' || method === 'PATCH' ? { requestBody: body } : {}),
    responses: {
      ...(method === 'DELETE' ? { 204: { description: 'Done.' } } : { 200: answer }),
      default: failure,
    },
  };
}

const body = { required: true, content: { 'application/json': { schema: {} } } };

const answer = { description: 'The answer.', content: { 'application/json': { schema: {} } } };

const failure = {
  description: 'What went wrong.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const problemSchema = {
  type: 'object',
  description: 'What went wrong, as RFC 9457 puts it.',
  required: ['title', 'status'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer', format: 'int32' },
    detail: { type: 'string' },
    instance: { type: 'string', format: 'uri-reference' },
  },
};

function methodProblem(method: string): string {
  const wanted = `Methods are ${METHODS.join(', ')}`;
  if (method.startsWith('/')) return `${quote(method)} has no method before it: GET ${method}?`;
  if (method.toUpperCase() === 'HEAD') return `${wanted}: HEAD is answered wherever GET is.`;
  return `${quote(method)} is not a method. ${wanted}.`;
}

/** What keeps `path` from being a template of segments in the characters of RFC 3986 §3.3, without percent-encoding. */
function pathProblem(path: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(path)) {
    return `${quote(path)} is an address: write its path only, as in /orders/{id}.`;
  }
  if (!path.startsWith('/')) return `${quote(path)} is not a path: it starts with /.`;
  if (/[?#]/u.test(path)) {
    return `${quote(path)} has a query or a fragment: write the path only; query parameters come with a document.`;
  }
  const segments = path === '/' ? [] : path.slice(1).split('/');
  for (const segment of segments) {
    const problem = segmentProblem(segment);
    if (problem !== undefined) return `${quote(path)} ${problem}`;
  }
  return undefined;
}

function segmentProblem(segment: string): string | undefined {
  if (segment === '') return 'has an empty segment: write single slashes, and none at the end.';
  if (segment === '.' || segment === '..') {
    return `has the segment ${segment}, which every client removes.`;
  }
  if (segment.startsWith(':')) {
    return `has ${quote(segment)}: write a parameter in braces, {${segment.slice(1)}}.`;
  }
  const literal = segment.replace(/\{[^{}]*\}/gu, '');
  if (/[{}]/u.test(literal)) return 'has a brace without its pair.';
  const names = [...segment.matchAll(/\{([^{}]*)\}/gu)].map((match) => match[1] ?? '');
  const bad = names.find((name) => !/^[A-Za-z_][A-Za-z0-9_.-]*$/u.test(name));
  if (bad !== undefined) {
    return `has the parameter ${quote(`{${bad}}`)}: a name is a letter, then letters, digits, _ or -.`;
  }
  if (/\}\{/u.test(segment)) return 'has two parameters with nothing between them.';
  const odd = /[^A-Za-z0-9\-._~!$&'()*+,;=:@]/u.exec(literal);
  return odd === null ? undefined : `has ${quote(odd[0])}, which can't stand in a path.`;
}
