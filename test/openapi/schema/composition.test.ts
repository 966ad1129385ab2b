import { describe, expect, it } from 'vitest';
import { apiOf, schemaOf, shapeOf } from '../support.ts';

const string = { kind: 'string' };
const integer = { kind: 'integer' };
const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });
const target = (name: string): object => ({ kind: 'ref', target: `#/components/schemas/${name}` });

const components = {
  Pet: {
    type: 'object',
    properties: { id: { type: 'integer' }, name: { type: 'string' } },
    required: ['id'],
  },
  Tagged: { properties: { tag: { type: 'string' } } },
  Color: { type: 'string', enum: ['red'] },
  Shade: { type: 'string', enum: ['dark', 'red'] },
  Free: { type: 'string' },
};

function property(name: string, schema: object, required = false): object {
  return { name, required, schema };
}

describe('one member', () => {
  it.each([
    [{ allOf: [ref('Pet')] }, target('Pet')],
    [{ oneOf: [ref('Pet')] }, target('Pet')],
    [
      { anyOf: [ref('Pet')], description: 'x' },
      { ...target('Pet'), description: 'x' },
    ],
    [{ allOf: [ref('Pet'), { description: 'x' }] }, target('Pet')],
    [{ allOf: [ref('Pet'), {}] }, target('Pet')],
    [{ allOf: [ref('Pet'), { 'x-a': 1, unknown: 2 }], in: 'query' }, target('Pet')],
    [{ type: 'object', allOf: [ref('Pet')] }, target('Pet')],
    [{ type: 'object', allOf: [ref('Color')] }, target('Color')],
    [{ allOf: [{ allOf: [ref('Pet')] }] }, target('Pet')],
    [
      { allOf: [{ type: 'string', description: 'x', title: 'y' }], description: 'z' },
      { ...string, description: 'z', title: 'y' },
    ],
    [{ allOf: [] }, { kind: 'any' }],
    [{ allOf: [{}], type: 'string' }, string],
    [
      { anyOf: [{ type: 'string' }], maxLength: 3 },
      { ...string, maxLength: 3 },
    ],
    [{ allOf: [{ anyOf: [ref('Pet'), { type: 'null' }] }] }, { ...target('Pet'), nullable: true }],
  ])('%j', (schema, shape) => {
    expect(shapeOf(schema, components)).toEqual(shape);
  });
});

describe('siblings of $ref', () => {
  it('that describe are kept in both versions', () => {
    for (const version of ['3.0.3', '3.1.0']) {
      expect(shapeOf({ ...ref('Pet'), description: 'x', default: 1 }, components, version)).toEqual(
        {
          ...target('Pet'),
          description: 'x',
          default: 1,
        },
      );
    }
  });

  it('that restrict count in 3.1 and not in 3.0', () => {
    const schema = { ...ref('Pet'), required: ['name'] };
    expect(shapeOf(schema, components, '3.0.3')).toEqual(target('Pet'));
    expect(apiOf(schema, components, '3.0.3').notes).toMatchObject([
      { message: 'Ignored beside a $ref before OpenAPI 3.1: required.' },
    ]);
    expect(shapeOf(schema, components, '3.1.0')).toEqual({
      kind: 'object',
      properties: [property('id', integer, true), property('name', string, true)],
    });
  });
});

describe('allOf', () => {
  it('of objects has the properties of all, left to right', () => {
    const schema = {
      allOf: [ref('Pet'), ref('Tagged'), { required: ['tag'] }],
      properties: { own: {} },
    };
    expect(shapeOf(schema, components)).toEqual({
      kind: 'object',
      properties: [
        property('id', integer, true),
        property('name', string),
        property('tag', string, true),
        property('own', { kind: 'any' }),
      ],
    });
  });

  it.each([
    [{ type: 'string' }, { type: 'string', enum: ['x'] }, { kind: 'enum', values: ['x'] }],
    [{ enum: ['x'] }, { type: 'string' }, { kind: 'enum', values: ['x'] }],
    [{ type: 'number' }, { type: 'integer' }, integer],
    [{}, { type: 'string' }, string],
    [{ type: 'string' }, {}, string],
    [{ type: 'string' }, { type: 'string', description: 'y' }, { ...string, description: 'y' }],
    [ref('Pet'), ref('Pet'), target('Pet')],
    [{ items: {} }, { items: ref('Pet') }, { kind: 'array', items: target('Pet') }],
    [
      { properties: { a: { type: 'string' } }, required: ['a'] },
      { properties: { a: {}, b: { type: 'string' } } },
      { kind: 'object', properties: [property('a', string, true), property('b', string)] },
    ],
  ])('of a property as %j and %j', (first, second, shape) => {
    const schema = { allOf: [{ properties: { p: first } }, { properties: { p: second } }] };
    expect(shapeOf(schema, components)).toEqual({
      kind: 'object',
      properties: [property('p', shape)],
    });
  });

  it('of a property keeps the name of the narrower one', () => {
    const components = {
      Status: { type: 'string', enum: ['on', 'off'] },
      Base: { properties: { id: { type: 'string' } } },
      Child: { allOf: [ref('Base'), { properties: { more: { type: 'string' } } }] },
    };
    const both = (first: object, second: object): unknown => {
      const allOf = [{ properties: { p: first } }, { properties: { p: second } }];
      const read = shapeOf({ allOf }, components);
      return (read as { properties: { schema: unknown }[] }).properties[0]?.schema;
    };
    for (const [wide, narrow, name] of [
      [{ type: 'string' }, ref('Status'), 'Status'],
      [ref('Base'), ref('Child'), 'Child'],
      [{ description: 'x' }, ref('Child'), 'Child'],
      [ref('Base'), { allOf: [ref('Base')] }, 'Base'],
    ] as const) {
      expect(both(wide, narrow)).toMatchObject(target(name));
      expect(both(narrow, wide)).toMatchObject(target(name));
    }
    expect(both(ref('Status'), { type: 'string', enum: ['off', 'x'] })).toEqual({
      kind: 'enum',
      values: ['off'],
    });
    expect(both(ref('Base'), { properties: { more: { type: 'string' } } })).toEqual({
      kind: 'object',
      properties: [property('id', string), property('more', string)],
    });
  });

  it('of a property that contains its owner ends', () => {
    const api = apiOf(ref('B'), {
      A: { properties: { next: ref('A'), a: { type: 'string' } } },
      B: { allOf: [ref('A'), { properties: { next: ref('B'), b: { type: 'string' } } }] },
      C: { properties: { next: ref('C') } },
    });
    expect(api.schemas.get('#/components/schemas/B')?.schema).toMatchObject({
      properties: [{ name: 'next', schema: target('B') }, { name: 'a' }, { name: 'b' }],
    });
    const { A, C } = {
      A: { properties: { next: ref('A') } },
      C: { properties: { next: ref('C') } },
    };
    expect(schemaOf({ allOf: [ref('A'), ref('C')] }, { A, C })).toMatchObject({
      properties: [{ schema: { properties: [{ schema: target('C') }] } }],
    });
  });

  it.each([
    [{ type: 'string' }, { type: 'integer' }, integer],
    [{ type: 'string' }, { type: 'array' }, { kind: 'array', items: { kind: 'any' } }],
    [ref('Pet'), { type: 'string' }, string],
    [{ enum: ['a'] }, { enum: ['b'] }, { kind: 'enum', values: ['b'] }],
  ])(
    'of a property that can not be %j and %j at once is what is said last',
    (first, second, shape) => {
      const schema = {
        allOf: [{ properties: { p: first, q: {} } }, { properties: { p: second } }],
      };
      expect(shapeOf(schema, components)).toEqual({
        kind: 'object',
        properties: [property('p', shape), property('q', { kind: 'any' })],
      });
      expect(apiOf(schema, components).notes).toMatchObject([
        {
          pointer: expect.stringMatching(/allOf\/1\/properties\/p$/u),
          message: expect.stringMatching(/last/u),
        },
      ]);
    },
  );

  it.each([
    [
      { allOf: [{ type: 'string' }, { maxLength: 3 }, { minLength: 1 }] },
      { ...string, minLength: 1, maxLength: 3 },
    ],
    [{ allOf: [{ type: 'number' }, { type: 'integer', minimum: 1 }] }, { ...integer, minimum: 1 }],
    [{ allOf: [ref('Color'), ref('Shade')] }, { kind: 'enum', values: ['red'] }],
    // The types that all have are left; without one that is stated, keywords tell.
    [{ allOf: [{ type: ['string', 'integer'] }, { type: ['number', 'boolean'] }] }, integer],
    [
      { allOf: [{ type: ['string', 'integer'] }, { type: ['string', 'integer'], minimum: 1 }] },
      { kind: 'union', keyword: 'type', members: [string, { ...integer, minimum: 1 }] },
    ],
    [{ allOf: [{ type: 'string' }, { properties: { a: {} } }] }, string],
    [
      { allOf: [{ items: { type: 'string' } }, { maxItems: 3 }] },
      { kind: 'array', items: string, maxItems: 3 },
    ],
    [
      { allOf: [{ items: ref('Pet') }, { items: ref('Tagged'), minItems: 1 }] },
      {
        kind: 'array',
        minItems: 1,
        items: {
          kind: 'object',
          properties: [
            property('id', integer, true),
            property('name', string),
            property('tag', string),
          ],
        },
      },
    ],
    [
      { allOf: [{ type: 'array' }, { items: ref('Pet'), minItems: 1 }] },
      { kind: 'array', items: target('Pet'), minItems: 1 },
    ],
    [{ allOf: [{ required: ['a'] }, { maxProperties: 3 }] }, { kind: 'any' }],
    [
      { allOf: [ref('Pet'), { additionalProperties: { type: 'string' } }], properties: {} },
      {
        kind: 'object',
        properties: [property('id', integer, true), property('name', string)],
        additional: string,
      },
    ],
    [
      {
        allOf: [
          { type: 'string', nullable: true },
          { maxLength: 3, nullable: true },
        ],
      },
      { ...string, maxLength: 3, nullable: true },
    ],
    [
      { allOf: [{ type: 'string', nullable: true }, { maxLength: 3 }] },
      { ...string, maxLength: 3 },
    ],
    [
      {
        allOf: [ref('Tagged'), { anyOf: [{ required: ['a'] }, { required: ['b'] }] }],
      },
      { kind: 'object', properties: [property('tag', string)] },
    ],
  ])('%j', (schema, shape) => {
    expect(shapeOf(schema, components)).toEqual(shape);
  });

  it.each([
    [{ allOf: [{ type: 'string' }, { type: 'object' }] }, /several types: string, object/],
    [{ allOf: [ref('Pet'), false] }, /not a schema object/],
    [{ allOf: [{ enum: ['a'] }, { enum: ['b'] }] }, /no value/],
    [{ allOf: [{ prefixItems: [{}] }, { items: { type: 'integer' } }] }, /several lists/],
  ])('%j is not typed', (schema, reason) => {
    expect(schemaOf(schema, components)).toMatchObject({
      kind: 'untyped',
      construct: 'allOf',
      reason: expect.stringMatching(reason),
    });
  });
});

describe('anyOf and oneOf', () => {
  it.each([
    [[ref('Color'), ref('Shade')], { kind: 'enum', values: ['red', 'dark'] }],
    [[ref('Color'), ref('Free')], string],
    [
      [
        { type: 'string', format: 'date' },
        { type: 'string', format: 'date' },
      ],
      { ...string, format: 'date' },
    ],
    [
      [
        { type: 'string', format: 'date' },
        { type: 'string', format: 'time' },
      ],
      string,
    ],
    [[{ type: 'integer' }, { type: 'number' }], { kind: 'number' }],
    [[{ type: 'integer' }, { enum: [1] }], integer],
    [[{ type: 'boolean' }, { const: true }], { kind: 'boolean' }],
  ])('of scalars of one type, %j', (members, shape) => {
    expect(shapeOf({ anyOf: members }, components)).toEqual(shape);
    expect(shapeOf({ oneOf: members }, components)).toEqual(shape);
  });

  it('that only narrow are noted, and state no type by themselves', () => {
    const anyOf = [{ required: ['id'] }, { required: ['name'] }];
    expect(shapeOf({ anyOf, ...components.Tagged }, components)).toMatchObject({ kind: 'object' });
    expect(apiOf({ anyOf, type: 'object' }).notes).toMatchObject([
      { message: '"anyOf" is not checked.' },
    ]);
    expect(shapeOf({ anyOf })).toEqual({ kind: 'any' });
  });
});
