import { describe, expect, it } from 'vitest';
import { readApiDocument } from '../../../src/openapi/read-api.ts';
import { failureOf } from '../support.ts';
import { ok, post, read, swagger } from './support.ts';

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
