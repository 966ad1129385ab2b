/** What a document may call and say things: each string tries to leave the place it is put in. */
const escapes =
  '*/ process.exit(1); /* --> <script>alert(1)</script> §{process.exit(1)} `\'"\\ <% %> | **b** [l](x)\n@type {any}\n\u202e\u2028'.replaceAll(
    '§',
    '$',
  );

const text = { type: 'string', description: escapes };

/** A valid OpenAPI document full of hostile names and descriptions. */
export const nastyDocument = {
  openapi: '3.0.3',
  info: { title: `Nasty ${escapes}`, version: '1', description: escapes },
  tags: [{ name: 'default', description: escapes }],
  paths: {
    '/default/{class}/{__proto__}': {
      get: {
        operationId: 'delete',
        tags: ['default'],
        summary: escapes,
        description: escapes,
        parameters: [
          { name: 'class', in: 'path', required: true, description: escapes, schema: text },
          { name: '__proto__', in: 'path', required: true, schema: text },
          { name: 'await', in: 'query', schema: { type: 'array', items: { type: 'integer' } } },
          { name: "it's`", in: 'query', schema: text },
        ],
        responses: {
          200: {
            description: escapes,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
          },
          404: {
            description: escapes,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Service' } } },
          },
        },
      },
    },
    '/promise': {
      post: {
        operationId: 'constructor',
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Promise' } } },
        },
        responses: { 204: { description: escapes } },
      },
    },
  },
  components: {
    schemas: {
      Error: {
        type: 'object',
        description: escapes,
        required: ['constructor', 'a-b'],
        properties: {
          constructor: text,
          'a-b': text,
          a_b: text,
          aB: text,
          default: { type: 'integer', format: 'int64' },
          "'; process.exit(1); '": text,
          größe: { type: 'number' },
          '🦄': { type: 'string', format: 'byte' },
          '': text,
        },
      },
      Service: {
        type: 'object',
        properties: {
          kind: { type: 'string', enum: ['*/', '`', "'", '', '__proto__', 'a|b', '\n'] },
          map: { type: 'object', additionalProperties: { $ref: '#/components/schemas/Error' } },
        },
      },
      Promise: {
        type: 'object',
        example: { type: escapes, note: escapes, __proto__: 1 },
        properties: { type: text, note: { ...text, nullable: true } },
      },
    },
  },
};
