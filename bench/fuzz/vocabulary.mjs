// @ts-check
/** What mutants are made of. */

/** What a document means something by: a key renamed to one of these is read in another way. */
export const KEYS = [
  ...['$ref', 'type', 'format', 'nullable', 'enum', 'const', 'default', 'example', 'examples'],
  ...['allOf', 'oneOf', 'anyOf', 'not', 'discriminator', 'mapping', 'propertyName', 'if'],
  ...['properties', 'required', 'additionalProperties', 'patternProperties', 'propertyNames'],
  ...['items', 'prefixItems', 'minItems', 'maxItems', 'minLength', 'maxLength', 'pattern'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'readOnly'],
  ...['openapi', 'info', 'servers', 'url', 'variables', 'paths', 'components', 'schemas', 'tags'],
  ...['parameters', 'requestBody', 'responses', 'content', 'schema', 'headers', 'links'],
  ...['callbacks', 'security', 'name', 'in', 'style', 'explode', 'description', 'operationId'],
  ...['get', 'post', 'put', 'patch', 'delete', '200', '204', '4XX', '302', 'application/json'],
  ...['multipart/form-data', 'application/x-www-form-urlencoded', 'encoding', 'contentType'],
  ...['swagger', 'definitions', 'basePath', 'consumes', 'produces', 'collectionFormat'],
  ...['unevaluatedProperties', 'contentEncoding', 'contentMediaType', 'title', 'deprecated'],
];

/** Names that say nothing, or too much. */
export const NAMES = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'then', '', ' ', '$ref'],
  ...[
    '+1',
    '-1',
    '>=',
    '<=',
    '*',
    '🫖',
    '👩‍👩‍👧',
    '\u202Ea\u2066',
    'a\u0000b',
    '\uD800',
    '\uFFFF',
    'ß',
    '名前',
  ],
  ...['*/ } world x {', '// ', '///', '%type', 'record', 'map', 'async', 'stream', 'json', 'types'],
  ...['a-b', 'a_b', 'aB', 'A', 'a1', '1a', '007', 'a'.repeat(300), '~0', '~1', 'a/b', '%2F', '{a}'],
  ...['/{a}/{b}', '/', '*/*', '/{a}{b}', '/a?b={c}', '/{__proto__}', 'x-a', 'service', 'error'],
];

/** Where another thing is expected. @type {readonly unknown[]} */
export const VALUES = [
  ...[null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, 2 ** 63, 2 ** 64, -0, 3, 200, 1e-320],
  ...[[], {}, [[]], [null], '', '#', '#/', '#/paths', '#/components/schemas', 'other.yaml#/a'],
  ...['string', 'integer', 'number', 'object', 'array', 'boolean', 'null', 'int64', 'uint64'],
  ...['binary', 'byte', 'date-time', 'query', 'path', 'header', 'cookie', 'body', 'formData'],
  ...['form', 'deepObject', 'matrix', 'spaceDelimited', 'application/json', 'text/plain'],
  ...['3.0.3', '3.1.0', '2.0', 'x'.repeat(5000), '(a+)+$', '[', ['string'], ['string', 'null']],
  ...[{ type: 'string' }, { enum: ['a', 'A', ''] }, { enum: [1, 'a', null, true] }, { not: {} }],
  ...[{ const: 1 }, { $ref: '#' }, { allOf: [] }, { oneOf: [{}] }, { type: 'file' }],
  ...[
    { type: 'string', format: 'binary' },
    { type: 'integer', enum: [1, 2 ** 60, -1] },
  ],
  ...[
    { toString: 1, valueOf: 1 },
    { type: 'array', items: [{ type: 'string' }, {}] },
  ],
  ...[{ type: 'array', prefixItems: [{ type: 'integer' }], items: false, minItems: 1 }],
];
