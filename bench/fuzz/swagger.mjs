// @ts-check
/** OpenAPI 3 → Swagger 2.0, as far as a mutant needs it. */

/** @param {any} document @returns {any} */
export function asSwagger(document) {
  const text = JSON.stringify(document).replaceAll('#/components/schemas/', '#/definitions/');
  const { openapi: _, components, servers: _servers, ...rest } = JSON.parse(text);
  const paths = entriesOf(rest.paths).map(([path, item]) => [path, withOperations(item)]);
  return {
    swagger: '2.0',
    ...rest,
    basePath: '/v2',
    consumes: ['application/json'],
    paths: Object.fromEntries(paths),
    definitions: components?.schemas,
    parameters: components?.parameters,
    responses: components?.responses,
  };
}

/** @param {any} item */
function withOperations(item) {
  const changed = entriesOf(item).map(([key, value]) => [
    key,
    isObject(value) && isObject(value.responses) ? operation(value) : value,
  ]);
  return Object.fromEntries(changed);
}

/** @param {any} operation */
function operation({ requestBody, responses, parameters = [], ...rest }) {
  const [media, content] = entriesOf(requestBody?.content)[0] ?? [];
  const body = { name: 'body', in: 'body', required: true, schema: content?.schema };
  const answers = entriesOf(responses).map(([status, response]) => {
    const [, first] = entriesOf(response?.content)[0] ?? [];
    return [status, isObject(response) ? { ...response, schema: first?.schema } : response];
  });
  const plain = Array.isArray(parameters) ? parameters.map(plainParameter) : parameters;
  return {
    ...rest,
    ...(media !== undefined && { consumes: [media] }),
    parameters: Array.isArray(plain) && content !== undefined ? [...plain, body] : plain,
    responses: Object.fromEntries(answers),
  };
}

/** @param {any} parameter */
function plainParameter(parameter) {
  if (!isObject(parameter)) return parameter;
  const { schema, ...rest } = parameter;
  return { ...(isObject(schema) ? schema : {}), ...rest };
}

/** @param {unknown} value @returns {[string, any][]} */
function entriesOf(value) {
  return isObject(value) ? Object.entries(value) : [];
}

/** @param {unknown} value @returns {value is Record<string, any>} */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
