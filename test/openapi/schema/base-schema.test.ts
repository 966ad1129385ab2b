import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/openapi/limits.ts';
import type { Schema } from '../../../src/openapi/model.ts';
import { readApi } from '../../../src/openapi/read-api.ts';
import { temporaryFolder, writeFiles } from '../../support/files.ts';
import { apiOf, documentOf, withoutPointers } from '../support.ts';

const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });
const target = (name: string): object => ({ kind: 'ref', target: `#/components/schemas/${name}` });

const Pet = {
  type: 'object',
  properties: { kind: { type: 'string' }, name: { type: 'string' } },
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
};
const extending = (name: string, own: string): object => ({
  allOf: [ref(name), { properties: { [own]: { type: 'string' } } }],
});

/** What the component `Pet` is read as, when it is what an operation answers with. */
function read(schemas: object): Map<string, Schema> {
  const { schemas: named } = apiOf(ref('Pet'), schemas);
  return new Map([...named.values()].map(({ name, schema }) => [name, schema]));
}

function alternatives(schemas: object): unknown {
  const pet = read(schemas).get('Pet');
  if (pet?.kind !== 'union') return pet?.kind;
  return Object.fromEntries(
    [...(pet.discriminator?.values ?? [])].map(([value, index]) => {
      const member = pet.members[index];
      return [value, member?.kind === 'ref' ? member.target.split('/').at(-1) : member?.title];
    }),
  );
}

describe('a base with a discriminator', () => {
  it('is a choice between what extends it, which has its properties', () => {
    const schemas = read({ Pet, Cat: extending('Pet', 'claws'), Dog: extending('Pet', 'bark') });
    expect(withoutPointers(schemas.get('Pet'))).toMatchObject({
      kind: 'union',
      keyword: 'discriminator',
      members: [target('Cat'), target('Dog')],
      discriminator: { property: 'kind' },
    });
    expect(schemas.get('Cat')).toMatchObject({
      kind: 'object',
      properties: [{ name: 'kind', required: true }, { name: 'name' }, { name: 'claws' }],
    });
  });

  it.each([
    [
      { Pet, Cat: extending('Pet', 'a'), Puss: extending('Cat', 'b') },
      { Cat: 'Cat', Puss: 'Puss' },
    ],
    [{ Pet, Cat: { allOf: [{ allOf: [ref('Pet')] }] } }, { Cat: 'Cat' }],
    [{ Pet, Cat: { allOf: [ref('Pet')] } }, { Cat: 'Cat' }],
    [{ Pet: { ...Pet, discriminator: 'kind' }, Cat: extending('Pet', 'a') }, { Cat: 'Cat' }],
    [{ Pet, Cat: extending('Pet', 'a'), Other: { allOf: [{ $ref: '#/broken' }] } }, { Cat: 'Cat' }],
    // A base below stands for what extends it.
    [
      {
        Pet,
        Cat: { ...extending('Pet', 'a'), discriminator: { propertyName: 'breed' } },
        Puss: extending('Cat', 'b'),
      },
      { Puss: 'Puss' },
    ],
    // By mapping: also what extends nothing, and the base itself.
    [
      {
        Pet: {
          ...Pet,
          discriminator: {
            propertyName: 'kind',
            mapping: { cat: 'Cat', pet: 'Pet', fish: 'Fish' },
          },
        },
        Cat: extending('Pet', 'a'),
        Dog: extending('Pet', 'b'),
        Fish: { properties: { fins: {} } },
      },
      { cat: 'Cat', Cat: 'Cat', pet: 'Pet', Pet: 'Pet', fish: 'Fish', Fish: 'Fish', Dog: 'Dog' },
    ],
    // By what the children say of the property.
    [
      {
        Pet: { ...Pet, properties: { kind: { enum: ['cat', 'dog'] } } },
        Cat: { allOf: [ref('Pet'), { properties: { kind: { enum: ['cat'] } } }] },
      },
      { cat: 'Cat' },
    ],
  ])('%j', (schemas, values) => {
    expect(alternatives(schemas)).toEqual(values);
  });

  it.each([
    [{ Pet }],
    [{ Pet: { ...Pet, discriminator: {} }, Cat: extending('Pet', 'a') }],
    [{ Pet: { ...Pet, discriminator: { propertyName: 'kind', mapping: { pet: 'Pet' } } } }],
    [{ Pet: { ...Pet, discriminator: { propertyName: 'kind', mapping: { cat: 'Nowhere' } } } }],
    [{ Pet, Cat: { properties: { owner: ref('Pet') } } }],
    [
      {
        Pet,
        ...Object.fromEntries(
          Array.from({ length: LIMITS.subtypes + 1 }, (_, index) => [
            `P${index}`,
            extending('Pet', 'a'),
          ]),
        ),
      },
    ],
  ])('is the object that it describes when nothing extends it', (schemas) => {
    expect(alternatives(schemas)).toBe('object');
  });

  it('may be its own child, or a property of one', () => {
    expect(
      alternatives({ Pet: { ...Pet, allOf: [ref('Cat')] }, Cat: extending('Pet', 'a') }),
    ).toEqual({
      Cat: 'Cat',
    });
    const Cat = { allOf: [ref('Pet'), { properties: { friend: ref('Pet') } }] };
    expect(read({ Pet, Cat }).get('Cat')).toMatchObject({
      properties: [{}, {}, { name: 'friend', schema: target('Pet') }],
    });
  });

  it('is the object in a child that adds nothing', () => {
    const schemas = read({ Pet, Cat: { allOf: [ref('Pet')], description: 'A cat.' } });
    expect(schemas.get('Cat')).toMatchObject({
      kind: 'object',
      description: 'A cat.',
      properties: [{ name: 'kind' }, { name: 'name' }],
    });
  });

  it('itself mapped to has a place of its own', () => {
    const mapping = { cat: 'Cat', pet: 'Pet' };
    const schemas = {
      Pet: { ...Pet, discriminator: { propertyName: 'kind', mapping } },
      Cat: extending('Pet', 'a'),
    };
    expect(read(schemas).get('Pet')).toMatchObject({
      members: [
        {},
        { kind: 'object', title: 'Pet', pointer: '#/components/schemas/Pet/properties' },
      ],
    });
  });
});

describe('a base in a file of its own', () => {
  it('is a choice between the components that extend it, by their names', async () => {
    const folder = await temporaryFolder();
    const child = (own: string): object => ({
      allOf: [{ $ref: './pet.json' }, { properties: { [own]: { type: 'string' } } }],
    });
    const document = documentOf(
      { $ref: './schemas/pet.json' },
      {
        Cat: { $ref: './schemas/a-cat.json' },
        Dog: { $ref: './schemas/a-dog.json' },
      },
    );
    const files = {
      'openapi.json': document,
      'schemas/pet.json': {
        ...Pet,
        discriminator: { propertyName: 'kind', mapping: { dog: './a-dog.json' } },
      },
      'schemas/a-cat.json': child('claws'),
      'schemas/a-dog.json': child('bark'),
    };
    await writeFiles(
      folder,
      Object.fromEntries(
        Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)]),
      ),
    );
    const { schemas } = await readApi(join(folder, 'openapi.json'));
    const pet = schemas.get('schemas/pet.json#')?.schema;
    if (pet?.kind !== 'union') throw new Error('it is no choice');
    expect(pet.members).toMatchObject([
      { kind: 'ref', target: 'schemas/a-cat.json#' },
      { kind: 'ref', target: 'schemas/a-dog.json#' },
    ]);
    expect(Object.fromEntries(pet.discriminator?.values ?? [])).toEqual({ dog: 1, Cat: 0, Dog: 1 });
  });
});
