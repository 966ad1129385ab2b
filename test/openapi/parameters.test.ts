import { describe, expect, it } from 'vitest';
import type { Operation, Parameter } from '../../src/openapi/model.ts';
import { readApiDocument } from '../../src/openapi/read-api.ts';
import { documentWith, withoutPointers } from './support.ts';

const ok = { responses: { 204: { description: '' } } };
const schema = { type: 'string' };

interface Given {
  readonly path?: string;
  /** Of the path item. */
  readonly shared?: unknown;
  readonly own?: unknown;
  readonly components?: object;
}

function read({ path = '/x', shared, own, components = {} }: Given): {
  parameters: readonly Parameter[];
  notes: string[];
} {
  const paths = { [path]: { parameters: shared, get: { ...ok, parameters: own } } };
  const api = readApiDocument(documentWith({ paths, components }), 'test');
  const [operation] = api.operations as [Operation];
  return { parameters: operation.parameters, notes: api.notes.map(({ message }) => message) };
}

function namesOf(given: Given): string[] {
  return read(given).parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
}

describe('parameters', () => {
  it('come with defaults', () => {
    const { parameters, notes } = read({
      path: '/x/{p}',
      own: [
        { name: 'c', in: 'cookie', schema },
        { name: 'h', in: 'header', schema },
        { name: 'q', in: 'query', schema, required: true, deprecated: true, description: 'D' },
        { name: 'p', in: 'path', schema, required: false },
      ],
    });
    const plain = {
      required: false,
      description: undefined,
      deprecated: false,
      schema: { kind: 'string' },
      json: false,
      examples: [],
    };
    expect(withoutPointers(parameters)).toEqual(
      withoutPointers([
        { ...plain, name: 'p', in: 'path', required: true, style: 'simple', explode: false },
        { ...plain, name: 'c', in: 'cookie', style: 'form', explode: true },
        { ...plain, name: 'h', in: 'header', style: 'simple', explode: false },
        {
          ...plain,
          name: 'q',
          in: 'query',
          required: true,
          deprecated: true,
          description: 'D',
          style: 'form',
          explode: true,
        },
      ]),
    );
    expect(notes).toEqual([]);
  });

  it('of the operation replace those of the path with the same name and place', () => {
    const shared = [
      { name: 'a', in: 'query', schema, description: 'shared' },
      { name: 'b', in: 'query', schema },
      { name: 'X-Key', in: 'header', schema, description: 'shared' },
    ];
    const own = [
      { name: 'a', in: 'query', schema, description: 'own' },
      { name: 'a', in: 'header', schema },
      { name: 'x-key', in: 'header', schema, description: 'own' },
    ];
    const { parameters } = read({ shared, own });
    expect(parameters.map(({ name, description }) => [name, description])).toEqual([
      ['a', 'own'],
      ['b', undefined],
      ['x-key', 'own'],
      ['a', undefined],
    ]);
  });

  it('in the path follow the template', () => {
    const own = ['b', 'a'].map((name) => ({ name, in: 'path', schema }));
    expect(namesOf({ path: '/{a}/{b}.json/{a}', own })).toEqual(['path a', 'path b']);
  });

  it('that are only in the template are strings', () => {
    const { parameters, notes } = read({ path: '/x/{id}' });
    expect(parameters).toMatchObject([
      {
        name: 'id',
        in: 'path',
        required: true,
        schema: { kind: 'string' },
        style: 'simple',
        pointer: '#/paths/~1x~1{id}/get',
      },
    ]);
    expect(notes).toEqual(['The path\'s "{id}" is not declared; it is read as a string.']);
  });

  it('that are only declared are left out', () => {
    const { parameters, notes } = read({ own: [{ name: 'id', in: 'path', schema }] });
    expect(parameters).toEqual([]);
    expect(notes).toEqual(['The path has no "{id}": the parameter is left out.']);
  });

  it('that a path has in a query are query parameters', () => {
    const own = [
      { name: 'from', in: 'path', schema },
      { name: 'gone', in: 'path', schema },
    ];
    const { parameters } = read({ path: '/x?date_from={from}&a=b', own });
    expect(parameters).toMatchObject([
      { name: 'date_from', in: 'query', required: true, style: 'form', explode: true },
    ]);
  });

  it.each([
    ['Accept', /no parameter/],
    ['content-type', /no parameter/],
    ['AUTHORIZATION', /no parameter/],
    ['Host', /kept by the host/],
    ['transfer-encoding', /kept by the host/],
    ['API Key', /no header name/],
  ])('called %j in the header never arrive, and are left out', (name, why) => {
    const { parameters, notes } = read({
      own: [
        { name, in: 'header', schema, required: true },
        { name, in: 'query', schema },
      ],
    });
    expect(parameters).toMatchObject([{ in: 'query' }]);
    expect(notes).toMatchObject([expect.stringMatching(why)]);
  });

  it.each([
    [
      { in: 'query', style: 'deepObject' },
      { style: 'deepObject', explode: false },
    ],
    [
      { in: 'query', style: 'deepObject', explode: true },
      { style: 'deepObject', explode: true },
    ],
    [
      { in: 'query', style: 'pipeDelimited' },
      { style: 'pipeDelimited', explode: false },
    ],
    [
      { in: 'query', explode: false },
      { style: 'form', explode: false },
    ],
    [
      { in: 'query', explode: 'no' },
      { style: 'form', explode: true },
    ],
    [
      { in: 'header', explode: true },
      { style: 'simple', explode: true },
    ],
    [
      { in: 'query', style: 'matrix' },
      { style: 'form', explode: true },
    ],
    [{ in: 'header', style: 3 }, { style: 'simple' }],
  ])('%j', (given, want) => {
    const { parameters, notes } = read({ own: [{ name: 'a', schema, ...given }] });
    expect(parameters).toMatchObject([want]);
    expect(notes).toHaveLength('style' in given && given.style !== want.style ? 1 : 0);
  });

  it.each([
    [
      { content: { 'application/json': { schema: { type: 'boolean' }, example: true } } },
      'boolean',
      true,
      [true],
    ],
    [{ content: { 'application/vnd.a+json; v=1': {} } }, 'any', true, []],
    [{ content: { 'text/plain': { schema: { type: 'integer' } } } }, 'string', false, []],
    [{}, 'string', false, []],
    [{ content: {} }, 'string', false, []],
    [{ type: 'integer', required: true }, 'integer', false, []],
    [{ schema: {} }, 'any', false, []],
    [
      {
        schema,
        example: 'a',
        examples: { x: { value: 'b' }, y: { $ref: '#/components/examples/e' } },
      },
      'string',
      false,
      ['a', 'b', 'c'],
    ],
  ])('hold what %j says', (given, kind, json, examples) => {
    const { parameters } = read({
      own: [{ name: 'a', in: 'query', ...given }],
      components: { examples: { e: { value: 'c' } } },
    });
    expect(parameters).toMatchObject([{ schema: { kind }, json, examples }]);
  });

  it('may be references', () => {
    const components = { parameters: { limit: { name: 'limit', in: 'query', schema } } };
    const { parameters } = read({ own: [{ $ref: '#/components/parameters/limit' }], components });
    expect(parameters).toMatchObject([{ name: 'limit', pointer: '#/components/parameters/limit' }]);
  });

  it.each([
    [null],
    ['x'],
    [{}],
    [{ name: 'a' }],
    [{ name: '', in: 'query' }],
    [{ name: 'a', in: 'body', schema }],
    [{ name: 'a', in: 'formData', type: 'file' }],
    [{ name: 'a', in: 'querystring', schema }],
  ])('that are none, %j, are noted and left out', (parameter) => {
    const { parameters, notes } = read({ own: [parameter, { name: 'b', in: 'query', schema }] });
    expect(parameters).toMatchObject([{ name: 'b' }]);
    expect(notes).toHaveLength(1);
  });

  it('that are no list are none', () => {
    expect(namesOf({ own: { a: 1 }, shared: null })).toEqual([]);
  });
});
