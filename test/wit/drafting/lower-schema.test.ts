import { describe, expect, it } from 'vitest';
import { fieldTypes, typedSchema, witLines } from '../support.ts';

/** The WIT type and the codec code of a required property with this schema. */
function property(schema: unknown, schemas: unknown = {}) {
  const api = typedSchema(
    { $ref: '#/components/schemas/Thing' },
    {
      ...(schemas as object),
      Thing: { type: 'object', required: ['value'], properties: { value: schema } },
    },
  );
  const code = api.table.types.Thing;
  const field = typeof code === 'object' && 'record' in code ? code.record[0] : undefined;
  return { api, type: fieldTypes(api, 'thing').value, field };
}

describe('scalars', () => {
  it.each([
    [{ type: 'boolean' }, 'bool', 'bool'],
    [{ type: 'integer' }, 's64', 's64'],
    [{ type: 'integer', format: 'int32' }, 's32', 's32'],
    [{ type: 'integer', format: 'int64' }, 's64', 's64'],
    [{ type: 'integer', format: 'int16' }, 's16', 's16'],
    [{ type: 'integer', format: 'uint64' }, 'u64', 'u64'],
    [{ type: 'integer', minimum: 0 }, 's64', { scalar: 's64', min: 0 }],
    [{ type: 'integer', minimum: 1, maximum: 100 }, 'u32', { scalar: 'u32', min: 1, max: 100 }],
    [{ type: 'integer', minimum: -1, maximum: 9 }, 's32', { scalar: 's32', min: -1, max: 9 }],
    [{ type: 'integer', maximum: 5e9, minimum: 0 }, 's64', { scalar: 's64', min: 0, max: 5e9 }],
    [{ type: 'integer', format: 'int32', maximum: 5e9 }, 's64', { scalar: 's64', max: 5e9 }],
    [{ type: 'number' }, 'f64', 'f64'],
    [{ type: 'number', format: 'float', exclusiveMinimum: 0 }, 'f64', { scalar: 'f64', above: 0 }],
    [{ type: 'string' }, 'string', 'string'],
    [{ type: 'string', maxLength: 3 }, 'string', { scalar: 'string', maxLength: 3 }],
    [{ type: 'string', format: 'date-time' }, 'date-time', 'string'],
    [{ type: 'string', format: 'uuid' }, 'uuid', 'string'],
    [{ type: 'string', format: 'url' }, 'uri', 'string'],
    [{ type: 'string', format: 'our-own' }, 'string', 'string'],
    [{ type: 'string', format: 'byte' }, 'list<u8>', 'bytes'],
    [{}, 'json', 'json'],
    [{ type: 'array', items: { type: 'boolean' } }, 'list<bool>', { list: 'bool' }],
    [
      { type: 'array', items: { type: ['string', 'null'] } },
      'list<option<string>>',
      { list: { nullable: 'string' } },
    ],
    [
      { type: 'object', additionalProperties: { type: 'number' } },
      'list<tuple<string, f64>>',
      { map: 'f64' },
    ],
    [{ type: 'object', additionalProperties: false }, 'json', 'json'],
  ])('%j', (schema, type, code) => {
    expect(property(schema).type).toBe(type);
    expect(property(schema).field?.type).toEqual(code);
  });

  it('declares the aliases that are used, and no others', () => {
    const lines = witLines(property({ type: 'string', format: 'date' }).api);
    expect(lines.filter((line) => line.startsWith('type '))).toEqual(['type date = string;']);
  });

  it('leaves an alias out when a schema has its name', () => {
    const { api, type } = property(
      { $ref: '#/components/schemas/Date' },
      {
        Date: {
          type: 'object',
          required: ['iso'],
          properties: { iso: { type: 'string', format: 'date' } },
        },
      },
    );
    expect(type).toBe('date');
    expect(fieldTypes(api, 'date')).toEqual({ iso: 'string' });
    expect(Object.keys(api.table.types)).toContain('DateValue');
  });
});

describe('required, optional, nullable', () => {
  const text = { type: 'string' };
  const nullable = { type: ['string', 'null'] };
  const api = typedSchema(
    { $ref: '#/components/schemas/T' },
    {
      T: {
        type: 'object',
        required: ['a', 'b', 'id', 'secret'],
        properties: {
          a: text,
          b: nullable,
          c: text,
          d: nullable,
          id: { ...text, readOnly: true },
          secret: { ...text, writeOnly: true },
        },
      },
    },
  );

  it('is an option in all cases but the first', () => {
    expect(fieldTypes(api, 't')).toMatchObject({
      a: 'string',
      b: 'option<string>',
      c: 'option<string>',
      d: 'option<string>',
    });
  });

  it('keeps the difference in the table', () => {
    expect(api.table.types.T).toMatchObject({
      record: [
        { js: 'a', wire: 'a', type: 'string' },
        { js: 'b', nullable: true },
        { js: 'c', optional: true },
        { js: 'd', optional: true, nullable: true },
        {},
        {},
      ],
    });
  });

  it('makes write-only fields optional in what is answered, read-only ones only in what is sent', () => {
    expect(fieldTypes(api, 't')).toMatchObject({ id: 'string', secret: 'option<string>' });
  });
});

describe('enums', () => {
  it('are labels in the WIT and wire values in the table', () => {
    const { api, type, field } = property({ type: 'string', enum: ['IN_STOCK', '+1', ''] });
    expect(type).toBe('thing-value');
    expect(witLines(api)).toEqual(expect.arrayContaining(['in-stock,', 'plus-one,', 'empty,']));
    expect(field?.type).toEqual({ ref: 'ThingValue' });
    expect(api.table.types.ThingValue).toEqual({
      enum: [
        ['in-stock', 'IN_STOCK'],
        ['plus-one', '+1'],
        ['empty', ''],
      ],
    });
  });

  it('tell values apart that differ in case and signs only', () => {
    const { api } = property({ type: 'string', enum: ['a-b', 'A_B', 'ab', '日', 'x', 'y'] });
    expect(api.table.types.ThingValue).toEqual({
      enum: [
        ['a-b', 'a-b'],
        ['a-b-b', 'A_B'],
        ['ab-c', 'ab'],
        ['value', '日'],
        ['x', 'x'],
        ['y', 'y'],
      ],
    });
  });

  it.each([
    ['more than 256 values', Array.from({ length: 257 }, (_, index) => `v${index}`)],
    ['values that ASCII can not say', ['赤', '青', '黄']],
  ])('are strings, and reported, with %s', (_name, values) => {
    const { api, type } = property({ type: 'string', enum: values });
    expect(type).toBe('string');
    expect(api.report.demotions).toHaveLength(1);
    expect(api.report.demotions[0]?.pointer).toBe('#/components/schemas/Thing/properties/value');
  });
});

describe('records', () => {
  it('keep wire names in the table and their order in both', () => {
    const api = typedSchema(
      { $ref: '#/components/schemas/T' },
      {
        T: {
          type: 'object',
          properties: {
            type: {},
            'created at': { type: 'string' },
            createdAt: { type: 'string' },
            __proto__: { type: 'string' },
            $ref: { type: 'string' },
            '🍕': { type: 'string' },
            '2fa': { type: 'boolean' },
          },
        },
      },
    );
    const code = api.table.types.T;
    const fields = typeof code === 'object' && 'record' in code ? code.record : [];
    expect(Object.keys(fieldTypes(api, 't'))).toEqual([
      '%type',
      'created-at',
      'created-at-b',
      'ref',
      'field',
      'n2fa',
    ]);
    expect(fields.map(({ js, wire }) => [js, wire])).toEqual([
      ['type', 'type'],
      ['createdAt', 'created at'],
      ['createdAtB', 'createdAt'],
      ['ref', '$ref'],
      ['field', '🍕'],
      ['n2fa', '2fa'],
    ]);
  });

  it('hold the properties that the document does not name', () => {
    const api = typedSchema(
      { $ref: '#/components/schemas/T' },
      {
        T: {
          type: 'object',
          properties: { id: { type: 'string' } },
          additionalProperties: { type: 'boolean' },
        },
      },
    );
    expect(fieldTypes(api, 't')['additional-properties']).toBe('list<tuple<string, bool>>');
    expect(api.table.types.T).toMatchObject({
      extra: { js: 'additionalProperties', type: 'bool' },
    });
  });

  it('of the document are in `types`, inline ones where they are used', () => {
    const api = typedSchema({
      type: 'object',
      properties: { inner: { type: 'object', properties: { id: { type: 'string' } } } },
    });
    expect(api.types).toEqual([]);
    expect(api.interfaces[0]?.types.map(({ label }) => label)).toEqual([
      'get-thing-response-inner',
      'get-thing-response',
      'get-thing-error',
    ]);
    expect(witLines(api)).not.toContain('export types;');
  });
});

describe('named schemas that are no records', () => {
  it('are aliases, also in the table', () => {
    const { api, type, field } = property(
      { $ref: '#/components/schemas/Tags' },
      { Tags: { type: 'array', items: { type: 'string' }, maxItems: 3 } },
    );
    expect(type).toBe('tags');
    expect(witLines(api)).toContain('type tags = list<string>;');
    expect(field?.type).toEqual({ ref: 'Tags' });
    expect(api.table.types.Tags).toEqual({ list: 'string', max: 3 });
  });

  it('pass on that they can be null', () => {
    const { type, field } = property(
      { $ref: '#/components/schemas/Code' },
      { Code: { type: ['string', 'null'] } },
    );
    expect(type).toBe('option<code>');
    expect(field?.nullable).toBe(true);
  });

  it('have short names when they are qualified', () => {
    const { type } = property(
      { $ref: '#/components/schemas/io.acme.v1.Pod' },
      { 'io.acme.v1.Pod': { type: 'string' }, 'io.acme.v2.Other': { type: 'string' } },
    );
    expect(type).toBe('pod');
  });
});

describe('what can not be typed', () => {
  it('is json, and reported with its pointer', () => {
    const { api, type } = property({ type: 'unknown' });
    expect(type).toBe('json');
    expect(api.report.demotions.map(({ pointer }) => pointer)).toEqual([
      '#/components/schemas/Thing/properties/value',
    ]);
    expect(api.report.typedShare).toBe(0);
  });

  it('is counted apart from what the document leaves open', () => {
    const { api } = property({});
    expect(api.report).toMatchObject({ freeForm: 1, demotions: [], typedShare: 1 });
  });
});
