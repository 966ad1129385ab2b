import { describe, expect, it } from 'vitest';
import { readApiText } from '../../src/openapi/read-api.ts';
import { documentWith, failureOf } from './support.ts';

describe('what is not an OpenAPI document', () => {
  it.each([
    ['an empty file', '', /empty/, /OpenAPI 3/],
    ['white space', ' \n\t\n', /empty/, /OpenAPI 3/],
    [
      'a Swagger UI page',
      '<!DOCTYPE html>\n<html><head><link href="./swagger-ui.css"></head></html>',
      /Swagger UI page/,
      /v3\/api-docs/,
    ],
    [
      'a ReDoc page',
      '<!DOCTYPE html><html><redoc spec-url="x"></redoc></html>',
      /ReDoc page/,
      /openapi\.json/,
    ],
    ['an HTML page', '<html><body>404</body></html>', /HTML page/, /openapi\.json/],
    ['XML', '<?xml version="1.0"?><a/>', /XML document/, /OpenAPI 3/],
    [
      'WSDL',
      '<?xml version="1.0"?><definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>',
      /WSDL/,
      /OpenAPI 3/,
    ],
    ['RAML', '#%RAML 1.0\ntitle: x', /RAML/, /OpenAPI 3/],
    ['API Blueprint', 'FORMAT: 1A\n# x', /API Blueprint/, /OpenAPI 3/],
    ['Protocol Buffers', 'syntax = "proto3";\nmessage A {}', /Protocol Buffers/, /OpenAPI 3/],
    [
      'a GraphQL schema',
      '# shop\ntype Query {\n  orders: [Order!]!\n}',
      /GraphQL schema/,
      /GraphQL is not read/,
    ],
    [
      'a GraphQL introspection result',
      '{"data":{"__schema":{}}}',
      /GraphQL introspection/,
      /OpenAPI 3/,
    ],
    ['AsyncAPI', 'asyncapi: 3.0.0\ninfo: {title: x}', /AsyncAPI/, /messages/],
    [
      'a Postman collection',
      '{"info":{"schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[]}',
      /Postman collection/,
      /Export/,
    ],
    ['an old Postman collection', '{"info":{"_postman_id":"1"}}', /Postman collection/, /Export/],
    ['a HAR recording', '{"log":{"entries":[]}}', /HAR/, /OpenAPI 3/],
    [
      'a JSON Schema',
      '{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object"}',
      /JSON Schema/,
      /components\/schemas/,
    ],
    ['a Compose file', 'services:\n  web: {image: x}', /Compose file/, /OpenAPI 3/],
    ['a Kubernetes manifest', 'apiVersion: v1\nkind: Service', /Kubernetes/, /OpenAPI 3/],
    ['Swagger 1.2', '{"swaggerVersion":"1.2"}', /Swagger 1\.x/, /api-spec-converter/],
    ['a list', '[1]', /a list/, /OpenAPI 3/],
    ['prose', 'Dear reader', /plain text/, /OpenAPI 3/],
    ['anything else', '{"name":"x"}', /no "openapi" field/, /OpenAPI 3/],
    ['null', 'null', /plain text/, /OpenAPI 3/],
  ])('%s', (_what, text, message, hint) => {
    const failure = failureOf(() => readApiText(text, 'doc'));
    expect(failure).toMatchObject({ code: 2, where: 'doc' });
    expect(failure.message).toMatch(message);
    expect(failure.hint).toMatch(hint);
  });

  it.each([
    ['1.2', /api-spec-converter/],
    ['3.0', /OpenAPI 3 or Swagger 2\.0/],
    [2.1, /OpenAPI 3 or Swagger 2\.0/],
    [null, /OpenAPI 3 or Swagger 2\.0/],
  ])('Swagger %j', (swagger, hint) => {
    const { openapi: _, ...document } = { ...documentWith({ swagger }), openapi: '' };
    const failure = failureOf(() => readApiText(JSON.stringify(document), 'doc'));
    expect(failure).toMatchObject({ code: 2, where: 'doc#/swagger' });
    expect(failure.hint).toMatch(hint);
  });

  it.each(['4.0.0', '2.0', '3x', '', null, { a: 1 }])('version %j', (openapi) => {
    const failure = failureOf(() => readApiText(JSON.stringify(documentWith({ openapi })), 'doc'));
    expect(failure).toMatchObject({ code: 2, where: 'doc#/openapi' });
  });

  it('keeps what a document says out of the terminal', () => {
    const text = JSON.stringify(documentWith({ openapi: `\u001B[2J\u202E${'9'.repeat(1000)}` }));
    const { message } = failureOf(() => readApiText(text, 'doc'));
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(message.length).toBeLessThan(200);
  });
});

describe('what is', () => {
  it.each(['3.0.0', '3.0.3', '3.1.0', '3.0', '3.1', '3.0.0-rc1', 3, 3.1])(
    'version %j',
    (openapi) => {
      const api = readApiText(JSON.stringify(documentWith({ openapi })), 'doc');
      expect(api.operations).toHaveLength(1);
      expect(api.notes).toEqual([]);
    },
  );

  it.each(['swagger: "2.0"', 'swagger: 2.0', '{"swagger": "2.0"'])('%s', (start) => {
    const isJson = start.startsWith('{');
    const rest = isJson ? ',"paths":{"/x":{"get":{}}}}' : '\npaths:\n  /x:\n    get: {}\n';
    expect(readApiText(start + rest, 'doc').operations).toHaveLength(1);
  });

  it.each(['3.2.0', '3.10.1'])('version %s, read as 3.1 and noted', (openapi) => {
    const api = readApiText(JSON.stringify(documentWith({ openapi })), 'doc');
    expect(api.operations).toHaveLength(1);
    expect(api.notes).toMatchObject([
      { pointer: '#/openapi', message: expect.stringMatching(/read as 3\.1/) },
    ]);
  });

  it('prose about types inside a document', () => {
    const text = 'openapi: 3.0.0\ninfo:\n  description: |\ntype Query {\n';
    expect(failureOf(() => readApiText(text, 'doc.yaml')).message).not.toMatch(/GraphQL/);
  });
});
