import { describe, expect, test } from 'vitest';
import { compileTypes, Mismatch } from '../../src/runtime/index.ts';
import type { SelectorCode, TypeCode, TypeTable } from '../../src/runtime/table.ts';

const required = (...names: string[]): TypeCode => ({
  record: names.map((wire) => ({ js: wire, wire, type: 's32' as const })),
});

const TYPES: TypeTable = {
  Cat: { record: [{ js: 'lives', wire: 'lives', type: 's32' }], fixed: [['kind', 'cat']] },
  Dog: {
    record: [
      { js: 'kind', wire: 'kind', type: 'string' },
      { js: 'barks', wire: 'barks', type: 'bool', optional: true },
    ],
  },
  Pet: {
    variant: [
      { tag: 'cat', type: { ref: 'Cat' } },
      { tag: 'dog', type: { ref: 'Dog' } },
    ],
    by: {
      property: 'kind',
      values: [
        ['cat', 0],
        ['dog', 1],
      ],
    },
  },
  /** A schema that others extend. */
  Event: {
    variant: [
      { tag: 'created', type: { ref: 'Cat' } },
      { tag: 'other', type: 'json' },
    ],
    by: { property: 'kind', values: [['cat', 0]], other: 1 },
  },
  Any: {
    variant: [
      { tag: 'text', type: 'string' },
      { tag: 'number', type: 's64' },
      { tag: 'boolean', type: 'bool' },
      { tag: 'list', type: { list: 's32' } },
      { tag: 'object', type: { map: 'f64' } },
    ],
    by: { types: { string: 0, number: 1, boolean: 2, array: 3, object: 4 } },
  },
  Keys: {
    variant: [
      { tag: 'both', type: required('a', 'b') },
      { tag: 'one', type: required('a') },
      { tag: 'open', type: { record: [], extra: { js: 'others', type: 's32' } } },
    ],
    by: {
      keys: [
        [['a', 'b'], 0],
        [['a'], 1],
        [['__proto__'], 2],
      ],
    },
  },
  /** Type first, then what the text is, or what the object has. */
  Nested: {
    variant: [
      { tag: 'word', type: { enum: [['all', 'ALL']] } },
      { tag: 'text', type: 'string' },
      { tag: 'pet', type: { ref: 'Pet' } },
      { tag: 'keys', type: required('a') },
    ],
    by: {
      types: {
        string: { strings: [['ALL', 0]], other: 1 },
        object: { keys: [[['kind'], 2]], other: 3 },
      },
    },
  },
  /** Cases without payload: one value each. */
  End: {
    variant: [
      { tag: 'now', type: { constant: 'now' } },
      { tag: 'at', type: 's32' },
      { tag: 'none', type: { constant: {} } },
    ],
    by: { types: { string: { strings: [['now', 0]] }, number: 1, object: 2 } },
  },
  Patch: {
    record: [
      {
        ...{ js: 'note', wire: 'note', type: 'string' },
        ...{ optional: true, nullable: true, triState: true },
      },
    ],
  },
  Customer: {
    record: [{ js: 'id', wire: 'id', type: 's32' }],
    fixed: [
      ['object', 'customer'],
      ['version', 2],
      ['live', true],
      ['__proto__', 'x'],
    ],
    extra: { js: 'others', type: 'string' },
  },
};

const ref = (name: string): TypeCode => ({ ref: name });
const codecs = compileTypes(TYPES);
const PAIR: TypeCode = { tuple: ['s32', { nullable: 'string' }] };
const HALVES: TypeCode = { scalar: 'f64', values: [0.5, 1] };
const LONGS: TypeCode = { scalar: 's64', values: [1, 2 ** 53] };
const customer = '{"object":"customer","version":2,"live":true,"__proto__":"x","id":1,"a":"b"}';

function mismatch(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof Mismatch) return error.message;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('both ways', () => {
  test.each<[code: TypeCode, json: unknown, value: unknown]>([
    [PAIR, [1, null], [1, undefined]],
    [PAIR, [1, 'a'], [1, 'a']],
    [ref('Pet'), { kind: 'cat', lives: 9 }, { tag: 'cat', val: { lives: 9 } }],
    [ref('Pet'), { kind: 'dog' }, { tag: 'dog', val: { kind: 'dog', barks: undefined } }],
    [ref('Event'), { kind: 'cat', lives: 9 }, { tag: 'created', val: { lives: 9 } }],
    [ref('Event'), { kind: 1 }, { tag: 'other', val: '{"kind":1}' }],
    [ref('Event'), {}, { tag: 'other', val: '{}' }],
    [ref('End'), 'now', { tag: 'now' }],
    [ref('End'), 1, { tag: 'at', val: 1 }],
    [ref('End'), {}, { tag: 'none' }],
    [ref('Any'), 'a', { tag: 'text', val: 'a' }],
    [ref('Any'), 9007199254740993n, { tag: 'number', val: 9007199254740993n }],
    [ref('Any'), false, { tag: 'boolean', val: false }],
    [ref('Any'), [1], { tag: 'list', val: [1] }],
    [ref('Any'), { a: 0.5 }, { tag: 'object', val: [['a', 0.5]] }],
    [ref('Keys'), { a: 1, b: 2 }, { tag: 'both', val: { a: 1, b: 2 } }],
    [ref('Keys'), { a: 1 }, { tag: 'one', val: { a: 1 } }],
    [
      ref('Keys'),
      JSON.parse('{"__proto__":1}'),
      { tag: 'open', val: { others: [['__proto__', 1]] } },
    ],
    [ref('Nested'), 'ALL', { tag: 'word', val: 'all' }],
    [ref('Nested'), 'all', { tag: 'text', val: 'all' }],
    [ref('Nested'), { a: 1 }, { tag: 'keys', val: { a: 1 } }],
    [
      ref('Nested'),
      { kind: 'cat', lives: 9 },
      { tag: 'pet', val: { tag: 'cat', val: { lives: 9 } } },
    ],
    [{ nullable: ref('Pet') }, null, undefined],
    [ref('Patch'), {}, { note: { tag: 'none' } }],
    [ref('Patch'), { note: null }, { note: { tag: 'some', val: undefined } }],
    [ref('Patch'), { note: 'a' }, { note: { tag: 'some', val: 'a' } }],
    [HALVES, 0.5, 0.5],
    [LONGS, 1, 1n],
    [{ scalar: 'u64', values: [7] }, 7, 7n],
    [{ scalar: 'bool', values: [true] }, true, true],
    [{ scalar: 'string', values: ['', 'a'] }, '', ''],
  ])('%j %o', (code, json, value) => {
    expect(codecs.decode(code, json)).toStrictEqual(value);
    expect(codecs.encode(code, value)).toStrictEqual(json);
  });

  test('constants are written first', () => {
    const value = codecs.decode(ref('Customer'), JSON.parse(customer));
    expect(value).toStrictEqual({ id: 1, others: [['a', 'b']] });
    expect(JSON.stringify(codecs.encode(ref('Customer'), value))).toBe(customer);
  });
});

describe('decode accepts', () => {
  test.each<[code: TypeCode, json: unknown, value: unknown]>([
    [ref('Pet'), { lives: 9, kind: 'cat', x: 1 }, { tag: 'cat', val: { lives: 9 } }],
    // The document said 2^53 + 1, its reader could not hold it.
    [LONGS, 2n ** 53n + 1n, 2n ** 53n + 1n],
    [ref('Keys'), { a: 1, c: 1 }, { tag: 'one', val: { a: 1 } }],
  ])('%j %o', (code, json, value) => {
    expect(codecs.decode(code, json)).toStrictEqual(value);
  });
});

describe('decode refuses', () => {
  test.each<[code: TypeCode, json: unknown, message: string]>([
    [PAIR, [1], 'expected 2 items, got 1'],
    [PAIR, [1, 'a', 2], 'expected 2 items, got 3'],
    [PAIR, { 0: 1, 1: 'a' }, 'expected array, got an object'],
    [PAIR, [1, 2], '/1: expected string, got 2'],
    [ref('Pet'), { kind: 'cow' }, '/kind: expected one of "cat", "dog", got "cow"'],
    [ref('Pet'), { kind: null }, '/kind: expected one of "cat", "dog", got null'],
    [ref('Pet'), { lives: 9 }, '/kind: is required'],
    [ref('Pet'), { kind: 'cat' }, '/lives: is required'],
    [ref('Pet'), null, 'expected object, got null'],
    [ref('Pet'), 'cat', 'expected object, got "cat"'],
    [ref('Pet'), Object.create({ kind: 'cat' }), '/lives: is required'],
    [ref('End'), 'later', 'expected "now", got "later"'],
    [ref('Event'), { kind: 'cat', lives: 'x' }, '/lives: expected integer, got "x"'],
    [ref('Any'), null, 'expected string or number or boolean or array or object, got null'],
    [ref('Any'), 2n ** 64n, 'expected integer from -9223372036854775808 to'],
    [ref('Any'), { a: 'x' }, '/a: expected number, got "x"'],
    [ref('Keys'), { b: 1 }, 'expected an object with "a" and "b", or with "a", or with'],
    [ref('Keys'), [], 'expected object, got an array'],
    [ref('Keys'), { a: null }, '/a: expected integer, got null'],
    [ref('Nested'), 1, 'expected string or object, got 1'],
    [ref('Nested'), { kind: 'x' }, '/kind: expected one of "cat", "dog", got "x"'],
    [ref('Patch'), { note: 1 }, '/note: expected string, got 1'],
    [ref('Customer'), { id: 1 }, '/object: is required'],
    [ref('Customer'), { id: 1, object: 'x' }, '/object: expected "customer", got "x"'],
    [ref('Customer'), { object: 'customer', version: '2' }, '/version: expected 2, got "2"'],
    [ref('Customer'), { object: 'customer', version: null }, '/version: expected 2, got null'],
    [HALVES, 0.6, 'expected one of 0.5, 1, got 0.6'],
    [HALVES, '0.5', 'expected number, got "0.5"'],
    [LONGS, 2, 'expected one of 1, 9007199254740992, got 2'],
    [{ scalar: 'bool', values: [true] }, false, 'expected true, got false'],
    [{ scalar: 'string', values: ['a'] }, 'b', 'expected "a", got "b"'],
  ])('%j %o', (code, json, message) => {
    expect(mismatch(() => codecs.decode(code, json))).toContain(message);
  });
});

describe('encode refuses', () => {
  const cat = { kind: 'cat', barks: true };
  test.each<[code: TypeCode, value: unknown, message: string]>([
    [PAIR, [1], 'expected 2 items, got 1'],
    [PAIR, ['x', 'a'], '/0: expected integer, got "x"'],
    [ref('Pet'), { kind: 'cat', lives: 9 }, 'expected { tag, val }, got an object'],
    [ref('Pet'), undefined, 'expected { tag, val }, got nothing'],
    [ref('Pet'), { tag: 'cow', val: {} }, '/tag: expected one of "cat", "dog", got "cow"'],
    [ref('Pet'), { tag: 'cat', val: {} }, '/val/lives: expected integer, got nothing'],
    [ref('Pet'), { tag: 'dog', val: cat }, '/val: is read as case `cat`'],
    [ref('Pet'), { tag: 'dog', val: { kind: 'cow' } }, '/val/kind: expected one of "cat", "dog"'],
    [ref('Event'), { tag: 'other', val: '{"kind":"cat"}' }, '/val: is read as case `created`'],
    [ref('Event'), { tag: 'other', val: '1' }, '/val: expected object, got 1'],
    [ref('Nested'), { tag: 'text', val: 'ALL' }, '/val: is read as case `word`'],
    [ref('Keys'), { tag: 'open', val: { others: [['a', 1]] } }, '/val: is read as case `one`'],
    [ref('Patch'), {}, "/note: expected { tag: 'none' } or { tag: 'some', val }, got nothing"],
    [ref('Patch'), { note: 'a' }, "/note: expected { tag: 'none' } or"],
    [ref('Patch'), { note: { tag: 'some', val: 1 } }, '/note/val: expected string, got 1'],
    [ref('Customer'), { id: 1, others: [['object', 'x']] }, '/others/object: has its own field'],
  ])('%j %o', (code, value, message) => {
    expect(mismatch(() => codecs.encode(code, value))).toContain(message);
  });

  test('not a value outside of `values`: they are limits of the document', () => {
    expect(codecs.encode(HALVES, 2)).toBe(2);
  });
});

test.each<[by: SelectorCode]>([
  [2],
  [{ types: { string: 0, number: 2 } }],
  [{ property: 'kind', values: [['a', 0]], other: -1 }],
  [{ keys: [[['a'], { strings: [['x', 0]], other: 7 }]] }],
])('a case that is not there is an error of the table: %j', (by) => {
  const variant = ['a', 'b'].map((tag) => ({ tag, type: 'string' as const }));
  expect(() => codecs.codec({ variant, by })).toThrow(/^the table has no case -?\d$/);
});
