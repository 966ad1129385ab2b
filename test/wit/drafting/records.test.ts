import { describe, expect, it } from 'vitest';
import { printWit } from '../../../src/wit/printing/print.ts';
import type { TypedApi } from '../../../src/wit/typed-api.ts';
import { documentOf, fieldTypes, json, returning, typed, typedSchema } from '../support.ts';

const text = { type: 'string' };
const nullable = { type: ['string', 'null'] };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  required,
  properties,
});

describe('a property that has one value', () => {
  const properties = {
    object: { type: 'string', const: 'customer' },
    version: { type: 'integer', enum: [2] },
    live: { type: 'boolean', const: true },
    kind: ref('Kind'),
    name: text,
  };
  const schemas = { T: object(properties, Object.keys(properties)), Kind: { const: 'x' } };
  const api = typedSchema(ref('T'), schemas);

  it('is no field of the record, but fixed in the table', () => {
    expect(fieldTypes(api, 't')).toEqual({ name: 'string' });
    expect(api.table.types.T).toEqual({
      record: [{ js: 'name', wire: 'name', type: 'string' }],
      fixed: [
        ['object', 'customer'],
        ['version', 2],
        ['live', true],
        ['kind', 'x'],
      ],
    });
    expect(Object.keys(api.table.types)).toEqual(['T']);
  });

  it('is told in the docs, and counts as typed', () => {
    expect(printWit(api)).toContain(
      '/// In JSON, `object` is always `customer`, `version` is always `2`, `live` is always `true` and',
    );
    expect(api.report).toMatchObject({ typedShare: 1, stated: 5 });
  });

  it.each([
    ['optional', { a: { const: 'x' }, b: text }, []],
    ['nullable', { a: { enum: ['x', null] }, b: text }, ['a']],
    ['all that the record has', { a: { const: 'x' } }, ['a']],
  ])('is a field when it is %s', (_name, of, required) => {
    const schema = object(of, required);
    expect(Object.keys(fieldTypes(typedSchema(ref('T'), { T: schema }), 't'))).toContain('a');
  });

  it('is a field where requests leave it out', () => {
    const T = object({ a: { const: 'x', readOnly: true }, b: text }, ['a']);
    const body = { requestBody: { required: true, content: json(ref('T')) } };
    const paths = {
      '/t': { post: returning('post', undefined, body), get: returning('get', ref('T')) },
    };
    expect(fieldTypes(typed(documentOf(paths, { T })), 't')).toHaveProperty('a');
    const answered = typed(documentOf({ '/t': { get: returning('get', ref('T')) } }, { T }));
    expect(fieldTypes(answered, 't')).not.toHaveProperty('a');
  });
});

describe('numbers and booleans of which the document lists the values', () => {
  it.each([
    [{ type: 'integer', enum: [1, 2] }, 'u32', { scalar: 'u32', values: [1, 2] }],
    [{ type: 'integer', enum: [-1, 2] }, 's32', { scalar: 's32', values: [-1, 2] }],
    [{ type: 'integer', enum: [0, 5e9] }, 's64', { scalar: 's64', values: [0, 5e9] }],
    [{ type: 'integer', format: 'int64', enum: [1, 2] }, 's64', { scalar: 's64', values: [1, 2] }],
    [{ type: 'number', enum: [0.5, 1] }, 'f64', { scalar: 'f64', values: [0.5, 1] }],
    [{ type: 'boolean', enum: [true] }, 'bool', { scalar: 'bool', values: [true] }],
  ])('%j is the scalar with values', (schema, type, code) => {
    const api = typedSchema(ref('T'), { T: object({ a: schema, b: text }) });
    expect(fieldTypes(api, 't').a).toBe(`option<${type}>`);
    expect(api.table.types.T).toMatchObject({ record: [{ type: code }, {}] });
    expect(printWit(api)).toMatch(/\/\/\/ (?:One of .*|Always .*)\./u);
  });

  it('a string with too many values for an enum keeps them, too', () => {
    const values = Array.from({ length: 300 }, (_, index) => `v${index}`);
    const api = typedSchema(ref('T'), { T: object({ a: { type: 'string', enum: values } }) });
    expect(api.table.types.T).toMatchObject({ record: [{ type: { scalar: 'string', values } }] });
  });
});

describe('an exact array', () => {
  it('is a tuple', () => {
    const range = {
      type: 'array',
      prefixItems: [{ type: 'number' }, nullable],
      items: false,
      minItems: 2,
    };
    const api = typedSchema(ref('T'), { T: object({ range }, ['range']) });
    expect(fieldTypes(api, 't')).toEqual({ range: 'tuple<f64, option<string>>' });
    expect(api.table.types.T).toMatchObject({
      record: [{ type: { tuple: ['f64', { nullable: 'string' }] } }],
    });
    expect(api.report).toMatchObject({ demotions: [], stated: 2 });
  });
});

describe('the body of a PATCH request', () => {
  const User = object(
    {
      id: { ...text, readOnly: true },
      name: nullable,
      address: ref('Address'),
      tags: { type: 'array', items: ref('Tag') },
    },
    ['id'],
  );
  const Address = object({ zip: nullable, city: text });
  const Tag = object({ note: nullable });
  const schemas = { User, Address, Tag };
  const patch = (schema: unknown) => ({
    patch: returning('patchUser', undefined, {
      requestBody: { required: true, content: json(schema) },
    }),
  });
  const of = (paths: object): TypedApi => typed(documentOf(paths, schemas));

  it('tells properties that are absent and null apart, with types of its own', () => {
    const api = of({ '/user': { get: returning('getUser', ref('User')), ...patch(ref('User')) } });
    expect(fieldTypes(api, 'user')).toEqual({
      id: 'string',
      name: 'option<string>',
      address: 'option<address>',
      tags: 'option<list<tag>>',
    });
    expect(fieldTypes(api, 'user-patch')).toEqual({
      id: 'option<string>',
      name: 'option<option<string>>',
      address: 'option<address-patch>',
      tags: 'option<list<tag>>',
    });
    expect(fieldTypes(api, 'address-patch')).toEqual({
      zip: 'option<option<string>>',
      city: 'option<string>',
    });
    expect(api.table.types.UserPatch).toMatchObject({
      record: [{}, { optional: true, nullable: true, triState: true }, {}, {}],
    });
  });

  it('has the names of the schemas when nothing else uses them', () => {
    const api = of({ '/user': patch(ref('User')) });
    expect(fieldTypes(api, 'user').name).toBe('option<option<string>>');
    expect(api.types.map(({ label }) => label)).toEqual(['address', 'tag', 'user']);
  });

  it('shares the types that it has no such property in', () => {
    const paths = {
      '/tag': { put: patch(ref('Tag')).patch },
      '/user': patch({ type: 'array', items: ref('Tag') }),
    };
    expect(of(paths).types.map(({ label }) => label)).toEqual(['tag']);
  });

  it('leaves a schema of that name its own', () => {
    const document = documentOf(
      {
        '/user': { get: returning('getUser', ref('Address')), ...patch(ref('Address')) },
        '/a': { get: returning('getA', ref('AddressPatch')) },
      },
      { ...schemas, AddressPatch: object({ mine: text }) },
    );
    const api = typed(document);
    expect(fieldTypes(api, 'address-patch')).toEqual({ mine: 'option<string>' });
    expect(api.types.map(({ label }) => label)).toContain('address-patch-value');
  });
});
