import { describe, expect, it } from 'vitest';
import { compileTypes } from '../../src/runtime/index.ts';
import type { TypeCode } from '../../src/runtime/table.ts';
import { possibleChoices, shownChoices } from '../../src/smoke/samples/choices.ts';
import { demandsOf } from '../../src/smoke/samples/demands.ts';
import { sampleRequests, typedCalls } from '../../src/smoke/samples/index.ts';
import { answersTo, apiOf, serviceOf, wrongAnswers } from './sample-service.ts';

const text = { type: 'string' };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object, required: readonly string[] = Object.keys(properties)) => ({
  ...{ type: 'object', properties, required },
});
const schemas = {
  Cat: object({ kind: { const: 'cat' }, lives: { type: 'integer' } }),
  Dog: object({ kind: { const: 'dog' }, toys: { type: 'array', items: ref('Toy') } }),
  Toy: { oneOf: [text, { type: 'integer' }, object({ name: text, color: text })] },
  Pet: {
    oneOf: [ref('Cat'), ref('Dog')],
    discriminator: {
      propertyName: 'kind',
      mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
    },
    example: { kind: 'cat', lives: 9 },
  },
  Place: object({
    type: { const: 'Point' },
    level: { type: 'integer', enum: [1, 2] },
  }),
};
const taking = (operationId: string, schema: object) => ({
  post: {
    operationId,
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: { 204: { description: 'ok' } },
  },
});
const paths = {
  '/pets': taking('addPet', ref('Pet')),
  '/pets/lists': taking('addPets', object({ pets: { type: 'array', items: ref('Pet') } })),
  '/places': taking('addPlace', ref('Place')),
};
const model = serviceOf(apiOf(paths, schemas));

describe('samples of unions and constants', () => {
  const requests = sampleRequests(model);
  const bodies = (check: string) =>
    requests
      .filter((request) => request.check === check)
      .map(({ operation, body }) => [operation, JSON.parse(body ?? 'null')]);

  it('shows the document’s example, then each other member once', () => {
    expect(bodies('operation')).toEqual([
      ['addPet', { kind: 'cat', lives: 9 }],
      ['addPets', { pets: [{ kind: 'cat', lives: 9 }] }],
      ['addPlace', { type: 'Point', level: 1 }],
    ]);
    expect(bodies('other case')).toEqual([
      ['addPet', { kind: 'dog', toys: ['sample'] }],
      ['addPet', { kind: 'dog', toys: [1] }],
      ['addPet', { kind: 'dog', toys: [{ name: 'sample', color: 'sample' }] }],
    ]);
    const calls = typedCalls(model).map((call) => call.function);
    expect(calls).toEqual([
      ...['addPet', 'addPets', 'addPlace'],
      ...['addPet', 'addPet', 'addPet'],
    ]);
  });

  it('makes the mistakes that these types allow, and names the place', () => {
    const made = requests.filter(({ expectedPointer }) => expectedPointer !== undefined);
    expect(
      made.map(({ check, operation, expectedPointer }) => [check, operation, expectedPointer]),
    ).toEqual([
      ['wrong type', 'addPet', '/lives'],
      ['unknown case', 'addPet', '/kind'],
      ['wrong constant', 'addPlace', '/type'],
      ['missing property', 'addPet', '/lives'],
    ]);
  });

  it('is answered as expected', async () => {
    expect(await wrongAnswers(await answersTo(model, {}))).toEqual([]);
  });
});

describe('choices and demands', () => {
  const types = {
    Word: {
      variant: [
        { tag: 'word', type: 'string' },
        { tag: 'number', type: 's32' },
      ],
      by: { types: { string: 0, number: 1 } },
    },
    Either: {
      variant: [
        { tag: 'text', type: 'string' },
        { tag: 'list', type: { list: { ref: 'Patch' } } },
      ],
      by: { types: { string: 0, array: 1 } },
    },
    Patch: {
      record: [
        {
          ...{ js: 'note', wire: 'Note', type: 'string' },
          ...{ optional: true, nullable: true, triState: true },
        },
        { js: 'id', wire: 'id', type: 's32' },
      ],
      fixed: [['kind', 'x']],
      extra: { js: 'others', type: { tuple: ['s32', { ref: 'Word' }] } },
    },
  } satisfies Record<string, TypeCode>;
  const codecs = compileTypes(types);
  const either: TypeCode = { ref: 'Either' };
  const json = [
    { kind: 'x', id: 1, Note: null },
    { kind: 'x', id: 2, x: [1, 'b'] },
  ];

  it('tells what a type leaves open, and what a value shows', () => {
    const tags = (choices: Iterable<{ tag: string }>) => [...choices].map(({ tag }) => tag);
    expect(tags(possibleChoices(codecs, [either])).sort()).toEqual([
      ...['list', 'none', 'null', 'number', 'text', 'value', 'word'],
    ]);
    const value = codecs.decode(either, json);
    expect(tags(shownChoices(codecs, either, value))).toEqual(['list', 'null', 'none', 'word']);
  });

  it('tells where a value must be as it is', () => {
    const places = [...demandsOf(codecs, either, json)].map(
      ({ kind, path }) => `${kind} ${path.join('/')}`,
    );
    expect(places).toEqual([
      ...['constant 0/kind', 'property 0/id', 'constant 1/kind', 'property 1/id'],
    ]);
  });
});
