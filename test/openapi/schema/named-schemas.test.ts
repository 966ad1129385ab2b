import { describe, expect, it } from 'vitest';
import { readApiDocument, readApiText } from '../../../src/openapi/read-api.ts';
import { FILE_LIMITS } from '../../../src/source/limits.ts';
import { apiOf, documentWith, failureOf, schemaOf } from '../support.ts';

const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

describe('named schemas', () => {
  it('are those that operations reach, in document order', () => {
    const api = apiOf(ref('C'), {
      A: { type: 'string' },
      B: { properties: { a: ref('A') } },
      Unused: { $ref: '#/broken' },
      C: { type: 'array', items: ref('B') },
    });
    expect([...api.schemas.values()].map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    expect(api.schemas.get('#/components/schemas/C')).toMatchObject({
      pointer: '#/components/schemas/C',
      name: 'C',
      schema: { kind: 'array', items: { kind: 'ref', target: '#/components/schemas/B' } },
    });
  });

  it('may contain themselves', () => {
    const api = apiOf(ref('Tree'), {
      Tree: { properties: { left: ref('Tree'), right: ref('Tree') } },
    });
    expect(api.schemas.size).toBe(1);
  });

  it.each(['__proto__', 'constructor', 'a/b', '50%', ' ', '*/', 'x'.repeat(9999)])(
    'may be called %j',
    (name) => {
      const schemas = JSON.parse(`{${JSON.stringify(name)}: {"type": "string"}}`);
      const $ref = `#/components/schemas/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`;
      const [named] = apiOf({ $ref }, schemas).schemas.values();
      expect(named).toMatchObject({ name, schema: { kind: 'string' } });
    },
  );

  it('have one entry, however the reference is written', () => {
    const api = apiOf(
      { anyOf: [ref('A%20b'), { properties: { x: ref('A b'), y: ref('A%20b') } }].slice(1) },
      { 'A b': {} },
    );
    expect([...api.schemas.keys()]).toEqual(['#/components/schemas/A%20b']);
  });

  it.each([
    ['#/components/schemas/Order/properties/lines', 'Order lines'],
    ['#/components/schemas/Order/properties/lines/items', 'Order lines item'],
    [
      '#/components/schemas/Order/properties/lines/items/properties/a/properties/b',
      'Order item a b',
    ],
    ['#/components/schemas/Order/additionalProperties', 'Order value'],
    ['#/components/schemas/Order/definitions/Part', 'Order Part'],
    ['#/components/parameters/limit/schema', 'limit'],
    [
      '#/paths/~1orders~1{id}/get/responses/200/content/application~1json/schema',
      'getOrder response',
    ],
    [
      '#/paths/~1orders~1{id}/get/responses/404/content/application~1json/schema',
      'getOrder response 404',
    ],
    ['#/paths/~1orders~1{id}/get/parameters/0/schema', 'getOrder id'],
    [
      '#/paths/~1orders~1{id}/put/requestBody/content/application~1json/schema',
      'put /orders/id body',
    ],
    ['#/definitions/Old', 'Old'],
    ['#/x-types/Odd', 'Odd'],
  ])('deep in the document, at %s, are called %s', (pointer, name) => {
    const content = { 'application/json': { schema: { type: 'string' } } };
    const lines = { items: { properties: { a: { properties: { b: {} } } } } };
    const document = documentWith({
      paths: {
        '/x': {
          get: {
            responses: { 200: { content: { 'application/json': { schema: { $ref: pointer } } } } },
          },
        },
        '/orders/{id}': {
          get: {
            operationId: 'getOrder',
            parameters: [{ name: 'id', in: 'path', schema: {} }],
            responses: { 200: { content }, 404: { content } },
          },
          put: { requestBody: { content } },
        },
      },
      components: {
        schemas: {
          Order: { properties: { lines }, additionalProperties: {}, definitions: { Part: {} } },
        },
        parameters: { limit: { name: 'limit', in: 'query', schema: {} } },
      },
      definitions: { Old: {} },
      'x-types': { Odd: {} },
    });
    const [named] = readApiDocument(document, 'test').schemas.values();
    expect(named).toMatchObject({ pointer, name });
  });

  it('that lead nowhere are refused, with the place of the reference', () => {
    const failure = failureOf(() => apiOf(ref('A'), { A: { properties: { b: ref('B') } } }));
    expect(failure).toMatchObject({ code: 2, where: 'test#/components/schemas/A/properties/b' });
    expect(failure.message).toContain('#/components/schemas/B');
  });
});

describe('circles', () => {
  it.each([
    [{ A: ref('A') }],
    [{ A: ref('B'), B: ref('C'), C: ref('A') }],
    [{ A: { allOf: [ref('A')] } }],
    [{ A: { oneOf: [ref('B'), { type: 'null' }] }, B: { anyOf: [ref('A')] } }],
    [{ A: { allOf: [ref('A'), { type: 'object', properties: { x: {} } }] } }],
    [
      {
        A: { allOf: [ref('B'), { required: ['x'] }] },
        B: { allOf: [ref('A'), { required: ['y'] }] },
      },
    ],
  ])('of %j are not typed, with the place', (schemas) => {
    const api = apiOf(ref('A'), schemas);
    const untyped = [...api.schemas.values()].filter(({ schema }) => schema.kind === 'untyped');
    expect(untyped.length).toBeGreaterThan(0);
    for (const { pointer, schema } of untyped)
      expect(schema.pointer.startsWith(pointer)).toBe(true);
  });

  it('of scalars are refused: there is no type to guess', () => {
    const failure = failureOf(() =>
      schemaOf({ anyOf: [ref('A'), { type: 'string' }] }, { A: ref('A') }),
    );
    expect(failure.message).toMatch(/circle/);
  });

  it('through the properties of a base refer back', () => {
    const parent = { allOf: [ref('Comment'), { required: ['id'] }] };
    const api = apiOf(ref('Comment'), {
      Comment: { properties: { id: { type: 'string' }, parent } },
    });
    const pointer = '#/components/schemas/Comment/properties/parent';
    expect(api.schemas.get('#/components/schemas/Comment')?.schema).toMatchObject({
      properties: [
        { name: 'id' },
        {
          name: 'parent',
          schema: {
            kind: 'object',
            properties: [{ name: 'id', required: true }, { schema: { target: pointer } }],
          },
        },
      ],
    });
    expect(api.schemas.get(pointer)).toMatchObject({
      name: 'Comment parent',
      schema: { kind: 'object' },
    });
  });
});

describe('hostile documents', () => {
  it('with long chains of references end', () => {
    const length = 20_000;
    const schemas = Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `S${index}`,
        index === length - 1 ? {} : ref(`S${index + 1}`),
      ]),
    );
    expect(apiOf(ref('S0'), schemas).schemas.size).toBe(length);
  });

  it('with long chains of bases end', () => {
    const chain = (length: number): object =>
      Object.fromEntries(
        Array.from({ length }, (_, index) => [
          `S${index}`,
          {
            allOf: [
              ref(`S${Math.min(index + 1, length - 1)}`),
              { properties: { [`p${index}`]: {} } },
            ].slice(index === length - 1 ? 1 : 0),
          },
        ]),
      );
    expect(
      apiOf(ref('S0'), chain(10)).schemas.get('#/components/schemas/S0')?.schema,
    ).toMatchObject({
      kind: 'object',
      properties: { length: 10 },
    });
    expect(
      apiOf(ref('S0'), chain(5000)).schemas.get('#/components/schemas/S0')?.schema,
    ).toMatchObject({
      kind: 'untyped',
      reason: expect.stringMatching(/more than 32/),
    });
  });

  it('that grow when their bases are merged refer to what was read before', () => {
    const scalars = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`p${index}`, { type: 'string' }]),
    );
    const twice = (name: string): object => ({
      left: { allOf: [ref(name), { required: ['p0'] }] },
      right: { allOf: [ref(name), { required: ['p1'] }] },
    });
    const grown = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `S${index}`,
        { properties: { ...scalars, ...(index > 0 && twice(`S${index - 1}`)) } },
      ]),
    );
    const api = apiOf(ref('S29'), grown);
    expect(JSON.stringify([...api.schemas.values()]).length).toBeLessThan(20e6);
  });

  it('with schemas as deep as a document may be are read', () => {
    for (const [open, close] of [
      ['{"items":', '}'],
      ['{"additionalProperties":', '}'],
      ['{"allOf":[{},', ']}'],
      ['{"allOf":[{"required":["a"]},', ']}'],
      ['{"properties":{"a":', '}}'],
    ] as const) {
      const levels = Math.floor((FILE_LIMITS.depth - 10) / (close.length || 1));
      const schema = JSON.parse(`${open.repeat(levels)}{}${close.repeat(levels)}`);
      expect(() => schemaOf(schema)).not.toThrow();
    }
  });

  it('that are 10,000 levels deep are refused', () => {
    const items = `${'{"items":'.repeat(10_000)}{}${'}'.repeat(10_000)}`;
    const text = JSON.stringify(documentWith({ components: 0 })).replace(
      '"components":0',
      `"components":${items}`,
    );
    expect(failureOf(() => readApiText(text, 'doc')).message).toMatch(/500 levels/);
  });

  it('whose merged bases nest deeper than any document are cut by a reference', () => {
    const deep = (inner: object): object => {
      let schema = inner;
      for (let level = 0; level < 100; level += 1) schema = { properties: { a: schema } };
      return schema;
    };
    const schemas = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [
        `S${index}`,
        deep({ allOf: [index === 19 ? {} : ref(`S${index + 1}`), { required: ['x'] }] }),
      ]),
    );
    const api = apiOf(ref('S0'), schemas);
    expect(api.schemas.size).toBeGreaterThan(1);
  });
});
