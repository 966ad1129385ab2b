import { describe, expect, it } from 'vitest';
import type { ApiModel, Operation } from '../../../src/openapi/model.ts';
import { readApiDocument } from '../../../src/openapi/read-api.ts';
import { failureOf, withoutPointers } from '../support.ts';

const ok = { 204: { description: '' } };

/** A document with the operation `POST /x/{id}`, and whatever `parts` put over it. */
function swagger(operation: object, parts: object = {}): object {
  return {
    swagger: '2.0',
    info: { title: 'T', version: '1' },
    paths: { '/x/{id}': { post: { responses: ok, ...operation } } },
    ...parts,
  };
}

interface Read {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly notes: readonly string[];
}

const id = { name: 'id', in: 'path', required: true, type: 'string' };

function read(operation: object, parts: object = {}): Read {
  const api = readApiDocument(swagger({ parameters: [id], ...operation }, parts), 'test');
  const notes = api.notes.map(({ pointer, message }) => `${pointer} ${message}`);
  return { api, operation: api.operations[0] as Operation, notes };
}

/** What `parameter`, after the one in the path, is read as. */
function parameterOf(parameter: object): unknown {
  return read({ parameters: [id, parameter] }).operation.parameters[1];
}

const post = '#/paths/~1x~1{id}/post';

describe('the document', () => {
  it.each([
    ['/v1/', '/v1'],
    ['v1', '/v1'],
    ['/', ''],
    ['', ''],
    [undefined, ''],
    [1, ''],
    ['https://api.example.com/v2', '/v2'],
    ['//a\n', '/a'],
    ['/{version}', ''],
  ])('has the base path %j', (basePath, want) => {
    const { api } = read({}, { basePath, host: 'api.example.com', schemes: ['https'] });
    expect(api.basePath).toBe(want);
  });

  it('has pointers into itself, as it was written', () => {
    const { api, notes } = read(
      { responses: { 200: { description: '', schema: { $ref: '#/definitions/Pet' } } } },
      {
        definitions: {
          Other: {},
          Pet: { properties: { tag: { $ref: '#/definitions/Tag' }, odd: { type: 'odd' } } },
          Tag: { type: 'string' },
        },
        securityDefinitions: { key: {} },
      },
    );
    expect([...api.schemas.values()].map(({ name, pointer }) => [name, pointer])).toEqual([
      ['Pet', '#/definitions/Pet'],
      ['Tag', '#/definitions/Tag'],
    ]);
    expect(api.schemas.get('#/definitions/Pet')?.schema).toMatchObject({
      properties: [
        {},
        { schema: { kind: 'untyped', pointer: '#/definitions/Pet/properties/odd' } },
      ],
    });
    expect(notes).toEqual([
      '#/securityDefinitions Security schemes are not read: nothing checks credentials.',
    ]);
  });

  it('has errors with pointers into itself', () => {
    const document = swagger({ parameters: [{ $ref: '#/parameters/gone' }] });
    expect(failureOf(() => readApiDocument(document, 'doc'))).toMatchObject({
      code: 2,
      where: `doc${post}/parameters/0`,
    });
  });
});

describe('parameters', () => {
  it('have a type of their own', () => {
    expect(
      parameterOf({
        name: 'q',
        in: 'query',
        description: 'D',
        required: true,
        type: 'integer',
        format: 'int32',
        minimum: 1,
        maximum: 9,
        exclusiveMaximum: true,
        default: 3,
        'x-nullable': true,
        'x-example': 4,
        'x-examples': { a: 5, b: { value: 6 } },
        allowEmptyValue: false,
      }),
    ).toEqual({
      pointer: `${post}/parameters/1`,
      name: 'q',
      in: 'query',
      description: 'D',
      required: true,
      deprecated: false,
      style: 'form',
      explode: true,
      json: false,
      examples: [4, 5, 6],
      schema: {
        pointer: `${post}/parameters/1`,
        kind: 'integer',
        format: 'int32',
        nullable: true,
        default: 3,
        minimum: 1,
        exclusiveMaximum: 9,
      },
    });
  });

  it.each([
    ['query', undefined, { style: 'form', explode: false }],
    ['query', 'csv', { style: 'form', explode: false }],
    ['query', 'multi', { style: 'form', explode: true }],
    ['query', 'ssv', { style: 'spaceDelimited', explode: false }],
    ['query', 'pipes', { style: 'pipeDelimited', explode: false }],
    ['header', 'csv', { style: 'simple', explode: false }],
    ['header', undefined, { style: 'simple', explode: false }],
  ])('in the %s are lists by collectionFormat %j', (place, collectionFormat, want) => {
    const list = { name: 'a', in: place, type: 'array', items: { type: 'integer' } };
    expect(parameterOf({ ...list, collectionFormat })).toMatchObject({
      ...want,
      schema: { kind: 'array', items: { kind: 'integer', pointer: `${post}/parameters/1/items` } },
    });
  });

  it.each([
    ['query', 'tsv', 'string'],
    ['header', 'pipes', 'string'],
    ['query', 'bad\u202E', 'string'],
    ['query', null, 'array'],
    ['header', 'multi', 'array'],
  ])('in the %s by collectionFormat %j are a %s', (place, collectionFormat, kind) => {
    const list = { name: 'a', in: place, type: 'array', items: { type: 'integer' } };
    const { operation, notes } = read({ parameters: [id, { ...list, collectionFormat }] });
    expect(operation.parameters[1]?.schema).toMatchObject({ kind });
    expect(notes).toHaveLength(collectionFormat === null ? 0 : 1);
    expect(notes.join()).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('are strings without a type, and read schema as OpenAPI 3 does', () => {
    expect(parameterOf({ name: 'a', in: 'query' })).toMatchObject({ schema: { kind: 'string' } });
    expect(parameterOf({ name: 'a', in: 'query', schema: { type: 'boolean' } })).toMatchObject({
      schema: { kind: 'boolean', pointer: `${post}/parameters/1/schema` },
    });
  });

  it('may be named at the root, and by the path', () => {
    const shared = { name: 'limit', in: 'query', type: 'integer' };
    const paths = {
      '/x': {
        parameters: [{ $ref: '#/parameters/limit' }, { name: 'b', in: 'body', schema: {} }],
        post: { responses: ok, parameters: [{ name: 'f', in: 'query', type: 'string' }] },
        put: {
          responses: ok,
          parameters: [{ name: 'b', in: 'body', schema: { type: 'string' }, required: true }],
        },
      },
    };
    const { operations } = readApiDocument(
      swagger({}, { paths, parameters: { limit: shared } }),
      'test',
    );
    expect(operations).toMatchObject([
      {
        parameters: [{ name: 'limit', pointer: '#/parameters/limit' }, { name: 'f' }],
        body: { pointer: '#/paths/~1x/parameters/1', required: false },
      },
      {
        parameters: [{ name: 'limit' }],
        body: { pointer: '#/paths/~1x/put/parameters/0', required: true },
      },
    ]);
  });
});

describe('bodies', () => {
  const body = {
    name: 'b',
    in: 'body',
    schema: { type: 'object', additionalProperties: { type: 'string' } },
  };

  it.each([
    ['JSON when nothing is said', {}, {}, ['application/json']],
    [
      'what the document consumes',
      {},
      { consumes: ['text/xml', 'Application/JSON; v=1'] },
      ['text/xml', 'application/json'],
    ],
    [
      'what the operation consumes instead',
      { consumes: ['text/csv'] },
      { consumes: ['text/xml'] },
      ['text/csv'],
    ],
    [
      'JSON when the operation clears that',
      { consumes: [] },
      { consumes: ['text/xml'] },
      ['application/json'],
    ],
    ['each type once, and no nonsense', { consumes: ['a/b', 'A/B', 'json', null] }, {}, ['a/b']],
  ])('come as %s', (_what, operation, parts, types) => {
    const { operation: read1 } = read({ ...operation, parameters: [id, body] }, parts);
    expect(read1.body).toMatchObject({ pointer: `${post}/parameters/1`, required: false });
    expect(read1.body?.media.map(({ type }) => type)).toEqual(types);
    expect(read1.body?.media[0]?.schema).toMatchObject({
      kind: 'map',
      pointer: `${post}/parameters/1/schema`,
    });
  });

  it('have the examples of their type', () => {
    const examples = { 'application/json': { a: '1' }, 'text/xml': '<a/>', other: { a: '2' } };
    const { operation } = read({
      consumes: ['application/json', 'text/xml'],
      parameters: [id, { ...body, 'x-examples': examples }],
    });
    expect(operation.body?.media.map((media) => media.examples)).toEqual([
      [{ a: '1' }, { a: '2' }],
      ['<a/>', { a: '2' }],
    ]);
  });

  it('are one: the first, and no form beside it', () => {
    const { operation, notes } = read({
      parameters: [id, { name: 'f', in: 'formData', type: 'string' }, body, { ...body, name: 'c' }],
    });
    expect(operation.body?.pointer).toBe(`${post}/parameters/2`);
    expect(operation.parameters).toHaveLength(1);
    expect(notes).toEqual([
      `${post}/parameters/3 The operation has a body already; this parameter is left out.`,
      `${post}/parameters/1 The operation has a body already; this parameter is left out.`,
    ]);
  });

  it('may be files, and have a type beside their name', () => {
    const file = read({ parameters: [id, { name: 'b', in: 'body', schema: { type: 'file' } }] });
    expect(file.operation.body?.media).toMatchObject([
      { schema: { kind: 'string', format: 'binary' } },
    ]);
    const text = read({ parameters: [id, { name: 'b', in: 'body', type: 'string' }] });
    expect(text.operation.body?.media).toMatchObject([{ schema: { kind: 'string' } }]);
  });
});

describe('forms', () => {
  const field = (name: string, more: object = {}) => ({
    name,
    in: 'formData',
    type: 'string',
    ...more,
  });

  it('are one object', () => {
    const { operation, notes } = read({
      parameters: [
        id,
        field('a', { required: true, description: 'A', 'x-example': 'x' }),
        field('n', { type: 'integer', minimum: 0 }),
        field('__proto__'),
      ],
    });
    expect(operation.parameters).toHaveLength(1);
    expect(operation.body).toEqual({
      pointer: `${post}/parameters`,
      required: true,
      description: undefined,
      media: [
        {
          pointer: `${post}/parameters`,
          type: 'application/x-www-form-urlencoded',
          examples: [],
          schema: {
            pointer: `${post}/parameters`,
            kind: 'object',
            properties: [
              {
                name: 'a',
                required: true,
                schema: {
                  pointer: `${post}/parameters/1`,
                  kind: 'string',
                  description: 'A',
                  examples: ['x'],
                },
              },
              {
                name: 'n',
                required: false,
                schema: { pointer: `${post}/parameters/2`, kind: 'integer', minimum: 0 },
              },
              {
                name: '__proto__',
                required: false,
                schema: { pointer: `${post}/parameters/3`, kind: 'string' },
              },
            ],
          },
        },
      ],
    });
    expect(notes).toEqual([]);
  });

  const url = 'application/x-www-form-urlencoded';
  const multipart = 'multipart/form-data';

  it.each([
    [[], 'string', [url]],
    [[multipart], 'string', [multipart]],
    [[multipart, url], 'string', [multipart, url]],
    [['application/json'], 'string', [url]],
    [['application/json', url], 'string', [url]],
    [[], 'file', [multipart]],
    [[url], 'file', [multipart]],
    [[url, multipart], 'file', [multipart]],
  ])('that consume %j, with a %s, are %j', (consumes, type, types) => {
    const { operation } = read({ consumes, parameters: [id, field('a', { type })] });
    expect(operation.body?.media.map((media) => media.type)).toEqual(types);
    expect(new Set(operation.body?.media.map(({ schema }) => schema)).size).toBe(1);
  });

  it('have files, and lists of them', () => {
    const { operation } = read({
      parameters: [
        id,
        field('one', { type: 'file', description: 'D' }),
        field('many', { type: 'array', items: { type: 'file' } }),
      ],
    });
    expect(withoutPointers(operation.body?.media[0]?.schema)).toEqual({
      kind: 'object',
      properties: [
        {
          name: 'one',
          required: false,
          schema: { kind: 'string', format: 'binary', description: 'D' },
        },
        {
          name: 'many',
          required: false,
          schema: { kind: 'array', items: { kind: 'string', format: 'binary' } },
        },
      ],
    });
    expect(operation.body?.media[0]).not.toHaveProperty('encoding');
  });

  it('have lists, written as the parameter says', () => {
    const list = { type: 'array', items: { type: 'integer' } };
    const { operation, notes } = read({
      parameters: [
        id,
        field('csv', list),
        field('multi', { ...list, collectionFormat: 'multi' }),
        field('tsv', { ...list, collectionFormat: 'tsv' }),
      ],
    });
    const [media] = operation.body?.media ?? [];
    expect([...(media?.encoding ?? [])]).toEqual([
      ['csv', { style: 'form', explode: false }],
      ['multi', { style: 'form', explode: true }],
    ]);
    expect(media?.schema).toMatchObject({
      properties: [
        { schema: { kind: 'array' } },
        { schema: { kind: 'array' } },
        { schema: { kind: 'string' } },
      ],
    });
    expect(notes).toHaveLength(1);
  });
});

describe('responses', () => {
  function mediaOf(response: object, operation: object = {}, parts: object = {}): unknown[] {
    const { operation: one } = read({ ...operation, responses: { 200: response } }, parts);
    return (one.responses[0]?.media ?? []).map(({ type, examples, schema, pointer }) => [
      type,
      schema?.kind === 'string' ? (schema.format ?? 'string') : schema?.kind,
      examples,
      pointer,
    ]);
  }
  const schema = { type: 'integer' };
  const place = `${post}/responses/200/schema`;

  it('have a schema in each type that is produced, with its example', () => {
    expect(mediaOf({ schema }, {}, { produces: ['application/json'] })).toEqual([
      ['application/json', 'integer', [], place],
    ]);
    const examples = { 'Application/JSON': 1, 'text/plain': 2, other: 3 };
    expect(
      mediaOf(
        { schema, examples },
        { produces: ['application/json', 'a/b'] },
        { produces: ['c/d'] },
      ),
    ).toEqual([
      ['application/json', 'integer', [1], place],
      ['a/b', 'integer', [], place],
    ]);
  });

  it('are JSON when nothing is said, or what their examples are', () => {
    expect(mediaOf({ schema })).toEqual([['application/json', 'integer', [], place]]);
    expect(mediaOf({ schema, examples: { 'text/plain': 1, response: 2 } })).toEqual([
      ['text/plain', 'integer', [1], place],
    ]);
  });

  it('have no content without a schema', () => {
    expect(mediaOf({ examples: { 'application/json': 1 } }, { produces: ['a/b'] })).toEqual([]);
  });

  it.each([
    [[], ['application/octet-stream']],
    [['application/json'], ['application/octet-stream']],
    [
      ['application/json', 'image/png', 'application/pdf'],
      ['image/png', 'application/pdf'],
    ],
  ])('that are files and produce %j are of %j', (produces, types) => {
    expect(mediaOf({ schema: { type: 'file' } }, { produces })).toEqual(
      types.map((type) => [type, 'binary', [], place]),
    );
  });

  it('have headers with types, and may be named at the root', () => {
    const responses = {
      Limited: {
        description: 'D',
        schema,
        headers: {
          'X-Rate': { type: 'integer', description: 'R', 'x-example': 3 },
          'X-Tags': { type: 'array', items: { type: 'string' }, collectionFormat: 'csv' },
        },
      },
    };
    const { operation } = read(
      { produces: ['a/b'], responses: { 429: { $ref: '#/responses/Limited' } } },
      { responses },
    );
    expect(operation.responses).toEqual([
      {
        pointer: '#/responses/Limited',
        status: '429',
        description: 'D',
        headers: [
          {
            pointer: '#/responses/Limited/headers/X-Rate',
            name: 'X-Rate',
            required: false,
            description: 'R',
            explode: false,
            json: false,
            examples: [3],
            schema: { pointer: '#/responses/Limited/headers/X-Rate', kind: 'integer' },
          },
          {
            pointer: '#/responses/Limited/headers/X-Tags',
            name: 'X-Tags',
            required: false,
            description: undefined,
            explode: false,
            json: false,
            examples: [],
            schema: {
              pointer: '#/responses/Limited/headers/X-Tags',
              kind: 'array',
              items: { pointer: '#/responses/Limited/headers/X-Tags/items', kind: 'string' },
            },
          },
        ],
        media: [
          {
            pointer: '#/responses/Limited/schema',
            type: 'a/b',
            examples: [],
            schema: { pointer: '#/responses/Limited/schema', kind: 'integer' },
          },
        ],
      },
    ]);
  });
});

it('a path item may be a reference', () => {
  const paths = { '/a': { $ref: '#/paths/~1b' }, '/b': { get: { responses: ok } } };
  const { operations } = readApiDocument(swagger({}, { paths }), 'test');
  expect(operations.map(({ path, pointer }) => `${path} ${pointer}`)).toEqual([
    '/a #/paths/~1b/get',
    '/b #/paths/~1b/get',
  ]);
});

it('x-nullable makes a schema nullable', () => {
  const { api } = read(
    { responses: { 200: { description: '', schema: { $ref: '#/definitions/A' } } } },
    { definitions: { A: { type: 'string', 'x-nullable': true } } },
  );
  expect(api.schemas.get('#/definitions/A')?.schema).toMatchObject({ nullable: true });
});
