import { describe, expect, it } from 'vitest';
import type { ApiModel } from '../../../src/openapi/model.ts';
import { Failure } from '../../../src/terminal/failure.ts';
import { apiOf } from '../support.ts';

const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });
const a = { type: 'string' };
const own = (name: string): object => ({ properties: { [name]: a } });

/** Components `S0` … of which each is made from the name of the next. */
function chain(length: number, link: (next: string, index: number) => object): object {
  return Object.fromEntries(
    Array.from({ length }, (_, index) => [
      `S${index}`,
      index === length - 1 ? own('end') : link(`S${index + 1}`, index),
    ]),
  );
}

/** One schema inside another, `levels` deep. */
function nested(levels: number, wrap: (inner: object, level: number) => object): object {
  let schema: object = own('end');
  for (let level = 0; level < levels; level += 1) schema = wrap(schema, level);
  return schema;
}

/** What is read, or the refusal: anything but those two fails. */
function outcome(schema: unknown, components: object): ApiModel | 'refused' {
  try {
    return apiOf(schema, components);
  } catch (error) {
    if (error instanceof Failure && error.code === 2) return 'refused';
    throw error;
  }
}

/** How many schemas a model has. */
function sizeOf(api: ApiModel | 'refused'): number {
  let size = 0;
  JSON.stringify(api === 'refused' ? {} : [...api.schemas.values(), api.operations], (_, value) => {
    size += 1;
    return value;
  });
  return size;
}

describe('schemas that double with each level', () => {
  const doubled: Record<string, (inner: object, level: number) => object> = {
    'a choice in an allOf': (inner) => ({ allOf: [{ oneOf: [inner, own('x')] }, own('y')] }),
    'two choices in an allOf': (inner) => ({
      allOf: [{ oneOf: [inner, own('x')] }, { anyOf: [inner, own('y')] }],
    }),
    'the same twice in a choice': (inner) => ({ oneOf: [inner, { allOf: [inner, own('x')] }] }),
    'a choice beside properties': (inner, level) => ({
      ...own(`p${level}`),
      oneOf: [inner, { allOf: [inner, own('x')] }],
    }),
    'a property of a base that is repeated': (inner) => ({
      allOf: [{ properties: { p: inner } }, { oneOf: [own('x'), own('y')] }],
    }),
    'a property that is described twice': (inner) => ({
      allOf: [{ properties: { p: inner } }, { properties: { p: { allOf: [inner, own('x')] } } }],
    }),
    'items that are described twice': (inner) => ({
      allOf: [{ items: inner }, { items: { anyOf: [inner, own('x')] } }],
    }),
    'maps that are described twice': (inner) => ({
      allOf: [{ additionalProperties: inner }, { additionalProperties: { oneOf: [inner, a] } }],
    }),
    'a discriminator with a mapping': (inner) => ({
      oneOf: [inner, own('x')],
      ...own('y'),
      discriminator: { propertyName: 'y', mapping: { x: 'S1', y: 'S2' } },
    }),
  };

  it.each(Object.keys(doubled))('%s, inside one another', (name) => {
    const wrap = doubled[name] ?? ((inner) => inner);
    expect(sizeOf(outcome(nested(12, wrap), {}))).toBeLessThan(2_000_000);
  });

  it.each(Object.keys(doubled))('%s, by 30 references', (name) => {
    const wrap = doubled[name] ?? ((inner) => inner);
    const components = chain(30, (next, index) => wrap(ref(next), index));
    expect(sizeOf(outcome(ref('S0'), components))).toBeLessThan(2_000_000);
  });
});

describe('circles', () => {
  const base = { ...own('kind'), discriminator: { propertyName: 'kind' } };

  it.each<[string, object]>([
    ['a choice of itself', { A: { oneOf: [ref('A'), a] } }],
    ['a choice of nothing but itself', { A: { oneOf: [ref('A')] } }],
    ['a choice of itself twice', { A: { anyOf: [ref('A'), ref('A')] } }],
    [
      'two choices of each other',
      { A: { oneOf: [ref('B'), a] }, B: { oneOf: [ref('A'), own('b')] } },
    ],
    ['a choice of itself beside a property', { A: { ...own('a'), oneOf: [ref('A'), own('b')] } }],
    [
      'an allOf of a choice of itself',
      { A: { allOf: [{ oneOf: [ref('A'), own('b')] }, own('a')] } },
    ],
    [
      'a choice of what extends it',
      {
        A: { ...own('a'), anyOf: [ref('B'), ref('C')] },
        B: { allOf: [ref('A'), own('b')] },
        C: { allOf: [ref('B')] },
      },
    ],
    [
      'choices that extend each other',
      {
        A: { allOf: [ref('B'), own('a')], oneOf: [ref('C'), own('x')] },
        B: { allOf: [ref('A'), own('b')], oneOf: [ref('C'), own('y')] },
        C: { allOf: [ref('A'), ref('B')] },
      },
    ],
    ['a base that extends itself', { A: { ...base, allOf: [ref('A')] } }],
    [
      'bases that extend each other',
      { A: { ...base, allOf: [ref('B')] }, B: { ...base, allOf: [ref('A')] } },
    ],
    [
      'a base that its child is',
      {
        A: { ...base, properties: { next: ref('B') } },
        B: { allOf: [ref('A')], discriminator: base.discriminator },
      },
    ],
    [
      'a base that is mapped to its own reference',
      {
        A: { ...base, discriminator: { propertyName: 'kind', mapping: { a: 'A', b: 'B' } } },
        B: ref('A'),
      },
    ],
    [
      'a base that is an alias of its child',
      { A: { allOf: [ref('B')], discriminator: base.discriminator }, B: { allOf: [ref('A')] } },
    ],
    [
      'a property that two recursive schemas describe',
      {
        A: { allOf: [ref('B'), ref('C'), ref('D')] },
        B: { properties: { p: ref('B'), q: ref('C') } },
        C: { properties: { p: ref('C'), q: ref('D') } },
        D: { properties: { p: ref('D'), q: ref('B') } },
      },
    ],
    [
      'items of itself that are described twice',
      { A: { allOf: [{ items: ref('A') }, { items: ref('B') }] }, B: { items: ref('A') } },
    ],
    ['a tuple of itself', { A: { prefixItems: [ref('A'), ref('A')], items: false } }],
    [
      'a list of types with itself in it',
      { A: { type: ['array', 'object'], items: ref('A'), additionalProperties: ref('A') } },
    ],
  ])('%s end', (_, components) => {
    const read = outcome(ref('A'), components);
    expect(sizeOf(read)).toBeLessThan(5000);
    expect(outcome({ allOf: [ref('A'), own('more')] }, components)).toBeDefined();
  });
});

describe('10,000 references in a row', () => {
  it.each<[string, (next: string, index: number) => object]>([
    ['of allOf', (next) => ({ allOf: [ref(next), own('a')] })],
    ['of choices', (next) => ({ oneOf: [ref(next), a] })],
    ['of choices with nothing else', (next) => ({ anyOf: [ref(next)] })],
    [
      'of choices beside properties',
      (next, index) => ({ ...own(`p${index}`), oneOf: [ref(next), own('a')] }),
    ],
    ['of properties', (next) => ({ properties: { next: ref(next) } })],
    ['of bases', (next) => ({ allOf: [ref(next)], discriminator: { propertyName: 'end' } })],
    [
      'of bases and what is none',
      (next, index) => ({
        allOf: [ref(next)],
        ...(index % 2 === 0 && { discriminator: { propertyName: 'end' } }),
      }),
    ],
  ])('%s', (_, link) => {
    const components = chain(10_000, link);
    expect(outcome(ref('S0'), components)).toBeDefined();
    expect(outcome(ref('S9999'), components)).toBeDefined();
  });

  it('to one base', () => {
    const children = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [
        `C${index}`,
        { allOf: [ref('A'), own(`p${index}`)] },
      ]),
    );
    const A = { ...own('kind'), discriminator: { propertyName: 'kind' } };
    expect(outcome(ref('A'), { A, ...children })).not.toBe('refused');
    const oneOf = Object.keys(children).map(ref);
    expect(outcome(ref('A'), { A: { ...A, oneOf }, ...children })).not.toBe('refused');
  });
});
