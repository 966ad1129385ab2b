import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/openapi/model.ts';
import { readApiDocument } from '../../src/openapi/read-api.ts';
import { documentWith, failureOf } from './support.ts';

function read(
  operation: object,
  components: object = {},
): { operation: Operation; notes: string[] } {
  const api = readApiDocument(
    documentWith({ paths: { '/x': { post: operation } }, components }),
    'test',
  );
  return {
    operation: api.operations[0] as Operation,
    notes: api.notes.map(({ message }) => message),
  };
}

const schema = { type: 'string' };

describe('responses', () => {
  it('have a status, in document order', () => {
    const { operation, notes } = read({
      responses: {
        default: {},
        '4xx': {},
        404: {},
        204: { description: 'D' },
        'x-y': {},
        600: {},
        20: {},
        ok: {},
      },
    });
    // The engine puts whole numbers first.
    expect(operation.responses.map(({ status }) => status)).toEqual([
      '204',
      '404',
      'default',
      '4XX',
    ]);
    expect(operation.responses[0]).toMatchObject({ description: 'D', media: [], headers: [] });
    expect(notes).toEqual([
      '"20" is no status code, and left out.',
      '"600" is no status code, and left out.',
      '"ok" is no status code, and left out.',
    ]);
  });

  it.each([[undefined], [null], [{}], [[]], ['x']])('%j are noted', (responses) => {
    const { operation, notes } = read({ responses });
    expect(operation.responses).toEqual([]);
    expect(notes).toEqual(['The operation has no responses.']);
  });

  it('without a description of theirs have no content', () => {
    const { operation, notes } = read({ responses: { 204: null } });
    expect(operation.responses).toMatchObject([{ status: '204', media: [] }]);
    expect(notes).toHaveLength(1);
  });

  it('have headers', () => {
    const { operation } = read(
      {
        responses: {
          200: {
            headers: {
              'X-Limit': { required: true, schema: { type: 'integer' } },
              'X-Old': { type: 'boolean' },
              'content-type': { schema },
              'X-Ref': { $ref: '#/components/headers/r' },
              'X-Bad': null,
            },
          },
        },
      },
      { headers: { r: { schema } } },
    );
    expect(operation.responses[0]?.headers).toMatchObject([
      { name: 'X-Limit', required: true, schema: { kind: 'integer' } },
      { name: 'X-Old', required: false, schema: { kind: 'boolean' } },
      { name: 'X-Ref', pointer: '#/components/headers/r', schema: { kind: 'string' } },
    ]);
  });

  it('may be references, which may be broken', () => {
    const components = {
      responses: { A: { $ref: '#/components/responses/B' }, B: { description: 'B' } },
    };
    const { operation } = read(
      { responses: { 404: { $ref: '#/components/responses/A' } } },
      components,
    );
    expect(operation.responses).toMatchObject([
      { status: '404', pointer: '#/components/responses/B' },
    ]);
    const failure = failureOf(() =>
      read({ responses: { 404: { $ref: '#/components/responses/C' } } }),
    );
    expect(failure).toMatchObject({ code: 2, where: 'test#/paths/~1x/post/responses/404' });
  });
});

describe('content', () => {
  it('is by media type, lower case and without parameters', () => {
    const { operation, notes } = read({
      responses: {
        200: {
          content: {
            'Application/JSON; charset=utf-8': { schema },
            'application/json': {},
            'text/plain': null,
            '*': {},
            json: { schema },
            '': {},
          },
        },
      },
    });
    expect(operation.responses[0]?.media.map(({ type }) => type)).toEqual([
      'application/json',
      'text/plain',
      '*/*',
    ]);
    expect(operation.responses[0]?.media[0]).toMatchObject({ schema: { kind: 'string' } });
    expect(operation.responses[0]?.media[1]?.schema).toBeUndefined();
    expect(notes).toEqual([
      '"application/json" is described twice; the first one counts.',
      '"json" is no media type, and left out.',
      '"" is no media type, and left out.',
    ]);
  });

  it('has examples, without those that can not be had', () => {
    const examples = {
      a: { value: 2 },
      b: { externalValue: 'http://example.org' },
      c: { $ref: '#/nowhere' },
      d: { $ref: 'other.json' },
      e: { value: null },
    };
    const { operation, notes } = read({
      responses: { 200: { content: { 'application/json': { schema, example: 1, examples } } } },
    });
    expect(operation.responses[0]?.media[0]?.examples).toEqual([1, 2, null]);
    expect(notes).toHaveLength(3);
  });
});

describe('bodies', () => {
  const content = { 'application/json': { schema } };

  it.each([
    [{ content }, false],
    [{ content, required: true }, true],
    [{ content, required: 'true' }, false],
  ])('%j', (requestBody, required) => {
    const { operation } = read({ requestBody, responses: { 204: {} } });
    expect(operation.body).toMatchObject({ required, media: [{ type: 'application/json' }] });
  });

  it('may be references', () => {
    const { operation } = read(
      { requestBody: { $ref: '#/components/requestBodies/B' }, responses: { 204: {} } },
      { requestBodies: { B: { content, description: 'D' } } },
    );
    expect(operation.body).toMatchObject({
      pointer: '#/components/requestBodies/B',
      description: 'D',
    });
  });

  it.each([[{}], [{ content: {} }], [{ content: null }], ['x']])(
    'of nothing, %j, are noted',
    (requestBody) => {
      const { operation, notes } = read({ requestBody, responses: { 204: {} } });
      expect(operation.body).toBeUndefined();
      expect(notes).toEqual(['The request body has no content, and is left out.']);
    },
  );
});

describe('how the properties of a form are written', () => {
  const encodingOf = (type: string, encoding: unknown) => {
    const { operation, notes } = read({
      requestBody: { content: { [type]: { schema, encoding } } },
      responses: { 204: {} },
    });
    return { encoding: operation.body?.media[0]?.encoding, notes };
  };

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data'])('is read of %s', (type) => {
    const { encoding, notes } = encodingOf(type, {
      a: { contentType: ' Image/PNG, image/jpeg' },
      b: { style: 'deepObject', explode: false },
      ['__proto__']: {},
    });
    expect([...(encoding ?? [])]).toEqual([
      ['a', { contentType: 'image/png, image/jpeg' }],
      ['b', { style: 'deepObject', explode: false }],
      ['__proto__', {}],
    ]);
    expect(notes).toEqual([]);
  });

  it('says what it does not read', () => {
    const { encoding, notes } = encodingOf('multipart/form-data', {
      a: { style: 'matrix', headers: { 'X-A': {} } },
      b: 'text',
    });
    expect([...(encoding ?? [])]).toEqual([['a', {}]]);
    expect(notes).toEqual([
      'No style of a form; the usual one is read.',
      'Headers of a part are not read.',
      'This says nothing of how a property is written.',
    ]);
  });

  it('is nothing elsewhere', () => {
    expect(encodingOf('application/json', { a: {} }).encoding).toBeUndefined();
    expect(encodingOf('multipart/form-data', undefined).encoding).toBeUndefined();
  });
});
