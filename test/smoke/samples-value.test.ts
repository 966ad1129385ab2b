import { describe, expect, it } from 'vitest';
import type { ApiModel, Schema, SchemaKind } from '../../src/openapi/model.ts';
import { fits } from '../../src/smoke/samples/fits.ts';
import { matchPattern } from '../../src/smoke/samples/pattern.ts';
import { sampleValue } from '../../src/smoke/samples/value.ts';

type Extra = Partial<Omit<Schema, 'kind'>>;
const of = (kind: SchemaKind, extra: Extra = {}): Schema => ({ pointer: '#/x', ...kind, ...extra });
const text = of({ kind: 'string' });
const integer = of({ kind: 'integer' });
const ref = (name: string, extra?: Extra): Schema =>
  of({ kind: 'ref', target: `#/s/${name}` }, extra);
const property = (name: string, schema: Schema, required = false) => ({ name, required, schema });

function api(schemas: Record<string, Schema> = {}): ApiModel {
  return {
    title: 'test',
    version: '1',
    description: undefined,
    basePath: '',
    operations: [],
    schemas: new Map(
      Object.entries(schemas).map(([name, schema]) => [
        `#/s/${name}`,
        { pointer: `#/s/${name}`, name, schema },
      ]),
    ),
    notes: [],
  };
}

const request = { direction: 'request' } as const;

describe('sampleValue', () => {
  it.each([
    ['a text', { kind: 'string' }, 'sample'],
    ['a long text', { kind: 'string', minLength: 9 }, 'sampleeee'],
    ['a short text', { kind: 'string', maxLength: 2 }, 'sa'],
    ['a date', { kind: 'string', format: 'date' }, '2026-01-31'],
    ['a format too long for its bounds', { kind: 'string', format: 'uuid', maxLength: 3 }, 'sam'],
    ['a pattern', { kind: 'string', pattern: '^[A-Z]{3}-\\d{2}$' }, 'AAA-11'],
    ['a pattern with a length', { kind: 'string', pattern: '^x+$', minLength: 7 }, 'xxxxxxx'],
    ['a pattern nobody can meet', { kind: 'string', pattern: '^(?=a)b$' }, 'sample'],
    ['an integer', { kind: 'integer' }, 1],
    ['an integer above', { kind: 'integer', minimum: 10 }, 10],
    ['an integer strictly above', { kind: 'integer', exclusiveMinimum: 10 }, 11],
    ['an integer below', { kind: 'integer', maximum: -5 }, -5],
    ['an integer above a fraction', { kind: 'integer', minimum: 1.5 }, 2],
    ['a number', { kind: 'number' }, 1.5],
    ['a number in a gap', { kind: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.5 }, 0.25],
    ['a truth', { kind: 'boolean' }, true],
    ['an enum', { kind: 'enum', values: ['in-transit', 'b'] }, 'in-transit'],
    ['an array', { kind: 'array', items: integer }, [1]],
    ['an array of three', { kind: 'array', items: integer, minItems: 3 }, [1, 1, 1]],
    ['an array of none', { kind: 'array', items: integer, maxItems: 0 }, []],
    ['an exact array', { kind: 'tuple', items: [integer, text] }, [1, 'sample']],
    ['one of some numbers', { kind: 'integer', values: [5, 7] }, 5],
    ['one truth', { kind: 'boolean', values: [false] }, false],
    ['a map', { kind: 'map', values: integer }, { key: 1 }],
    ['anything', { kind: 'any' }, {}],
    ['nothing', { kind: 'empty' }, {}],
  ] as const)('%s', (_title, kind, want) => {
    const schema = of(kind);
    const value = sampleValue(schema, api(), request);
    expect(value).toEqual(want);
    expect(fits(value, schema, api())).toBe(true);
  });

  it('takes the document’s example, a default after it, and neither when they do not fit', () => {
    const value = (examples: readonly unknown[], extra: Extra = {}) =>
      sampleValue(of({ kind: 'integer', maximum: 10 }, { examples, ...extra }), api(), request);
    expect(value([7])).toBe(7);
    expect(value(['7', 8])).toBe(8);
    expect(value([11], { default: 3 })).toBe(3);
    expect(value(['7', 11, null])).toBe(1);
    expect(
      sampleValue(of({ kind: 'integer' }, { examples: [7] }), api(), {
        ...request,
        useExamples: false,
      }),
    ).toBe(1);
  });

  it('keeps property names as they are, __proto__ too', () => {
    const schema = of({
      kind: 'object',
      properties: [property('__proto__', text, true), property('a-b c', integer)],
    });
    expect(JSON.stringify(sampleValue(schema, api(), request))).toBe(
      '{"__proto__":"sample","a-b c":1}',
    );
  });

  it('leaves out what only the other side may write, unless it is required', () => {
    const schema = of({
      kind: 'object',
      properties: [
        property('id', of({ kind: 'integer' }, { readOnly: true })),
        property('password', of({ kind: 'string' }, { writeOnly: true })),
        property('created', of({ kind: 'integer' }, { readOnly: true }), true),
      ],
    });
    expect(sampleValue(schema, api(), request)).toEqual({ password: 'sample', created: 1 });
    expect(sampleValue(schema, api(), { direction: 'response' })).toEqual({ id: 1, created: 1 });
  });

  it.each([
    ['an optional field', property('next', ref('Node')), { id: 1 }],
    [
      'an array',
      property('next', of({ kind: 'array', items: ref('Node') }), true),
      { id: 1, next: [] },
    ],
    [
      'a map',
      property('next', of({ kind: 'map', values: ref('Node') }), true),
      { id: 1, next: {} },
    ],
    ['a null', property('next', ref('Node', { nullable: true }), true), { id: 1, next: null }],
    ['nothing that can end it', property('next', ref('Node'), true), { id: 1, next: {} }],
  ])('ends recursion at %s', (_title, next, want) => {
    const node = of({ kind: 'object', properties: [property('id', integer, true), next] });
    expect(sampleValue(ref('Node'), api({ Node: node }), request)).toEqual(want);
  });

  it('ends recursion over two schemas at the inner one', () => {
    const model = api({
      A: of({ kind: 'object', properties: [property('b', ref('B'), true)] }),
      B: of({ kind: 'object', properties: [property('a', ref('A'), true)] }),
    });
    expect(sampleValue(ref('A'), model, request)).toEqual({ b: { a: {} } });
  });

  it('shows optional parts three levels deep', () => {
    const nested = (levels: number): Schema =>
      levels === 0
        ? text
        : of({ kind: 'object', properties: [property('in', nested(levels - 1))] });
    expect(sampleValue(nested(9), api(), request)).toEqual({ in: { in: { in: {} } } });
  });

  it.each([
    ['optional', false],
    ['required', true],
  ])('does not explode over a wide and deep %s schema', (_title, required) => {
    const levels = Array.from({ length: 30 }, (_, level) => level);
    const model = api(
      Object.fromEntries(
        levels.map((level) => [
          `L${level}`,
          of({
            kind: 'object',
            properties: Array.from({ length: 20 }, (_, index) =>
              property(`p${index}`, level === 29 ? text : ref(`L${level + 1}`), required),
            ),
          }),
        ]),
      ),
    );
    const value = sampleValue(ref('L0'), model, request);
    expect(JSON.stringify(value).length).toBeLessThan(200_000);
  });

  it('does not follow a minItems of a billion', () => {
    const many = of({ kind: 'array', items: text, minItems: 1e9 });
    expect((sampleValue(many, api(), request) as unknown[]).length).toBeLessThan(10_000);
  });

  it('gives an empty object for a reference to nowhere or to itself', () => {
    expect(sampleValue(ref('Gone'), api(), request)).toEqual({});
    expect(sampleValue(ref('Self'), api({ Self: ref('Self') }), request)).toEqual({});
  });
});

describe('turns of sampleValue', () => {
  const turns = (schema: Schema, count: number, model = api()) =>
    Array.from({ length: count }, (_, turn) => sampleValue(schema, model, { ...request, turn }));
  const oneOf = (...members: Schema[]) => of({ kind: 'union', keyword: 'oneOf', members });

  it('shows each member of a union, and those of a union inside it', () => {
    const inner = oneOf(integer, of({ kind: 'boolean' }));
    expect(turns(oneOf(text, inner), 4)).toEqual(['sample', 1, 'sample', true]);
  });

  it('shows a member that ends where another one doesn’t', () => {
    const model = api({ Node: oneOf(of({ kind: 'tuple', items: [ref('Node')] }), text) });
    expect(turns(ref('Node'), 2, model)).toEqual(['sample', 'sample']);
  });

  it('writes the value that tells the member', () => {
    const member = of({ kind: 'object', properties: [property('kind', text, true)] });
    const discriminator = { property: 'kind', values: new Map(Object.entries({ a: 0, b: 1 })) };
    const members = [member, member];
    const pet = of({ kind: 'union', keyword: 'oneOf', members, discriminator });
    expect(turns(pet, 3)).toEqual([{ kind: 'a' }, { kind: 'b' }, { kind: 'a' }]);
  });

  it('shows null, each value of an enum, and each example of a scalar', () => {
    expect(turns(of({ kind: 'string' }, { nullable: true }), 2)).toEqual(['sample', null]);
    expect(turns(of({ kind: 'enum', values: ['a', 'b'] }), 3)).toEqual(['a', 'b', 'a']);
    expect(turns(of({ kind: 'integer' }, { examples: [7, 'x', 8] }), 3)).toEqual([7, 8, 7]);
  });

  it('makes up what has an example of its own after the first turn', () => {
    const list = of({ kind: 'array', items: oneOf(text, integer) }, { examples: [['x', 'y']] });
    expect(turns(list, 2)).toEqual([['x', 'y'], [1]]);
  });
});

describe('matchPattern', () => {
  it.each([
    '^[A-Z]{3}$',
    '^\\d{4}-\\d{2}-\\d{2}$',
    '^(?:ord|inv)_[0-9a-f]{8,}$',
    '^\\+?[1-9]\\d{1,14}$',
    '^[^@\\s]+@[^@\\s]+\\.[a-z]{2,}$',
    '[\\w.-]+',
    '^$',
    '^-?[0-9]{1,12}(\\.[0-9]{1,4})?$',
    '^[\\x20-\\x7e]+$',
    '^[\\u00e0-\\u00ff]$',
    '^a|b$',
    '^[-_a]+?$',
    '^[^a-zA-Z0-9]$',
    '^\\S+\\s\\W$',
    '^[a-z]{0}x$',
  ])('%s', (pattern) => {
    for (const repeat of [0, 1, 4]) {
      const text = matchPattern(pattern, repeat);
      expect(text).toMatch(new RegExp(pattern, 'u'));
    }
  });

  it.each([
    '(?=a)a',
    '(a)\\1',
    '\\p{L}+',
    '(a',
    'a)',
    '[a',
    '*a',
    'a{1000}{1000}',
    '(((a{200}){200}){200}){200}',
    '\\',
  ])('gives up on %s', (pattern) => {
    expect(matchPattern(pattern, 1)).toBeUndefined();
  });
});
