import { describe, expect, it } from 'vitest';
import { schemaOf, shapeOf } from '../support.ts';

const any = { kind: 'any' };
const string = { kind: 'string' };

describe('types', () => {
  it.each([
    [{}, any],
    [true, any],
    [null, any],
    [{ type: 'string' }, string],
    [{ type: 'boolean' }, { kind: 'boolean' }],
    [
      { type: 'integer', format: 'int32' },
      { kind: 'integer', format: 'int32' },
    ],
    [
      { type: 'number', format: 'float' },
      { kind: 'number', format: 'float' },
    ],
    [
      { type: 'array', items: { type: 'string' } },
      { kind: 'array', items: string },
    ],
    [{ type: 'array' }, { kind: 'array', items: any }],
    [{ type: ['string'] }, string],
    [{ type: ['integer', 'number'] }, { kind: 'number' }],
    // A missing type is told by the other keywords.
    [{ items: { type: 'string' } }, { kind: 'array', items: string }],
    [{ enum: ['a'] }, { kind: 'enum', values: ['a'] }],
    [
      { properties: { a: { type: 'string' } } },
      { kind: 'object', properties: [{ name: 'a', required: false, schema: string }] },
    ],
    [{ description: 'only words' }, { kind: 'any', description: 'only words' }],
    [{ format: 'date' }, { ...string, format: 'date' }],
    [{ format: 'int32' }, { kind: 'integer', format: 'int32' }],
    [{ format: 'double' }, { kind: 'number', format: 'double' }],
    [{ format: 'string' }, { ...string, format: 'string' }],
    [{ format: 'unheard-of' }, any],
    [{ maxLength: 3 }, { ...string, maxLength: 3 }],
    [{ minimum: 3 }, { kind: 'number', minimum: 3 }],
    [{ minimum: '3' }, any],
    [{ not: { type: 'string' } }, any],
    [{ propertyNames: { pattern: 'a' } }, any],
    [{ dependentRequired: { a: ['b'] } }, any],
  ])('%j', (schema, shape) => {
    expect(shapeOf(schema)).toEqual(shape);
  });

  it.each([
    [{ type: 'file' }, 'type', 'unknown type ""file""'],
    [{ type: 'null' }, 'type', 'only ever null'],
    [{ type: ['null'] }, 'type', 'only ever null'],
    [{ enum: [null] }, 'type', 'only ever null'],
    [{ const: null }, 'type', 'only ever null'],
    [{ if: {}, else: {} }, 'if', 'states no type'],
    [{ $dynamicRef: '#node' }, '$dynamicRef', 'states no type'],
    [false, 'false', 'no value is allowed'],
    ['string', 'schema', 'not a schema object'],
    [[{ type: 'string' }], 'schema', 'not a schema object'],
  ])('%j is not typed', (schema, construct, reason) => {
    expect(schemaOf(schema)).toMatchObject({ kind: 'untyped', construct, reason });
  });
});

describe('several types', () => {
  const map = { kind: 'map', values: any };

  it.each([
    [{ type: ['string', 'number'] }, [string, { kind: 'number' }]],
    [{ type: ['integer', 'string', 'number'] }, [string, { kind: 'number' }]],
    // Each has the keywords that are about it.
    [
      { type: ['string', 'integer'], maxLength: 3, minimum: 1, format: 'date' },
      [
        { ...string, maxLength: 3, format: 'date' },
        { kind: 'integer', minimum: 1 },
      ],
    ],
    [
      { type: ['string', 'integer'], format: 'int64' },
      [string, { kind: 'integer', format: 'int64' }],
    ],
    [
      { type: ['array', 'object'], items: { type: 'string' } },
      [{ kind: 'array', items: string }, map],
    ],
    [
      { type: ['object', 'string'], properties: { a: { type: 'string' } } },
      [{ kind: 'object', properties: [{ name: 'a', required: false, schema: string }] }, string],
    ],
    // The values of an enum have several types too.
    [
      { enum: ['a', 1, true, 'b'] },
      [
        { kind: 'enum', values: ['a', 'b'] },
        { kind: 'integer', values: [1] },
        { kind: 'boolean', values: [true] },
      ],
    ],
    [
      { type: ['string', 'integer', 'boolean'], enum: ['a', 1] },
      [
        { kind: 'enum', values: ['a'] },
        { kind: 'integer', values: [1] },
      ],
    ],
  ])('%j', (schema, members) => {
    const read = { kind: 'union', keyword: 'type', members };
    expect(shapeOf(schema)).toEqual(read);
    expect(shapeOf({ ...schema, nullable: true, title: 'T', example: 1 })).toEqual({
      ...read,
      nullable: true,
      title: 'T',
      examples: [1],
    });
  });

  it('of which one is left, or all are there, are no choice', () => {
    expect(shapeOf({ type: ['string', 'integer'], enum: ['a'] })).toEqual({
      kind: 'enum',
      values: ['a'],
    });
    const every = ['string', 'number', 'integer', 'object', 'array', 'boolean'];
    expect(shapeOf({ type: every })).toEqual(any);
    expect(shapeOf({ type: [...every, 'null'] })).toEqual({ ...any, nullable: true });
    expect(shapeOf({ type: every, items: {} })).toMatchObject({ kind: 'union' });
  });
});

describe('null', () => {
  it.each([
    [{ type: 'string', nullable: true }, string],
    [{ type: ['string', 'null'] }, string],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, string],
    [{ oneOf: [{ type: 'null' }, { type: 'string' }] }, string],
    [{ oneOf: [{ type: 'string' }, { enum: [null] }] }, string],
    [{ anyOf: [{ type: 'string' }, { nullable: true }] }, string],
    [{ allOf: [{ type: 'string' }, { nullable: true }] }, string],
    [
      { type: 'string', enum: ['a', null] },
      { kind: 'enum', values: ['a'] },
    ],
    [{ enum: ['a', null] }, { kind: 'enum', values: ['a'] }],
    [
      { enum: ['a'], nullable: true },
      { kind: 'enum', values: ['a'] },
    ],
    [{ enum: [1, null] }, { kind: 'integer', values: [1] }],
    [{ nullable: true }, any],
    [{ nullable: true, allOf: [{ type: 'string' }] }, string],
    [{ type: ['object', 'null'], additionalProperties: false }, { kind: 'empty' }],
    [{ anyOf: [{ type: 'string', nullable: true }, { enum: ['a'] }] }, string],
  ])('%j is nullable', (schema, shape) => {
    expect(shapeOf(schema)).toEqual({ ...shape, nullable: true });
    expect(shapeOf(schema, {}, '3.1.0')).toEqual({ ...shape, nullable: true });
  });

  it('beside a reference counts, in both versions', () => {
    const Pet = { type: 'object' };
    for (const schema of [
      { $ref: '#/components/schemas/Pet', nullable: true },
      { allOf: [{ $ref: '#/components/schemas/Pet' }], nullable: true },
      { oneOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'null' }] },
      { type: ['object', 'null'], allOf: [{ $ref: '#/components/schemas/Pet' }] },
    ]) {
      for (const version of ['3.0.3', '3.1.0']) {
        expect(shapeOf(schema, { Pet }, version)).toEqual({
          kind: 'ref',
          target: '#/components/schemas/Pet',
          nullable: true,
        });
      }
    }
  });
});

describe('enums', () => {
  it.each([
    [{ const: 'a' }, { kind: 'enum', values: ['a'] }],
    [
      { type: 'string', enum: ['b', 'a', 'b', ''] },
      { kind: 'enum', values: ['b', 'a', ''] },
    ],
    [
      { type: 'string', enum: [1, true, 'x'] },
      { kind: 'enum', values: ['1', 'true', 'x'] },
    ],
    [{ type: 'string', enum: [] }, string],
    [{ type: 'string', enum: 'a' }, string],
    [
      { type: 'integer', enum: [1, 2, 1] },
      { kind: 'integer', values: [1, 2] },
    ],
    [{ enum: [2, 1] }, { kind: 'integer', values: [2, 1] }],
    [{ enum: [1, 2.5] }, { kind: 'number', values: [1, 2.5] }],
    [{ enum: [true] }, { kind: 'boolean', values: [true] }],
    [{ const: false }, { kind: 'boolean', values: [false] }],
    [{ const: 7 }, { kind: 'integer', values: [7] }],
    // All values is no restriction.
    [{ type: 'boolean', enum: [true, false] }, { kind: 'boolean' }],
    // Written as texts, as YAML generators do.
    [
      { type: 'integer', enum: ['1', '2'] },
      { kind: 'integer', values: [1, 2] },
    ],
    [
      { type: 'boolean', enum: ['true'] },
      { kind: 'boolean', values: [true] },
    ],
    // Values that the type has not tell nothing.
    [{ type: 'integer', enum: [1, 2.5] }, { kind: 'integer' }],
    [{ type: 'integer', enum: [1, ''] }, { kind: 'integer' }],
    [{ type: 'number', enum: ['one'] }, { kind: 'number' }],
    [{ type: 'boolean', enum: [0] }, { kind: 'boolean' }],
    [
      { type: 'string', enum: ['__proto__', '*/', '<%= x %>', '💥', 'x'.repeat(9999)] },
      { kind: 'enum', values: ['__proto__', '*/', '<%= x %>', '💥', 'x'.repeat(9999)] },
    ],
  ])('%j', (schema, shape) => {
    expect(shapeOf(schema)).toEqual(shape);
  });
});

describe('limits of values', () => {
  it.each([
    [
      { type: 'string', minLength: 1, maxLength: 2, pattern: 'a', format: 'date' },
      { kind: 'string', minLength: 1, maxLength: 2, pattern: 'a', format: 'date' },
    ],
    [{ type: 'string', minLength: -1, maxLength: '2', pattern: 3, format: {} }, string],
    [{ type: 'string', minLength: 3, maxLength: 2 }, string],
    [{ type: 'string', minLength: 1.5, maxLength: Number.POSITIVE_INFINITY }, string],
    [
      { type: 'array', minItems: 1, maxItems: 1 },
      { kind: 'array', items: any, minItems: 1, maxItems: 1 },
    ],
    [
      { type: 'integer', minimum: 1, maximum: 1 },
      { kind: 'integer', minimum: 1, maximum: 1 },
    ],
    [{ type: 'integer', minimum: 2, maximum: 1 }, { kind: 'integer' }],
    [{ type: 'integer', minimum: '1' }, { kind: 'integer' }],
    [{ type: 'number', maximum: Number.POSITIVE_INFINITY }, { kind: 'number' }],
    [
      { type: 'number', minimum: 1, exclusiveMinimum: true, maximum: 3, exclusiveMaximum: false },
      { kind: 'number', exclusiveMinimum: 1, maximum: 3 },
    ],
    [
      { type: 'number', exclusiveMinimum: 1, exclusiveMaximum: 3 },
      { kind: 'number', exclusiveMinimum: 1, exclusiveMaximum: 3 },
    ],
    [{ type: 'number', exclusiveMinimum: true }, { kind: 'number' }],
    [{ type: 'number', minimum: 5, exclusiveMaximum: 3 }, { kind: 'number' }],
    [
      { type: 'string', contentEncoding: 'base64' },
      { kind: 'string', format: 'byte' },
    ],
    [
      { type: 'string', contentMediaType: 'application/octet-stream' },
      { kind: 'string', format: 'binary' },
    ],
  ])('%j', (schema, shape) => {
    expect(shapeOf(schema)).toEqual(shape);
  });
});

describe('annotations', () => {
  it('are kept, whatever the kind', () => {
    const about = {
      title: 'T',
      description: 'D',
      deprecated: true,
      readOnly: true,
      writeOnly: true,
      default: null,
    };
    for (const schema of [
      {},
      { type: 'string' },
      { $ref: '#/components/schemas/A' },
      { anyOf: [{ type: 'string' }, { type: 'array' }] },
    ]) {
      expect(
        schemaOf({ ...about, ...schema, example: 1, examples: [2, 3] }, { A: {} }),
      ).toMatchObject({
        ...about,
        examples: [1, 2, 3],
      });
    }
  });

  it('of the wrong type are dropped', () => {
    expect(
      shapeOf({ title: 1, description: {}, deprecated: 'yes', readOnly: 1, examples: { a: 1 } }),
    ).toEqual(any);
  });

  it('say where a schema is', () => {
    const items = { type: 'object', properties: { 'a/b': { type: 'string' } } };
    const response = '#/paths/~1x/get/responses/200/content/application~1json/schema';
    expect(schemaOf({ type: 'array', items })).toMatchObject({
      pointer: response,
      items: {
        pointer: `${response}/items`,
        properties: [{ schema: { pointer: `${response}/items/properties/a~1b` } }],
      },
    });
  });
});
