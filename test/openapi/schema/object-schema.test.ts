import { describe, expect, it } from 'vitest';
import { apiOf, schemaOf, shapeOf } from '../support.ts';

const any = { kind: 'any' };
const string = { kind: 'string' };
const a = { type: 'string' };

function object(properties: Record<string, object>, more: object = {}): object {
  return {
    kind: 'object',
    properties: Object.entries(properties).map(([name, schema]) => ({
      name,
      required: false,
      schema,
    })),
    ...more,
  };
}

describe('objects', () => {
  it.each([
    [{ type: 'object' }, any],
    [{ type: 'object', properties: {} }, any],
    [{ type: 'object', additionalProperties: false }, { kind: 'empty' }],
    [{ type: 'object', properties: {}, additionalProperties: false }, { kind: 'empty' }],
    [
      { type: 'object', additionalProperties: true },
      { kind: 'map', values: any },
    ],
    [
      { type: 'object', additionalProperties: {} },
      { kind: 'map', values: any },
    ],
    [{ additionalProperties: a }, { kind: 'map', values: string }],
    [
      { type: 'object', patternProperties: { '^x': a } },
      { kind: 'map', values: string },
    ],
    [
      { patternProperties: { '^x': a }, additionalProperties: false },
      { kind: 'map', values: string },
    ],
    [{ properties: { a } }, object({ a: string })],
    [{ properties: { a }, additionalProperties: false }, object({ a: string }, { closed: true })],
    [{ properties: { a }, additionalProperties: true }, object({ a: string }, { additional: any })],
    [
      { properties: { a }, additionalProperties: { type: 'boolean' } },
      object({ a: string }, { additional: { kind: 'boolean' } }),
    ],
    [{ properties: { a }, unevaluatedProperties: false }, object({ a: string }, { closed: true })],
    [{ properties: { a }, additionalProperties: null }, object({ a: string })],
    [{ properties: { a: null } }, object({ a: any })],
    [{ properties: { b: a, a } }, object({ b: string, a: string })],
    [{ properties: { a, never: false } }, object({ a: string })],
    [{ type: 'object', properties: [a] }, any],
  ])('%j', (schema, shape) => {
    expect(shapeOf(schema)).toEqual(shape);
  });

  it('tell which properties are required, also those that are not described', () => {
    expect(shapeOf({ properties: { a, b: a }, required: ['b', 'c', 3, 'b'] })).toEqual({
      kind: 'object',
      properties: [
        { name: 'a', required: false, schema: string },
        { name: 'b', required: true, schema: string },
        { name: 'c', required: true, schema: any },
      ],
    });
    expect(shapeOf({ properties: { a }, required: true })).toEqual(object({ a: string }));
  });

  it('keep any name', () => {
    const names = [
      '__proto__',
      'constructor',
      '$ref',
      '',
      'two\nlines',
      '*/',
      '<%',
      '💥',
      'x'.repeat(9999),
    ];
    const properties = JSON.parse(
      `{${names.map((name) => `${JSON.stringify(name)}:{"type":"string"}`).join()}}`,
    );
    expect(schemaOf({ properties })).toMatchObject({
      properties: names.map((name) => ({ name, schema: string })),
    });
  });

  it('note a $ref in place of the properties', () => {
    const api = apiOf({ properties: { $ref: '#/components/schemas/A', a } });
    expect(api.notes).toMatchObject([{ pointer: expect.stringMatching(/properties\/\$ref$/) }]);
    expect(api.operations[0]?.responses[0]?.media[0]?.schema).toMatchObject({
      properties: [{ name: 'a' }],
    });
  });

  it('differ in what matches several patterns', () => {
    const schema = { patternProperties: { '^x': a, '^y': { type: 'integer' } } };
    expect(shapeOf(schema)).toMatchObject({
      kind: 'map',
      values: { kind: 'union', keyword: 'anyOf', members: [string, { kind: 'integer' }] },
    });
    expect(shapeOf({ patternProperties: { '^x': a, '^y': a } })).toEqual({
      kind: 'map',
      values: string,
    });
  });

  it('are typed by their properties beside what only narrows them', () => {
    const api = apiOf({ properties: { a }, not: { required: ['a'] } });
    expect(api.operations[0]?.responses[0]?.media[0]?.schema).toMatchObject({ kind: 'object' });
    expect(api.notes).toMatchObject([{ message: '"not" is not checked.' }]);
  });
});
