import { describe, expect, it } from 'vitest';
import { readApiDocument } from '../../src/openapi/read-api.ts';
import { apiOf, documentWith, failureOf, operationOf, operationsOf } from './support.ts';

const ok = { responses: { 204: { description: '' } } };

function notesOf(parts: object): { pointer: string; message: string }[] {
  return [...readApiDocument(documentWith(parts), 'test').notes];
}

describe('operations', () => {
  it('are every method of every path, in document order', () => {
    const read = operationsOf({
      '/b': {
        trace: ok,
        get: ok,
        head: ok,
        options: ok,
        'x-y': ok,
        summary: 'S',
        description: 'D',
      },
      'x-paths': { get: ok },
      '/a': { post: ok, put: ok, patch: ok, delete: { ...ok, summary: 'own', deprecated: true } },
    });
    expect(read.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'TRACE /b',
      'GET /b',
      'HEAD /b',
      'OPTIONS /b',
      'POST /a',
      'PUT /a',
      'PATCH /a',
      'DELETE /a',
    ]);
    expect(read[0]).toMatchObject({
      summary: 'S',
      description: 'D',
      deprecated: false,
      pointer: '#/paths/~1b/trace',
    });
    expect(read[7]).toMatchObject({ summary: 'own', description: undefined, deprecated: true });
  });

  it('carry their id and tags', () => {
    expect(operationOf({ ...ok, operationId: 'a', tags: ['x', 3, 'y'] })).toMatchObject({
      operationId: 'a',
      tags: ['x', 'y'],
    });
    expect(operationOf({ ...ok, operationId: '', tags: 'x' })).toMatchObject({
      operationId: undefined,
      tags: [],
    });
  });

  it('of a referred path item are its own and those', () => {
    const parameters = [{ name: 'q', in: 'query', schema: {} }];
    const paths = {
      '/a': { $ref: '#/components/pathItems/A', get: { ...ok, operationId: 'own' } },
      '/b': { $ref: '#/paths/~1c' },
      '/c': { put: ok },
    };
    const pathItems = { A: { parameters, get: ok, post: ok } };
    const read = operationsOf(paths, { components: { pathItems } });
    expect(read.map(({ method, path, pointer }) => [`${method} ${path}`, pointer])).toEqual([
      ['GET /a', '#/paths/~1a/get'],
      ['POST /a', '#/components/pathItems/A/post'],
      ['PUT /b', '#/paths/~1c/put'],
      ['PUT /c', '#/paths/~1c/put'],
    ]);
    expect(read[1]?.parameters).toMatchObject([{ name: 'q' }]);
  });

  it.each([
    ['x', '/x', /does not begin/],
    ['/x?a=1', '/x', /What follows/],
    ['/x#frag', '/x', /What follows/],
  ])('at the path %s are at %s, with a note', (key, path, message) => {
    const [first] = operationsOf({ [key]: { get: ok } });
    expect(first?.path).toBe(path);
    expect(notesOf({ paths: { [key]: { get: ok } } })).toMatchObject([
      { message: expect.stringMatching(message) },
    ]);
  });

  it('with the route of another are kept, and noted', () => {
    const paths = { '/x': { get: ok }, '/x?a=1': { get: ok } };
    expect(operationsOf(paths)).toHaveLength(2);
    expect(notesOf({ paths })).toMatchObject([
      {},
      {
        pointer: '#/paths/~1x?a=1/get',
        message: 'Same route as #/paths/~1x/get, which gets its requests.',
      },
    ]);
  });

  it('that differ in the names of their parameters alone are noted too', () => {
    const other = { '/x/{a}/y': { get: ok }, '/x/{b}/y': { get: ok }, '/x/{b}/z': { get: ok } };
    const messages = notesOf({ paths: other }).map(({ message }) => message);
    expect(messages.filter((message) => message.startsWith('Same route'))).toEqual([
      'Same route as #/paths/~1x~1{a}~1y/get, which gets its requests.',
    ]);
  });

  it('note what they leave out', () => {
    const get = { ...ok, servers: [] };
    const messages = notesOf({
      paths: {
        '/x': { get, query: ok, additionalOperations: { COPY: ok, LOCK: ok }, servers: [] },
        '/y': null,
        '/z': { get: null },
      },
    }).map(({ pointer, message }) => `${pointer} ${message}`);
    expect(messages).toEqual([
      "#/paths/~1x/get/servers Only the document's first server is read.",
      '#/paths/~1x/query "query" is no method that is served.',
      '#/paths/~1x/additionalOperations Operations of other methods are not served: "COPY", "LOCK".',
      "#/paths/~1x/servers Only the document's first server is read.",
      '#/paths/~1y This is not a path item, and left out.',
      '#/paths/~1z/get This is not an operation, and left out.',
    ]);
  });

  it('of a chain of path items are all there', () => {
    const paths = { '/a': { $ref: '#/components/pathItems/B', get: ok } };
    const pathItems = {
      B: { $ref: '#/components/pathItems/C', put: ok, get: {} },
      C: { post: ok },
    };
    const read = operationsOf(paths, { components: { pathItems } });
    expect(read.map(({ pointer }) => pointer)).toEqual([
      '#/paths/~1a/get',
      '#/components/pathItems/B/put',
      '#/components/pathItems/C/post',
    ]);
  });

  it.each([
    [{ '/a': { $ref: '#/paths/~1a' } }],
    [{ '/a': { $ref: '#/paths/~1b', get: ok }, '/b': { $ref: '#/paths/~1a', put: ok } }],
  ])('in a circle of path items are refused: %j', (paths) => {
    const failure = failureOf(() => operationsOf(paths));
    expect(failure).toMatchObject({ code: 2, where: 'test#/paths/~1a' });
    expect(failure.message).toMatch(/circle/);
  });

  const many = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, index) => [`/things-${index}/{id}`, { get: ok }]),
    );

  it('are 20,000, in time that grows with their number', () => {
    // Part of a second alone; by the square of their number it would be an hour.
    expect(operationsOf(many(20_000))).toHaveLength(20_000);
  });

  it('are no more than a component can have', () => {
    const failure = failureOf(() => operationsOf(many(20_001)));
    expect(failure).toMatchObject({ code: 2, where: 'test#/paths/~1things-20000~1{id}/get' });
    expect(failure.message).toMatch(/more than 20,000 operations/);
  });
});

describe('a document without operations', () => {
  it.each([
    [{ paths: undefined }],
    [{ paths: null }],
    [{ paths: {} }],
    [{ paths: [] }],
    [{ paths: { '/x': {} } }],
    [{ paths: { 'x-y': { get: ok } } }],
    [{ paths: undefined, webhooks: { a: { post: ok } } }],
  ])('%j is refused', (parts) => {
    const failure = failureOf(() => readApiDocument(documentWith(parts), 'doc'));
    expect(failure).toMatchObject({ code: 2, where: 'doc#/paths' });
    expect(failure.message).toMatch(/no operation/);
  });
});

describe('the document itself', () => {
  it.each([
    [
      { info: { title: 'A', version: '1.2', description: 'D' } },
      { title: 'A', version: '1.2', description: 'D' },
    ],
    [{ info: { title: 3, version: 1.5 } }, { title: '', version: '1.5', description: undefined }],
    [{ info: null }, { title: '', version: '', description: undefined }],
    [{ servers: [{ url: 'https://h/v1' }] }, { basePath: '/v1' }],
  ])('%j', (parts, model) => {
    expect(readApiDocument(documentWith(parts), 'doc')).toMatchObject(model);
  });

  it('is not changed by reading it', () => {
    const document = documentWith({
      components: { schemas: { A: { allOf: [{ type: 'string' }] } } },
    });
    const before = structuredClone(document);
    readApiDocument(document, 'doc');
    expect(document).toEqual(before);
  });

  it('polluting nothing, with __proto__ everywhere', () => {
    const text = JSON.stringify(documentWith({})).replaceAll(
      '"/x":',
      '"__proto__":{"get":{"responses":{"200":{"__proto__":{}}}},"__proto__":{}},"/x":',
    );
    expect(readApiDocument(JSON.parse(text), 'doc').operations.map(({ path }) => path)).toEqual([
      '/__proto__',
      '/x',
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(apiOf({ type: 'string' }).schemas.size).toBe(0);
  });
});
