import { describe, expect, it } from 'vitest';
import { apiOf, schemaOf, shapeOf } from '../support.ts';

const string = { kind: 'string' };
const integer = { kind: 'integer' };
const a = { type: 'string' };
const b = { type: 'integer' };

describe('arrays with types by position', () => {
  it.each([
    { prefixItems: [a, b], items: false },
    { prefixItems: [a, b], minItems: 2, maxItems: 2 },
    { prefixItems: [a, b], minItems: 2, items: false },
    { prefixItems: [a, b], unevaluatedItems: false },
    { items: [a, b], additionalItems: false },
    { type: 'array', items: [a, b], minItems: 2, maxItems: 2 },
  ])('are tuples when nothing may be missing or follow: %j', (schema) => {
    expect(shapeOf(schema, {}, '3.1.0')).toEqual({ kind: 'tuple', items: [string, integer] });
  });

  it.each([
    { prefixItems: [a, b], maxItems: 2 },
    { prefixItems: [a, b], items: false, minItems: 1 },
    { prefixItems: [a, b], items: b },
    { prefixItems: [a], items: b, minItems: 1, maxItems: 2 },
    { items: [a], additionalItems: b },
  ])('have items of one of the types when some may: %j', (schema) => {
    expect(shapeOf(schema, {}, '3.1.0')).toMatchObject({
      kind: 'array',
      items: { kind: 'union', keyword: 'anyOf', members: [string, integer] },
    });
  });

  it('keep their limits', () => {
    expect(shapeOf({ prefixItems: [a, a], items: a, minItems: 1, maxItems: 5 })).toEqual({
      kind: 'array',
      items: string,
      minItems: 1,
      maxItems: 5,
    });
  });

  it('that may go on with anything are arrays of what is not typed', () => {
    for (const schema of [
      { prefixItems: [a] },
      { items: [a, b] },
      { prefixItems: [a], items: true },
    ]) {
      expect(schemaOf(schema)).toMatchObject({
        kind: 'array',
        items: { kind: 'untyped', construct: 'prefixItems' },
      });
    }
  });

  it('read a list of one schema as what was meant', () => {
    const schema = { type: 'array', items: [a] };
    expect(shapeOf(schema)).toEqual({ kind: 'array', items: string });
    expect(apiOf(schema).notes).toMatchObject([{ pointer: expect.stringMatching(/\/items$/u) }]);
  });

  it('say where their items are', () => {
    expect(schemaOf({ prefixItems: [a, b], items: false })).toMatchObject({
      items: [
        { pointer: expect.stringMatching(/\/prefixItems\/0$/u) },
        { pointer: expect.stringMatching(/\/prefixItems\/1$/u) },
      ],
    });
  });
});
