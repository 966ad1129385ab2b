import { describe, expect, it } from 'vitest';
import { id, post, read } from './support.ts';

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

  it('that are files are not of the XML that the document produces', () => {
    const parts = { produces: ['application/json', 'application/xml', 'text/csv'] };
    const typesOf = (operation: object) =>
      mediaOf({ schema: { type: 'file' } }, operation, parts).map((media) => [media].flat()[0]);
    expect(typesOf({})).toEqual(['text/csv']);
    expect(typesOf({ produces: ['application/xml'] })).toEqual(['application/xml']);
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
