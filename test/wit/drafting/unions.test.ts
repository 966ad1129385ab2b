import { describe, expect, it } from 'vitest';
import type { TypeCode } from '../../../src/runtime/table.ts';
import type { TypedApi } from '../../../src/wit/typed-api.ts';
import { signature, typedSchema, witLines } from '../support.ts';

const text = { type: 'string' };
const integer = { type: 'integer' };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object, required: readonly string[] = Object.keys(properties)) => ({
  type: 'object',
  required,
  properties,
});
const kind = (value: string) => ({ type: 'string', enum: [value] });

/** The API of an operation that returns `Thing`, with `Thing` and other schemas. */
function thing(schema: unknown, schemas: object = {}): TypedApi {
  return typedSchema(ref('Thing'), { ...schemas, Thing: schema });
}

/** The cases of a variant as the WIT has them. */
function cases(api: TypedApi, label = 'thing'): readonly string[] {
  const lines = witLines(api);
  const start = lines.indexOf(`variant ${label} {`);
  if (start === -1) return [];
  return lines.slice(start + 1, lines.indexOf('}', start)).map((line) => line.replace(/,$/u, ''));
}

function selector(api: TypedApi, name = 'Thing'): unknown {
  const code: TypeCode | undefined = api.table.types[name];
  return typeof code === 'object' && 'variant' in code ? code.by : undefined;
}

const Cat = object({ name: text, lives: integer });
const Dog = object({ name: text, barks: { type: 'boolean' } });

describe('a union is a variant when its members are told apart by', () => {
  it('their JSON type', () => {
    const api = thing(
      { oneOf: [text, integer, { type: 'boolean' }, { type: 'array', items: text }, ref('Cat')] },
      { Cat },
    );
    expect(cases(api)).toEqual([
      'text(string)',
      'integer(s64)',
      'flag(bool)',
      'text-list(list<string>)',
      'cat(cat)',
    ]);
    expect(selector(api)).toEqual({
      types: { string: 0, number: 1, boolean: 2, array: 3, object: 4 },
    });
    expect(api.report.demotions).toEqual([]);
  });

  it('the discriminator, and its mapping names the cases', () => {
    const pet = object({ kind: text });
    const api = thing(
      {
        oneOf: [ref('Cat'), ref('Dog')],
        discriminator: {
          propertyName: 'kind',
          mapping: { meow: '#/components/schemas/Cat', woof: '#/components/schemas/Dog' },
        },
      },
      { Cat: pet, Dog: pet },
    );
    expect(cases(api)).toEqual(['meow(cat)', 'woof(dog)']);
    expect(selector(api)).toMatchObject({ property: 'kind' });
    expect(selector(api)).not.toHaveProperty('other');
  });

  it('a property that has one value in each, which the record then has no field for', () => {
    const api = thing(
      { oneOf: [ref('Cat'), ref('Dog')] },
      {
        Cat: object({ kind: kind('cat'), name: text }),
        Dog: object({ kind: kind('dog'), name: text }),
      },
    );
    expect(cases(api)).toEqual(['cat(cat)', 'dog(dog)']);
    expect(selector(api)).toEqual({
      property: 'kind',
      values: [
        ['cat', 0],
        ['dog', 1],
      ],
    });
    expect(api.table.types.Cat).toEqual({
      record: [{ js: 'name', wire: 'name', type: 'string' }],
      fixed: [['kind', 'cat']],
    });
  });

  it('the properties that each requires and the others never have', () => {
    const api = thing({ anyOf: [ref('Cat'), ref('Dog')] }, { Cat, Dog });
    expect(cases(api)).toEqual(['cat(cat)', 'dog(dog)']);
    expect(selector(api)).toEqual({ keys: [[['lives'], 0]], other: 1 });
  });

  it('one property after another', () => {
    const shape = (name: string, more: object) => object({ kind: kind(name), ...more });
    const api = thing(
      { oneOf: [ref('A'), ref('B'), ref('C')] },
      { A: shape('x', { a: text }), B: shape('x', { b: text }), C: shape('y', { a: text }) },
    );
    expect(selector(api)).toEqual({
      property: 'kind',
      values: [
        ['x', { keys: [[['a'], 0]], other: 1 }],
        ['y', 2],
      ],
    });
  });

  it('what a union inside holds, which stays a type of its own when it has a name', () => {
    const api = thing(
      { oneOf: [text, ref('Pet')] },
      { Cat, Dog, Pet: { oneOf: [ref('Cat'), ref('Dog')] } },
    );
    expect(cases(api)).toEqual(['text(string)', 'pet(pet)']);
    expect(cases(api, 'pet')).toEqual(['cat(cat)', 'dog(dog)']);
  });

  it('what a union inside holds, taken apart when both have a text', () => {
    const api = thing({ oneOf: [text, ref('Name')] }, { Cat, Name: { oneOf: [text, ref('Cat')] } });
    expect(cases(api)).toEqual(['text(string)', 'cat(cat)']);
  });
});

describe('a union is one type when its members are alike', () => {
  it.each([
    ['an enum beside any text', { anyOf: [{ type: 'string', enum: ['a', 'b'] }, text] }, 'string'],
    [
      'formats',
      {
        anyOf: [
          { type: 'string', format: 'uuid' },
          { type: 'string', format: 'date' },
        ],
      },
      'string',
    ],
    ['numbers', { oneOf: [integer, { type: 'number' }] }, 'f64'],
  ])('%s', (_name, schema, type) => {
    const api = typedSchema(schema);
    expect(signature(api, 'get-thing')).toContain(`result<${type},`);
    expect(api.report.demotions).toEqual([]);
  });

  it('lists become a list of what any of them has', () => {
    const list = (items: unknown) => ({ type: 'array', items });
    const api = thing({ oneOf: [text, list(text), list(integer)] });
    expect(cases(api)).toEqual(['text(string)', 'items(list<thing-item>)']);
    expect(cases(api, 'thing-item')).toEqual(['text(string)', 'integer(s64)']);
  });
});

describe('members that are one value are cases without payload', () => {
  it('among others', () => {
    const api = thing({ oneOf: [{ type: 'string', enum: ['auto', 'N/A'] }, integer] });
    expect(cases(api)).toEqual(['auto', 'n-a', 'integer(s64)']);
    expect(api.table.types.Thing).toEqual({
      variant: [
        { tag: 'auto', type: { constant: 'auto' } },
        { tag: 'n-a', type: { constant: 'N/A' } },
        { tag: 'integer', type: 's64' },
      ],
      by: {
        types: {
          string: {
            strings: [
              ['auto', 0],
              ['N/A', 1],
            ],
          },
          number: 2,
        },
      },
    });
  });

  it('also a closed object without properties', () => {
    const api = thing(
      { oneOf: [ref('Cat'), { type: 'object', additionalProperties: false }] },
      { Cat },
    );
    expect(cases(api)).toEqual(['cat(cat)', 'empty']);
  });

  it('but not an enum with a name', () => {
    const api = thing(
      { oneOf: [ref('Mode'), integer] },
      { Mode: { type: 'string', enum: ['a', 'b'] } },
    );
    expect(cases(api)).toEqual(['mode(mode)', 'integer(s64)']);
  });
});

describe('a base schema with a discriminator', () => {
  it('is a variant of those that extend it, and of any other', () => {
    const api = thing(
      {
        type: 'object',
        required: ['kind'],
        properties: { kind: text },
        discriminator: { propertyName: 'kind', mapping: { c: '#/components/schemas/Cat' } },
      },
      {
        Cat: { allOf: [ref('Thing'), object({ lives: integer })] },
        Dog: { allOf: [ref('Thing'), object({ barks: integer })] },
      },
    );
    expect(cases(api)).toEqual(['c(cat)', 'dog(dog)', 'other(json)']);
    expect(selector(api)).toMatchObject({ property: 'kind', other: 2 });
    expect(api.report.demotions).toEqual([]);
  });
});

describe('a union that no selector tells apart', () => {
  it.each([
    [
      'overlap',
      Cat,
      object({ name: text, lives: integer, age: integer }, ['name', 'lives']),
      'the same required properties',
    ],
    [
      'no requirement',
      object({ a: text }, []),
      object({ b: text }, []),
      'that require no property',
    ],
    [
      'any key',
      { ...object({ a: text }), additionalProperties: text },
      { ...object({ b: text }), additionalProperties: text },
      'with properties of any name',
    ],
  ])('is json, and the report says of which members and why: %s', (_name, A, B, why) => {
    const api = thing({ oneOf: [ref('A'), ref('B')] }, { A, B });
    expect(witLines(api)).toContain('type thing = json;');
    expect(api.report.demotions).toHaveLength(1);
    expect(api.report.demotions[0]?.pointer).toBe('#/components/schemas/Thing');
    expect(api.report.demotions[0]?.reason).toMatch(/^oneOf: A and B can't be told apart: /u);
    expect(api.report.demotions[0]?.reason).toContain(why);
  });

  it('because of its objects keeps the other members', () => {
    const api = thing(
      { oneOf: [text, ref('A'), ref('B')] },
      { A: object({ a: text }, []), B: object({ b: text }, []) },
    );
    expect(cases(api)).toEqual(['text(string)', 'object(json)']);
    expect(api.report.demotions.map(({ reason }) => reason)).toEqual([
      "oneOf: A and B can't be told apart: both are objects that require no property",
    ]);
  });

  it('by a key that requests leave out', () => {
    const A = object({ id: { ...text, readOnly: true } });
    const B = object({ name: text }, []);
    const answer = thing({ oneOf: [ref('A'), ref('B')] }, { A, B });
    expect(cases(answer)).toEqual(['a(a)', 'b(b)']);
  });

  it('is nothing lost when any value is a member', () => {
    const api = thing({ oneOf: [text, {}] });
    expect(api.report).toMatchObject({ demotions: [], typedShare: 1 });
  });
});

describe('names', () => {
  it('leave out the words that all members share', () => {
    const api = thing(
      { oneOf: [ref('SystemMessage'), ref('UserMessage')] },
      { SystemMessage: object({ a: text }), UserMessage: object({ b: text }) },
    );
    expect(cases(api)).toEqual(['system(system-message)', 'user(user-message)']);
  });

  it('of members without one are what they have to themselves', () => {
    const api = thing({ oneOf: [object({ url: text }), object({ data: text })] });
    expect(cases(api)).toEqual(['url(thing-url)', 'data(thing-data)']);
  });

  it('of a choice that several properties have are that choice, or the name they end with', () => {
    const choice = { oneOf: [text, ref('Cat')] };
    const one = thing(object({ front: choice, back: choice }), { Cat });
    expect(cases(one, 'text-or-cat')).toEqual(['text(string)', 'cat(cat)']);
    const other = thing(object({ owner: choice, 'former-owner': choice }), { Cat });
    expect(cases(other, 'owner')).toEqual(['text(string)', 'cat(cat)']);
  });

  it('are never a number', () => {
    const api = thing(
      { oneOf: [ref('1'), ref('2')] },
      { 1: object({ a: text }), 2: object({ b: text }) },
    );
    expect(cases(api).filter((label) => /^\d/u.test(label))).toEqual([]);
  });
});

describe('recursion through a union', () => {
  it('is cut at the case when another one ends', () => {
    const api = thing({ oneOf: [text, ref('Node')] }, { Node: object({ next: ref('Thing') }) });
    expect(cases(api)).toEqual(['text(string)', 'node(node)']);
    expect(witLines(api)).toContain('next: json,');
  });

  it('keeps what ends typed', () => {
    const schemas = { Person: object({ boss: { oneOf: [text, ref('Person')] } }, []) };
    const api = typedSchema(ref('Person'), schemas);
    expect(cases(api, 'person-boss')).toEqual(['text(string)', 'person(json)']);
  });
});

describe('unions that lead to unions', () => {
  const many = (length: number, schema: (index: number) => unknown) =>
    Object.fromEntries(Array.from({ length }, (_, index) => [`U${index}`, schema(index)]));

  it('may do so in long chains', () => {
    const chain = many(5000, (index) => ({
      oneOf: [object({ [`p${index}`]: text }), ref(`U${index + 1}`)],
    }));
    const api = typedSchema(ref('U0'), { ...chain, U5000: text });
    expect(api.report.demotions.some(({ reason }) => reason.includes('more than 256'))).toBe(true);
  }, 20_000);

  it('may meet again in many ways', () => {
    const diamond = many(60, (index) => ({ oneOf: [ref(`U${index + 1}`), ref(`U${index + 2}`)] }));
    const api = typedSchema(ref('U0'), { ...diamond, U60: text, U61: integer });
    expect(api.report.demotions).toEqual([]);
  });

  it('may lead back', () => {
    const api = typedSchema(ref('A'), {
      A: { oneOf: [text, ref('B')] },
      B: { oneOf: [integer, ref('A')] },
    });
    expect(cases(api, 'a')).toEqual(['text(string)', 'integer(s64)']);
  });
});
