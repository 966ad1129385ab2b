import { describe, expect, it } from 'vitest';
import { openapiToWit } from '../../src/conversion/openapi-to-wit.ts';
import type { ApiModel } from '../../src/openapi/model.ts';
import { readApiText } from '../../src/openapi/read-api.ts';
import { checkWit } from '../../src/wit/check/check.ts';
import { typeApi } from '../../src/wit/lower.ts';
import { printWit } from '../../src/wit/printing/print.ts';
import { HOSTILE, hostileDocument, hostileSwagger } from '../support/hostile-documents.ts';
import { documentOf, failureOf } from './support.ts';

/** The text of a document whose one response is of the schema that `json` is the text of. */
function textOf(json: string, components: object = {}): string {
  return JSON.stringify(documentOf('§', components, '3.1.0')).replace('"§"', () => json);
}

function nested(depth: number, open: string, close: string): string {
  return `${open.repeat(depth)}{}${close.repeat(depth)}`;
}

function yaml(lines: string): string {
  return `openapi: 3.1.0\ninfo: {title: T, version: "1"}\n${lines}\n`;
}

function witOf(api: ApiModel): string {
  return printWit(typeApi(api, { namespace: 'a', name: 'b', version: '1.0.0' }, { basePath: '' }));
}

const properties = (names: readonly string[]) =>
  JSON.stringify({
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  });

const A = '#/components/schemas/A';
const B = '#/components/schemas/B';

describe('documents that are read all the same', () => {
  it.each([
    ['a byte order mark', `\uFEFF${textOf('{}')}`],
    [
      'a schema that is a reference to itself',
      textOf(JSON.stringify({ $ref: A }), { A: { $ref: A } }),
    ],
    [
      'references in a circle',
      textOf(JSON.stringify({ $ref: A }), { A: { $ref: B }, B: { $ref: A } }),
    ],
    [
      'an allOf that contains itself',
      textOf(JSON.stringify({ $ref: A }), {
        A: { allOf: [{ $ref: B }, { properties: { a: {} } }] },
        B: { allOf: [{ $ref: A }] },
      }),
    ],
    [
      'properties with names of Object',
      textOf(
        '{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"integer"},"toString":{"type":"boolean"},"hasOwnProperty":{"type":"string"}},"required":["__proto__","valueOf"]}',
      ),
    ],
    ['a property called $ref', textOf('{"type":"object","properties":{"$ref":{"type":"string"}}}')],
    ['a $ref that is no text', textOf('{"$ref":{"a":1}}')],
    [
      'names of symbols, emoji and controls',
      textOf(properties(['!!!', '???', '🫖', '\u202E', '\0', ' ', ''])),
    ],
    [
      'lone surrogates',
      textOf(
        '{"type":"object","description":"\\udfff","properties":{"\\ud800":{"type":"string","enum":["\\ud800"]}}}',
      ),
    ],
    [
      'bounds beyond a double',
      textOf('{"type":"number","minimum":-1e400,"maximum":1e400,"default":1e400,"example":-1e400}'),
    ],
    ['lengths beyond any', textOf('{"type":"string","minLength":-1,"maxLength":1e400}')],
    [
      'integers beyond 2^53',
      textOf(
        '{"type":"integer","minimum":-9223372036854775808,"maximum":18446744073709551616,"enum":[9007199254740993]}',
      ),
    ],
    [
      'a very long text',
      textOf(JSON.stringify({ type: 'string', description: 'x'.repeat(5_000_000) })),
    ],
    ['a very long name', textOf(properties(['x'.repeat(1_000_000)]))],
    ['an expensive pattern', textOf('{"type":"string","pattern":"(a+)+$"}')],
    ['a key that is there twice', textOf('{"type":"string","type":"integer"}')],
    [
      'Object names as paths, methods, statuses, headers and media types',
      JSON.stringify(documentOf({})).replace(
        '"/x":',
        '"/x":{"__proto__":{},"constructor":{"get":{}},"get":{"responses":{"__proto__":{},"constructor":{},"200":{"headers":{"__proto__":{},"constructor":{}},"content":{"__proto__":{},"constructor":{}}}}}},"/toString":',
      ),
    ],
    [
      'merge keys',
      yaml('x: &a {get: {operationId: a}}\npaths:\n  /x: {<<: *a}\n  /y: {<<: [*a, {put: {}}]}'),
    ],
    ['a merge of itself', yaml('paths: &p\n  <<: *p\n  /x: {get: {}}')],
    ['__proto__ in YAML', yaml('__proto__: {paths: 1}\npaths:\n  /x: {get: {}, __proto__: {}}')],
    ['keys that are no text', yaml('paths:\n  ~: {get: {}}\n  true: {get: {}}\n  1.5: {get: {}}')],
  ])('%s', (_what, text) => {
    const api = readApiText(text, 'doc');
    expect(api.operations.length).toBeGreaterThan(0);
    expect(witOf(api)).toMatch(/^world /mu);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('keeps each of those names what it is', () => {
    const names = ['$ref', '__proto__', 'constructor', 'toString', '\0', '\ud800', '🫖'];
    const schema = readApiText(textOf(properties(names)), 'doc').operations[0]?.responses[0]
      ?.media[0]?.schema;
    const read = schema?.kind === 'object' ? schema.properties.map(({ name }) => name) : [];
    expect(read).toEqual(names);
  });
});

const SCHEMA = 'doc#/paths/~1x/get/responses/200/content/application~1json/schema';

describe('documents that are refused, and where they are wrong', () => {
  it.each([
    [
      '10,000 levels of JSON',
      textOf(nested(10_000, '{"items":', '}')),
      `${SCHEMA}/items/items`,
      /500 levels/,
    ],
    ['100,000 levels of JSON', textOf(nested(100_000, '[', ']')), `${SCHEMA}/0/0`, /500 levels/],
    [
      '10,000 levels of YAML',
      yaml(`paths: ${nested(10_000, '{a: ', '}')}`),
      'doc:3:2001',
      /nesting/,
    ],
    [
      'an alias bomb',
      yaml(
        `a0: &a0 [${'x, '.repeat(9)}]\n${Array.from({ length: 12 }, (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}]`).join('\n')}`,
      ),
      'doc#/a7/1',
      /10,000,000 values/,
    ],
    [
      'a bomb of merge keys',
      yaml(
        `a0: &a0 {${Array.from({ length: 50 }, (_, index) => `k${index}: 1`).join(', ')}}\n${Array.from({ length: 50 }, (_, level) => `a${level + 1}: &a${level + 1} {<<: [${`*a${level}, `.repeat(50)}]}`).join('\n')}`,
      ),
      'doc:7:10',
      /merge keys/,
    ],
    [
      'an alias of what is around it',
      yaml('paths: &p\n  /x: *p'),
      'doc#/paths/~1x',
      /contains itself/,
    ],
    ['a key twice in YAML', yaml('paths: {}\npaths: {}'), 'doc:4:1', /duplicated/],
    ['a merge of a scalar', yaml('paths:\n  <<: 1'), 'doc:4:3', /merge/],
    [
      'a reference to a name of Object',
      textOf('{"$ref":"#/constructor"}'),
      SCHEMA,
      /leads nowhere/,
    ],
    [
      'a reference to __proto__',
      textOf('{"$ref":"#/components/__proto__"}'),
      SCHEMA,
      /leads nowhere/,
    ],
    [
      'a reference to the length of a list',
      textOf('{"$ref":"#/tags/length"}'),
      SCHEMA,
      /leads nowhere/,
    ],
    [
      'a reference of a million steps',
      textOf(JSON.stringify({ $ref: `#${'/a'.repeat(1_000_000)}` })),
      SCHEMA,
      /leads nowhere/,
    ],
    [
      'a reference that hides its text',
      textOf(JSON.stringify({ $ref: '#/\0\u202E\n' })),
      SCHEMA,
      /\\u\{0\}\\u\{202e\}\\u\{a\}/,
    ],
    [
      'a circle of responses',
      JSON.stringify({
        ...documentOf({}),
        paths: { '/x': { get: { responses: { 200: { $ref: '#/components/responses/A' } } } } },
        components: {
          responses: {
            A: { $ref: '#/components/responses/B' },
            B: { $ref: '#/components/responses/A' },
          },
        },
      }),
      'doc#/paths/~1x/get/responses/200',
      /circle/,
    ],
  ])('%s', (_what, text, where, message) => {
    const failure = failureOf(() => readApiText(text, 'doc'));
    expect(failure.code).toBe(2);
    expect(failure.where).toBe(where);
    expect(failure.message).toMatch(message);
    expect(failure.message.length).toBeLessThan(200);
  });
});

describe('every hostile text at every place', () => {
  it.each([
    ['OpenAPI', hostileDocument(HOSTILE.values(), { openapi: '3.1.0' })],
    ['Swagger', hostileSwagger(HOSTILE.values())],
  ])('of %s becomes valid WIT', async (_dialect, text) => {
    const { wit, world, routes, report } = await openapiToWit({ text, name: 'doc' });
    expect(routes.length).toBeGreaterThan(2 * HOSTILE.size);
    await checkWit(new Map([['world.wit', wit]]), world);
    for (const { message } of report.notes) expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  });
});
