import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { convertApi, openapiToWit } from '../../src/conversion/openapi-to-wit.ts';
import { readApiDocument } from '../../src/openapi/read-api.ts';
import { compileTypes } from '../../src/runtime/codec.ts';
import { checkWit } from '../../src/wit/check/check.ts';

const ORDERS = 'examples/orders.openapi.yaml';

const document = {
  openapi: '3.1.0',
  info: { title: 'Pets API', version: 'v2' },
  servers: [{ url: 'https://api.example/v2' }],
  paths: {
    '/pets/{id}': {
      get: {
        operationId: 'getPet',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
        responses: {
          200: {
            description: '',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Pet: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
    },
  },
};

describe('openapiToWit', () => {
  it('gives a package that makes a component by itself', async () => {
    const { wit, world } = await openapiToWit(ORDERS);
    expect(world).toBe('service');
    expect(wit).toContain('world service {');
    expect(wit).not.toContain('wasi:');
    await checkWit(new Map([['world.wit', wit]]), world);
  });

  it('reads a path, a URL, a text and a value alike', async () => {
    const text = await readFile(ORDERS, 'utf8');
    const fromPath = await openapiToWit(ORDERS);
    expect(await openapiToWit(pathToFileURL(ORDERS))).toEqual(fromPath);
    expect(await openapiToWit({ text })).toEqual(fromPath);
    const value = await openapiToWit({ document });
    expect(await openapiToWit({ text: JSON.stringify(document) })).toEqual(value);
  });

  it('takes the package and the routes from the document', async () => {
    const conversion = await openapiToWit({ document });
    expect(conversion.package).toEqual({ namespace: 'example', name: 'pets', version: '2.0.0' });
    expect(conversion.routes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v2/pets/{id}',
    ]);
    expect(conversion.fidelity).toBeUndefined();
  });

  it('takes them from the options when they are given, as valid WIT', async () => {
    const options = { namespace: 'Acme Inc', name: 'My Pets', version: '7', basePath: '' };
    const conversion = await openapiToWit({ document }, options);
    expect(conversion.package).toEqual({
      namespace: 'acme-inc',
      name: 'my-pets',
      version: '7.0.0',
    });
    expect(conversion.wit).toContain('package acme-inc:my-pets@7.0.0;');
    expect(conversion.routes[0]?.path).toBe('/pets/{id}');
  });

  it('gives types that the codec reads', async () => {
    const { types } = await openapiToWit({ document });
    const codecs = compileTypes(types);
    expect(codecs.decode({ ref: 'Pet' }, { name: 'Rex', age: 3 })).toEqual({ name: 'Rex' });
    expect(codecs.encode({ ref: 'Pet' }, { name: 'Rex' })).toEqual({ name: 'Rex' });
    expect(() => codecs.decode({ ref: 'Pet' }, {})).toThrow('is required');
  });

  it('reports what it could not type, and what the reader left out', async () => {
    const odd = structuredClone(document) as Record<string, unknown>;
    odd.webhooks = { born: {} };
    const { report, fidelity } = convertApi(readApiDocument(odd, 'pets'));
    expect(report.notes).toContainEqual(expect.objectContaining({ pointer: '#/webhooks/born' }));
    expect(fidelity).toContain('`#/webhooks/born`');
  });

  it.each([
    ['a file that is not there', 'nowhere.yaml', 'nowhere.yaml'],
    ['a web address', 'https://example.com/openapi.json', 'https://example.com/openapi.json'],
    ['a document without operations', { document: { openapi: '3.1.0', paths: {} } }, 'openapi'],
    ['something else', { text: 'type Query { a: Int }', name: 'a.graphql' }, 'a.graphql'],
  ])('refuses %s with code 2', async (_what, source, where) => {
    await expect(openapiToWit(source)).rejects.toMatchObject({
      code: 2,
      where: expect.stringContaining(where),
    });
  });
});
