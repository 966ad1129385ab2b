import { describe, expect, it } from 'vitest';
import { readApiDocument } from '../../../src/openapi/read-api.ts';
import { id, ok, parameterOf, post, read, swagger } from './support.ts';

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
