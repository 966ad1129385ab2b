import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiModel, Schema } from '../../../src/openapi/model.ts';
import { readApi, readApiText } from '../../../src/openapi/read-api.ts';
import { Failure } from '../../../src/terminal/failure.ts';
import { temporaryFolder, writeFiles } from '../../support/files.ts';
import { documentOf, documentWith } from '../support.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

type Files = Readonly<Record<string, unknown>>;

/** Reads `document` beside `files`, by their paths; a value is written as JSON. */
async function read(document: unknown, files: Files = {}): Promise<ApiModel> {
  const all = Object.entries({ ...files, 'openapi.json': document }).map(([path, value]) => [
    path,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  await writeFiles(folder, Object.fromEntries(all));
  return readApi(join(folder, 'openapi.json'));
}

async function failureOf(document: unknown, files: Files = {}): Promise<Failure> {
  const error = await read(document, files).catch((thrown) => thrown);
  if (error instanceof Failure) return error;
  throw new Error('it did not fail', { cause: error });
}

const referring = ($ref: string) => documentOf({ $ref });

function answerOf(api: ApiModel): Schema | undefined {
  return api.operations[0]?.responses[0]?.media[0]?.schema;
}

const pet = { type: 'object', properties: { name: { type: 'string' } } };

describe('a schema in another file', () => {
  it.each([
    ['./schemas/pet.yaml', 'schemas/pet.yaml', 'schemas/pet.yaml#', 'pet'],
    ['schemas/Pet.schema.json', 'schemas/Pet.schema.json', 'schemas/Pet.schema.json#', 'Pet'],
    ['schemas/pet/index.yaml#', 'schemas/pet/index.yaml', 'schemas/pet/index.yaml#', 'pet'],
    ['my%20schemas/pet.json', 'my schemas/pet.json', 'my%20schemas/pet.json#', 'pet'],
    ['a%23b.json', 'a#b.json', 'a%23b.json#', 'a#b'],
  ])('%s', async ($ref, file, pointer, name) => {
    const api = await read(referring($ref), { [file]: pet });
    expect(answerOf(api)).toMatchObject({ kind: 'ref', target: pointer });
    expect([...api.schemas.values()]).toMatchObject([
      { pointer, name, schema: { kind: 'object', properties: [{ name: 'name' }] } },
    ]);
  });

  it.each([
    ['common.yaml#/Pet', { Pet: pet }, 'Pet'],
    ['common.yaml#/definitions/Pet', { definitions: { Pet: pet } }, 'Pet'],
    ['common.yaml#/components/schemas/Pet', { components: { schemas: { Pet: pet } } }, 'Pet'],
    ['common.yaml#/schemas/v1/Pet', { schemas: { v1: { Pet: pet } } }, 'Pet'],
    ['common.yaml#/properties/pet', { properties: { pet } }, 'common pet'],
    [
      'common.yaml#/Zoo/properties/pet/items',
      { Zoo: { properties: { pet: { items: pet } } } },
      'Zoo pet item',
    ],
    ['common.yaml#Pet', { any: { ...pet, $anchor: 'Pet' } }, 'any'],
  ])('%s, named by what leads to it', async ($ref, common, name) => {
    const api = await read(referring($ref), { 'common.yaml': common });
    expect([...api.schemas.values()]).toMatchObject([{ name, schema: { kind: 'object' } }]);
  });

  it('refers to others from its own place, and back', async () => {
    const api = await read(
      documentOf({ $ref: 'schemas/owner.yaml' }, { Id: { type: 'integer' } }),
      {
        'schemas/owner.yaml':
          'properties:\n  pets: {items: {$ref: "pets/pet.yaml#/Pet"}}\n  self: {$ref: "#"}',
        'schemas/pets/pet.yaml':
          'Pet:\n  properties:\n    owner: {$ref: ../owner.yaml}\n    tag: {$ref: "#/Tag"}\n    id: {$ref: "../../openapi.json#/components/schemas/Id"}\nTag: {type: string}',
      },
    );
    expect(new Set(api.schemas.keys())).toEqual(
      new Set([
        'schemas/owner.yaml#',
        'schemas/pets/pet.yaml#/Pet',
        'schemas/pets/pet.yaml#/Tag',
        '#/components/schemas/Id',
      ]),
    );
    expect(api.schemas.get('schemas/pets/pet.yaml#/Pet')?.schema).toMatchObject({
      properties: [
        { schema: { target: 'schemas/owner.yaml#' } },
        { schema: { target: 'schemas/pets/pet.yaml#/Tag' } },
        { schema: { target: '#/components/schemas/Id' } },
      ],
    });
  });

  it('is merged by allOf like any other', async () => {
    const api = await read(
      documentOf({ allOf: [{ $ref: 'pet.json' }, { properties: { age: { type: 'integer' } } }] }),
      { 'pet.json': { properties: { tag: { $ref: 'tag.json' } } }, 'tag.json': { type: 'string' } },
    );
    expect(answerOf(api)).toMatchObject({
      properties: [
        { name: 'tag', schema: { kind: 'ref', target: 'tag.json#' } },
        { name: 'age', schema: { kind: 'integer' } },
      ],
    });
  });

  it('has one name through a link inside of the folder, and is read once', async () => {
    await writeFiles(folder, { 'pet.json': JSON.stringify(pet) });
    await symlink('pet.json', join(folder, 'link.json'));
    const api = await read(documentOf({ anyOf: [{ $ref: 'link.json' }, { $ref: './pet.json' }] }));
    expect([...api.schemas.keys()]).toEqual(['pet.json#']);
  });
});

describe('other parts in another file', () => {
  it.each([
    ['paths/things.yaml', 'paths/things.yaml#'],
    ['paths/things.yaml#/~1things', 'paths/things.yaml#/~1things'],
  ])('a path item: %s, and all it refers to', async ($ref, place) => {
    const item = {
      parameters: [{ $ref: '../parameters.yaml#/Limit' }],
      get: {
        responses: {
          200: { $ref: '../responses/ok.yaml' },
          404: {
            content: { 'application/json': { schema: { properties: { a: { type: 'string' } } } } },
          },
        },
      },
    };
    const api = await read(documentWith({ paths: { '/things': { $ref } } }), {
      'paths/things.yaml': { ...item, '/things': item },
      'parameters.yaml': { Limit: { name: 'limit', in: 'query', schema: { $ref: 'limit.yaml' } } },
      'limit.yaml': 'type: integer',
      'responses/ok.yaml': {
        headers: { Next: { $ref: 'header.yaml' } },
        content: { 'application/json': { schema: { $ref: '../pet.yaml' } } },
      },
      'responses/header.yaml': { schema: { type: 'string' } },
      'pet.yaml': pet,
    });
    expect(api.operations).toMatchObject([
      {
        pointer: `${place}/get`,
        path: '/things',
        parameters: [{ name: 'limit', pointer: 'parameters.yaml#/Limit' }],
        responses: [
          {
            pointer: 'responses/ok.yaml#',
            headers: [{ name: 'Next', pointer: 'responses/header.yaml#' }],
            media: [{ schema: { target: 'pet.yaml#' } }],
          },
          { pointer: `${place}/get/responses/404` },
        ],
      },
    ]);
  });

  it('names an inline schema of an operation there by the operation', async () => {
    const operation = (id: object) => ({
      ...id,
      responses: {
        200: { content: { 'application/json': { schema: { items: { ...pet, $anchor: 'x' } } } } },
      },
    });
    const api = await read(
      documentWith({
        openapi: '3.1.0',
        paths: {
          '/a': { $ref: 'a.yaml' },
          '/b': { $ref: 'b.yaml' },
          '/c': {
            get: {
              responses: {
                200: { content: { 'application/json': { schema: { $ref: 'a.yaml#x' } } } },
                404: { content: { 'application/json': { schema: { $ref: 'b.yaml#x' } } } },
              },
            },
          },
        },
      }),
      {
        'a.yaml': { get: operation({ operationId: 'listPets' }) },
        'b.yaml': { get: operation({}) },
      },
    );
    expect([...api.schemas.values()].map(({ name }) => name)).toEqual([
      'listPets response item',
      'get b response item',
    ]);
  });
});

it('whole fields may be in another file', async () => {
  const animal = {
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string' } },
    discriminator: { propertyName: 'kind', mapping: { dog: 'Dog' } },
  };
  const api = await read(
    documentWith({
      info: { $ref: 'info.yaml' },
      tags: { $ref: 'info.yaml#/tags' },
      paths: { $ref: 'paths/index.yaml' },
      components: { schemas: { $ref: 'schemas/index.yaml' } },
    }),
    {
      'info.yaml': { title: 'I', version: '7', tags: [{ name: 'a', description: 'A' }] },
      'paths/index.yaml': { '/animals': { $ref: 'animals.yaml' }, 'x-y': {} },
      'paths/animals.yaml': {
        get: {
          responses: {
            200: {
              content: {
                'application/json': {
                  schema: { $ref: '../openapi.json#/components/schemas/Animal' },
                },
              },
            },
          },
        },
      },
      'schemas/index.yaml': {
        Dog: { allOf: [{ $ref: '#/Animal' }, { properties: { bark: { type: 'string' } } }] },
        Cat: { $ref: 'cat.yaml' },
        Animal: animal,
      },
      'schemas/cat.yaml': {
        allOf: [{ $ref: '../openapi.json#/components/schemas/Animal' }],
        properties: { purr: { type: 'boolean' } },
      },
    },
  );
  expect(api).toMatchObject({ title: 'I', version: '7' });
  expect(api.tags?.get('a')).toBe('A');
  expect(api.operations).toMatchObject([{ path: '/animals', pointer: 'paths/animals.yaml#/get' }]);
  expect(api.schemas.get('schemas/index.yaml#/Animal')?.schema).toMatchObject({
    kind: 'union',
    members: [{ target: 'schemas/index.yaml#/Dog' }, { target: 'schemas/cat.yaml#' }],
    discriminator: {
      values: new Map([
        ['dog', 0],
        ['Dog', 0],
        ['Cat', 1],
      ]),
    },
  });
  expect([...api.schemas.values()].map(({ name }) => name)).toEqual(['Dog', 'Animal', 'cat']);
});

describe('what is refused', () => {
  it.each([
    ['../secret.json', /leads out of the document's folder/],
    ['/etc/passwd', /absolute/],
    ['file:///etc/passwd', /no relative path/],
    ['https://example.org/pet.json#/Pet', /web address; nothing is fetched/],
    ['%2e%2e/secret.json', /percent-encoding/],
    ['..\\secret.json', /backslash/],
    ['none.json#/Pet', /names a file that is not there/],
    ['.', /names a file that is not there/],
  ])('%s', async ($ref, message) => {
    const failure = await failureOf(referring($ref));
    expect(failure).toMatchObject({
      code: 2,
      where: `${join(folder, 'openapi.json')}#/paths/~1x/get/responses/200/content/application~1json/schema`,
    });
    expect(failure.message).toMatch(message);
    expect(failure.message).toContain(`"${$ref}"`);
    expect(failure.hint).toBeDefined();
  });

  it.runIf(process.platform !== 'win32')('a link that leads out of the folder', async () => {
    const outside = await temporaryFolder();
    await writeFiles(outside, { 'pet.json': JSON.stringify(pet) });
    await symlink(outside, join(folder, 'schemas'));
    await symlink(join(outside, 'pet.json'), join(folder, 'pet.json'));
    for (const $ref of ['schemas/pet.json', 'pet.json']) {
      expect((await failureOf(referring($ref))).message).toMatch(/leads out/);
    }
  });

  it.runIf(process.platform !== 'win32')('the folder of a link to the document', async () => {
    const real = await temporaryFolder();
    await writeFiles(real, {
      'api.json': JSON.stringify(referring('pet.json')),
      'pet.json': JSON.stringify(pet),
    });
    await symlink(join(real, 'api.json'), join(folder, 'openapi.json'));
    await writeFiles(folder, { 'pet.json': '{"type":"string"}' });
    const api = await readApi(join(folder, 'openapi.json'));
    expect(api.schemas.get('pet.json#')?.schema).toMatchObject({ kind: 'object' });
  });

  it.each([
    ['a broken file', '{"a": oops}', 'pet.json:1:7', /not valid JSON/],
    ['a broken reference in it', { a: 1 }, undefined, /"pet.json#\/Pet" leads nowhere/],
    ['an empty file', '', 'pet.json', /input is empty/],
    [
      'one that is nested too deep',
      `{"Pet":${'['.repeat(600)}${']'.repeat(600)}}`,
      'pet.json#/Pet/0/0/0/0/0/0/0/0/0',
      /500 levels/,
    ],
  ])('%s', async (_what, text, where, message) => {
    const failure = await failureOf(referring('pet.json#/Pet'), { 'pet.json': text });
    expect(failure.message).toMatch(message);
    expect(failure.where).toBe(
      join(folder, where ?? 'openapi.json') +
        (where === undefined
          ? '#/paths/~1x/get/responses/200/content/application~1json/schema'
          : ''),
    );
  });

  it('a broken reference between others, with its own file', async () => {
    const failure = await failureOf(referring('a/b.json'), {
      'a/b.json': { properties: { c: { $ref: '#/nowhere' } } },
    });
    expect(failure.where).toBe(`${join(folder, 'a')}/b.json#/properties/c`);
  });

  it('circles of files', async () => {
    const failure = await failureOf(
      documentWith({ paths: { '/x': { get: { responses: { 200: { $ref: 'a.json' } } } } } }),
      { 'a.json': { $ref: 'b.json' }, 'b.json': { $ref: 'a.json' } },
    );
    expect(failure.message).toMatch(/circle/);
  });

  it('everything, when only a text is given', () => {
    const text = JSON.stringify(referring('./pet.json#/Pet'));
    expect(() => readApiText(text, 'openapi.json')).toThrow(/one file is read/);
  });
});

it('notes a key that another file has twice', async () => {
  const api = await read(referring('pet.json'), {
    'pet.json': '{"type":"string","type":"integer"}',
  });
  expect(api.schemas.get('pet.json#')?.schema.kind).toBe('integer');
  expect(api.notes).toEqual([
    { pointer: 'pet.json#/type', message: expect.stringMatching(/twice/) },
  ]);
});

it('reads only what is referred to, and thousands of files', async () => {
  const count = 2_000;
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `s${index}.json`,
      { properties: { next: { $ref: `s${index + 1}.json` } } },
    ]),
  );
  const api = await read(referring('s0.json'), {
    ...files,
    [`s${count}.json`]: { type: 'string' },
    'broken.json': '{',
  });
  expect(api.schemas.size).toBe(count + 1);
});
