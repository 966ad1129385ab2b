import { badInput } from '../terminal/failure.ts';
import { nameOperations } from './operation-names.ts';
import { parseOperation, type TypedOperation } from './typed-operation.ts';

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
