import { describe, expect, it } from 'vitest';
import { apiOf, schemaOf, shapeOf } from '../support.ts';

const string = { kind: 'string' };
const integer = { kind: 'integer' };
const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });
const target = (name: string): object => ({ kind: 'ref', target: `#/components/schemas/${name}` });
const property = (name: string, schema: object, required = false): object => ({
  name,
  required,
  schema,
});

const components = {
  Cat: { type: 'object', properties: { claws: { type: 'integer' } }, required: ['claws'] },
  Dog: { type: 'object', properties: { bark: { type: 'string' } }, required: ['bark'] },
  Null: { type: 'null' },
  Color: { type: 'string', enum: ['red'] },
  Choice: { oneOf: [ref('Cat'), ref('Dog')] },
};

describe('a choice', () => {
  it.each([
    [
      [ref('Cat'), ref('Dog')],
      [target('Cat'), target('Dog')],
    ],
    [
      [{ type: 'string' }, { type: 'integer' }],
      [string, integer],
    ],
    [
      [{ type: 'integer' }, ref('Cat'), ref('Color')],
      [integer, target('Cat'), target('Color')],
    ],
    // Scalars of one type are one member, where the first of them stands.
    [
      [ref('Color'), ref('Cat'), { type: 'string', enum: ['blue'] }],
      [{ kind: 'enum', values: ['red', 'blue'] }, target('Cat')],
    ],
    [
      [{ type: 'integer' }, { type: 'string' }, { type: 'number' }],
      [{ kind: 'number' }, string],
    ],
    // The same twice.
    [
      [ref('Cat'), { type: 'string' }, ref('Cat')],
      [target('Cat'), string],
    ],
    [
      [
        { items: { type: 'string' }, description: 'one' },
        { type: 'string' },
        { items: { type: 'string' } },
      ],
      [{ kind: 'array', items: string, description: 'one' }, string],
    ],
    // An object of which nothing is said is an object still.
    [
      [{ type: 'string' }, { type: 'object' }],
      [string, { kind: 'map', values: { kind: 'any' } }],
    ],
    // A choice inside is part of the choice; one with a name keeps it.
    [
      [{ oneOf: [ref('Cat'), { type: 'string' }] }, ref('Dog')],
      [target('Cat'), string, target('Dog')],
    ],
    [
      [ref('Choice'), { type: 'string' }],
      [target('Choice'), string],
    ],
  ])('between %j', (members, read) => {
    for (const keyword of ['anyOf', 'oneOf']) {
      const inner = { keyword: expect.anything(), kind: 'union', members: read };
      expect(shapeOf({ [keyword]: members }, components)).toEqual(inner);
      expect(shapeOf({ [keyword]: members, type: 'object' }, components)).toMatchObject({
        kind: 'union',
      });
    }
  });

  it.each([
    [[ref('Cat'), ref('Dog'), { type: 'null' }]],
    [[ref('Null'), ref('Cat'), ref('Dog')]],
    [[{ type: 'object', nullable: true, title: 'null' }, ref('Cat'), ref('Dog')]],
    [[ref('Cat'), { ...components.Dog, nullable: true }]],
    [[ref('Cat'), { type: ['string', 'null'] }]],
    [[ref('Cat'), { oneOf: [ref('Dog'), { type: 'null' }, { type: 'string' }] }]],
    [[ref('Cat'), { enum: ['a', null] }, { type: 'string' }]],
  ])('between %j is nullable as a whole', (members) => {
    const schema = schemaOf({ oneOf: members }, components);
    expect(schema).toMatchObject({ kind: 'union', nullable: true });
    for (const member of schema.kind === 'union' ? schema.members : []) {
      expect(member.nullable).toBeUndefined();
    }
  });

  it.each([
    [[ref('Cat'), ref('Cat')], target('Cat')],
    [[ref('Cat'), { type: 'null' }], { ...target('Cat'), nullable: true }],
    [[{ type: 'string' }, {}], { kind: 'any' }],
    [[ref('Cat'), true], { kind: 'any' }],
  ])('between %j is none', (members, shape) => {
    expect(shapeOf({ oneOf: members }, components)).toEqual(shape);
  });

  it('keeps its keyword, and is anyOf when an anyOf is part of it', () => {
    expect(shapeOf(ref('Choice'), components)).toEqual(target('Choice'));
    const inner = { anyOf: [ref('Dog'), { type: 'string' }] };
    expect(shapeOf({ oneOf: [ref('Cat'), inner] }, components)).toMatchObject({ keyword: 'anyOf' });
    expect(shapeOf({ oneOf: inner.anyOf }, components)).toMatchObject({ keyword: 'oneOf' });
  });
});

describe('a choice beside other keywords', () => {
  const Base = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] };
  const withBase = { ...components, Base };
  const id = property('id', string, true);
  const factored = [
    { kind: 'object', title: 'Cat', properties: [id, property('claws', integer, true)] },
    { kind: 'object', title: 'Dog', properties: [id, property('bark', string, true)] },
  ];

  it.each([
    { allOf: [ref('Base'), { oneOf: [ref('Cat'), ref('Dog')] }] },
    { allOf: [ref('Base'), ref('Choice')] },
    { allOf: [ref('Base')], oneOf: [ref('Cat'), ref('Dog')] },
    { ...Base, oneOf: [ref('Cat'), ref('Dog')] },
    { ...Base, oneOf: [{ title: 'Cat', allOf: [ref('Cat')] }, ref('Dog')] },
  ])('is spread over them: %j', (schema) => {
    expect(shapeOf(schema, withBase)).toMatchObject({ kind: 'union', members: factored });
  });

  it('of scalars gives its members their type', () => {
    const schema = { type: 'string', anyOf: [{ enum: ['a'] }, { minLength: 3 }] };
    expect(shapeOf(schema)).toEqual(string);
  });

  it('has members of one type where the keywords beside are about another', () => {
    const schema = { items: { type: 'string' }, oneOf: [{ type: 'array' }, { type: 'string' }] };
    expect(shapeOf(schema)).toEqual({
      kind: 'union',
      keyword: 'oneOf',
      members: [{ kind: 'array', items: string }, string],
    });
  });

  it('is not spread over members that say it all, however many they are', () => {
    const names = Array.from({ length: 300 }, (_, index) => `C${index}`);
    const children = names.map((name) => [
      name,
      { allOf: [ref('Pet'), { properties: { [name]: {} } }] },
    ]);
    const Pet = { ...Base, oneOf: names.map(ref) };
    const api = apiOf(ref('Pet'), { Pet, ...Object.fromEntries(children) });
    expect(api.schemas.get('#/components/schemas/Pet')?.schema).toMatchObject({
      kind: 'union',
      members: names.map(target),
    });
  });

  it('that it says itself stays a choice between names', () => {
    const Pet = { ...Base, oneOf: [ref('Kitten'), ref('Puppy')] };
    const Kitten = { allOf: [ref('Pet'), components.Cat] };
    const Puppy = { allOf: [ref('Pet'), components.Dog] };
    const api = apiOf(ref('Pet'), { Pet, Kitten, Puppy });
    const schemas = [...api.schemas.values()].map(({ schema }) => schema);
    expect(schemas).toMatchObject([
      { kind: 'union', members: [target('Kitten'), target('Puppy')] },
      { kind: 'object', properties: [{ name: 'id' }, { name: 'claws' }] },
      { kind: 'object', properties: [{ name: 'id' }, { name: 'bark' }] },
    ]);
  });

  it('is every combination of two', () => {
    const schema = {
      allOf: [
        { oneOf: [ref('Cat'), ref('Dog')] },
        { oneOf: [ref('Base'), { properties: { x: { type: 'string' } } }] },
      ],
    };
    const names = (read: unknown): unknown =>
      JSON.stringify(read)
        .match(/"name":"\w+"/gu)
        ?.map((text) => text.slice(8, -1))
        .join(' ');
    expect(names(shapeOf(schema, withBase))).toBe('claws id claws x bark id bark x');
  });

  it('is not spread when there are too many', () => {
    const choice = { oneOf: [ref('Cat'), ref('Dog')] };
    const schema = { allOf: Array.from({ length: 30 }, () => choice) };
    expect(schemaOf(schema, components)).toMatchObject({
      kind: 'untyped',
      construct: 'allOf',
      reason: expect.stringContaining('256'),
    });
  });
});

describe('a discriminator', () => {
  const oneOf = [ref('Cat'), ref('Dog')];

  function valuesOf(
    discriminator: unknown,
    schemas: object = components,
    members = oneOf,
  ): unknown {
    const schema = schemaOf({ oneOf: members, discriminator }, schemas);
    const stated = schema.kind === 'union' ? schema.discriminator : undefined;
    return stated && { [stated.property]: Object.fromEntries(stated.values) };
  }

  it.each([
    [{ propertyName: 'kind' }, { Cat: 0, Dog: 1 }],
    ['kind', { Cat: 0, Dog: 1 }],
    [
      { propertyName: 'kind', mapping: { feline: 'Cat', dog: ref('Dog').$ref } },
      { feline: 0, dog: 1, Cat: 0, Dog: 1 },
    ],
    [
      { propertyName: 'kind', mapping: { Cat: 'Dog', Dog: 'Cat' } },
      { Cat: 1, Dog: 0 },
    ],
    [
      { propertyName: 'kind', mapping: { x: 'Nowhere', y: 'other.yaml#/Dog', z: 3, dog: 'Dog' } },
      { dog: 1, Cat: 0, Dog: 1 },
    ],
  ])('%j', (discriminator, kind) => {
    expect(valuesOf(discriminator)).toEqual({ kind });
  });

  it('has the values that members give to it', () => {
    const of = (value: string, more = {}): object => ({
      properties: { kind: { enum: [value] } },
      ...more,
    });
    const schemas = {
      Cat: { allOf: [of('base'), of('cat')] },
      Dog: { properties: { kind: ref('Kind') } },
      Kind: { const: 'dog' },
    };
    expect(valuesOf({ propertyName: 'kind' }, schemas)).toEqual({ kind: { cat: 0, dog: 1 } });
    const shared = { Cat: of('pet'), Dog: of('pet') };
    expect(valuesOf({ propertyName: 'kind' }, shared)).toEqual({ kind: { Cat: 0, Dog: 1 } });
  });

  it('that says nothing is left out', () => {
    expect(valuesOf({ propertyName: '' })).toBeUndefined();
    expect(valuesOf({ mapping: { dog: 'Dog' } })).toBeUndefined();
    const inline = [components.Cat, components.Dog];
    expect(valuesOf({ propertyName: 'kind' }, components, inline as never)).toBeUndefined();
  });

  it('notes what leads to no member', () => {
    const mapping = { 'a/b': 'Nowhere', color: 'Color', dog: 'Dog' };
    const { notes } = apiOf(
      { oneOf, discriminator: { propertyName: 'kind', mapping } },
      components,
    );
    expect(notes).toMatchObject([
      {
        pointer: expect.stringMatching(/discriminator\/mapping\/a~1b$/u),
        message: expect.stringContaining('Nowhere'),
      },
      { pointer: expect.stringMatching(/discriminator\/mapping\/color$/u) },
    ]);
  });

  it('keeps its numbers when members are the same', () => {
    const members = [ref('Cat'), { allOf: [ref('Cat')] }, ref('Dog')];
    expect(valuesOf('kind', components, members as never)).toEqual({ kind: { Cat: 0, Dog: 1 } });
  });
});
