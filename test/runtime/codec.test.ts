import { describe, expect, test } from 'vitest';
import { compileTypes, Mismatch } from '../../src/runtime/index.ts';
import type { TypeCode, TypeTable } from '../../src/runtime/table.ts';

const TYPES: TypeTable = {
  Line: {
    record: [
      { js: 'sku', wire: 'sku', type: 'string' },
      { js: 'quantity', wire: 'quantity', type: { scalar: 's32', min: 1 } },
    ],
  },
  Order: {
    record: [
      { js: 'id', wire: 'order-id', type: 'u64' },
      {
        js: 'state',
        wire: 'state',
        type: {
          enum: [
            ['sold-out', 'SOLD OUT'],
            ['plus-one', '+1'],
          ],
        },
      },
      { js: 'note', wire: 'note', type: 'string', optional: true },
      { js: 'parent', wire: 'parent', type: 'u64', nullable: true },
      { js: 'tag', wire: 'tag', type: 'string', optional: true, nullable: true },
      { js: 'lines', wire: 'lines', type: { list: { ref: 'Line' }, max: 2 }, optional: true },
    ],
  },
  Open: {
    record: [{ js: 'id', wire: 'id', type: 's32' }],
    extra: { js: 'additionalProperties', type: 'bool' },
  },
  Nasty: {
    record: [
      { js: 'constructor', wire: 'constructor', type: 'string', optional: true },
      { js: 'toString', wire: 'toString', type: 'string', optional: true },
      { js: 'proto', wire: '__proto__', type: 'string', optional: true },
      { js: 'slash', wire: 'a/b~c', type: 's32', optional: true },
    ],
  },
};

const codecs = compileTypes(TYPES);
const MAP: TypeCode = { map: 's32' };

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
    ['bool', true, true],
    ['s8', -128, -128],
    ['u8', 255, 255],
    ['s16', -32768, -32768],
    ['u16', 65535, 65535],
    ['s32', -2147483648, -2147483648],
    ['u32', 4294967295, 4294967295],
    ['s64', 5, 5n],
    ['s64', -9223372036854775808n, -9223372036854775808n],
    ['u64', 18446744073709551615n, 18446744073709551615n],
    ['f64', 0.1, 0.1],
    ['string', '😀', '😀'],
    ['json', { a: [1, null] }, '{"a":[1,null]}'],
    ['json', 18446744073709551615n, '18446744073709551615'],
    ['json', null, 'null'],
    ['bytes', 'AP8=', new Uint8Array([0, 255])],
    ['bytes', '', new Uint8Array()],
    [{ nullable: 's32' }, null, undefined],
    [{ nullable: 's32' }, 1, 1],
    [{ list: { nullable: 'string' } }, ['a', null], ['a', undefined]],
    [
      MAP,
      { b: 1, a: 2 },
      [
        ['b', 1],
        ['a', 2],
      ],
    ],
    [
      {
        enum: [
          ['empty', ''],
          ['a', 'A'],
        ],
      },
      '',
      'empty',
    ],
    [{ enum: [['constructor', 'toString']] }, 'toString', 'constructor'],
    [{ ref: 'Open' }, { id: 1, x: true }, { id: 1, additionalProperties: [['x', true]] }],
    [
      { ref: 'Order' },
      { 'order-id': 1, state: '+1', parent: null, lines: [{ sku: 'a', quantity: 2 }] },
      {
        id: 1n,
        state: 'plus-one',
        note: undefined,
        parent: undefined,
        tag: undefined,
        lines: [{ sku: 'a', quantity: 2 }],
      },
    ],
  ])('%j %o', (code, json, value) => {
    expect(codecs.decode(code, json)).toStrictEqual(value);
    expect(codecs.encode(code, value)).toStrictEqual(json);
  });

  test('long bytes', () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
    const base64 = Buffer.from(bytes).toString('base64');
    expect(codecs.encode('bytes', bytes)).toBe(base64);
    expect(Buffer.from(codecs.decode('bytes', base64) as Uint8Array).equals(bytes)).toBe(true);
  });
});

describe('decode accepts', () => {
  test.each<[code: TypeCode, json: unknown, value: unknown]>([
    ['s32', 1.0, 1],
    ['s32', 1e3, 1000],
    ['f64', 9007199254740993n, 9007199254740992],
    [{ ref: 'Line' }, { sku: 'a', quantity: 1, unknown: 1 }, { sku: 'a', quantity: 1 }],
    [{ scalar: 's64', min: 1, max: 2 }, 2, 2n],
    [{ scalar: 'f64', above: 0, below: 1 }, 0.5, 0.5],
    [{ scalar: 'string', minLength: 1, maxLength: 1 }, '😀', '😀'],
    [{ list: 's32', min: 1, max: 1 }, [1], [1]],
  ])('%j %o', (code, json, value) => {
    expect(codecs.decode(code, json)).toStrictEqual(value);
  });

  test('null for an optional nullable field', () => {
    const json = { 'order-id': 1, state: '+1', parent: 2, tag: null };
    expect(codecs.decode({ ref: 'Order' }, json)).toMatchObject({ parent: 2n, tag: undefined });
  });
});

describe('decode refuses', () => {
  test.each<[code: TypeCode, json: unknown, message: string]>([
    ['bool', 'true', 'expected boolean, got "true"'],
    ['s32', 1.5, 'expected integer, got 1.5'],
    ['s32', '1', 'expected integer, got "1"'],
    ['s8', 128, 'expected integer from -128 to 127, got 128'],
    ['u32', -1, 'expected integer from 0 to 4294967295, got -1'],
    [
      's32',
      18446744073709551615n,
      'expected integer from -2147483648 to 2147483647, got 18446744073709551615',
    ],
    [
      's64',
      9223372036854775808n,
      'expected integer from -9223372036854775808 to 9223372036854775807',
    ],
    ['u64', -1, 'expected integer from 0 to 18446744073709551615, got -1'],
    ['s64', 1.5, 'expected integer, got 1.5'],
    ['f64', '1', 'expected number, got "1"'],
    ['string', null, 'expected string, got null'],
    ['string', ['x'], 'expected string, got an array'],
    ['bytes', 'AP8', 'expected base64, got "AP8"'],
    ['bytes', 'A-8=', 'expected base64, got "A-8="'],
    ['bytes', 'A P8', 'expected base64, got "A P8"'],
    [{ enum: [['a', 'A']] }, 'a', 'expected "A", got "a"'],
    [{ enum: [['a', 'A']] }, 'constructor', 'expected "A", got "constructor"'],
    [{ list: 's32' }, {}, 'expected array, got an object'],
    [{ list: 's32', min: 1 }, [], 'expected at least 1 items, got 0'],
    [{ list: 's32', max: 1 }, [1, 2], 'expected at most 1 items, got 2'],
    [{ list: 's32' }, [1, null], '/1: expected integer, got null'],
    [MAP, { 'a/b': 'x' }, '/a~1b: expected integer, got "x"'],
    [MAP, [], 'expected object, got an array'],
    [{ scalar: 's64', min: 1 }, 0, 'expected at least 1, got 0'],
    [{ scalar: 's32', max: 1 }, 2, 'expected at most 1, got 2'],
    [{ scalar: 'f64', above: 0 }, 0, 'expected more than 0, got 0'],
    [{ scalar: 'f64', below: 1 }, 1, 'expected less than 1, got 1'],
    [{ scalar: 'string', minLength: 2 }, '😀', 'expected at least 2 characters, got "😀"'],
    [{ scalar: 'string', maxLength: 1 }, 'ab', 'expected at most 1 characters, got "ab"'],
    [{ ref: 'Line' }, { sku: 'a' }, '/quantity: is required'],
    [{ ref: 'Line' }, null, 'expected object, got null'],
    [
      { ref: 'Order' },
      { 'order-id': 1, state: '+1', parent: 1, lines: [{ sku: 'a', quantity: 'x' }] },
      '/lines/0/quantity: expected integer, got "x"',
    ],
    [{ ref: 'Order' }, { 'order-id': 1, state: '+1' }, '/parent: is required'],
    [
      { ref: 'Order' },
      { 'order-id': 1, state: '+1', parent: 1, note: null },
      '/note: expected string, got null',
    ],
    [{ ref: 'Open' }, { id: 1, x: 1 }, '/x: expected boolean, got 1'],
    [{ ref: 'Nasty' }, { 'a/b~c': 'x' }, '/a~1b~0c: expected integer, got "x"'],
  ])('%j %o', (code, json, message) => {
    expect(mismatch(() => codecs.decode(code, json))).toContain(message);
  });

  test('long text is cut in the message, many cases are counted', () => {
    expect(mismatch(() => codecs.decode('s32', 'x'.repeat(1000))).length).toBeLessThan(100);
    const cases = Array.from({ length: 300 }, (_, index) => [`c${index}`, `C${index}`] as const);
    const message = mismatch(() => codecs.decode({ enum: cases }, 'x'));
    expect(message).toContain('"C7" or 292 more');
  });
});

describe('encode refuses', () => {
  test.each<[code: TypeCode, value: unknown, message: string]>([
    ['s64', 5, 'expected bigint, got 5'],
    ['u64', -1n, 'expected integer from 0 to'],
    ['f64', Number.NaN, 'expected number, got NaN'],
    ['f64', Number.POSITIVE_INFINITY, 'expected number, got Infinity'],
    ['json', '{a}', 'expected JSON text, got "{a}"'],
    ['json', { a: 1 }, 'expected string, got an object'],
    ['bytes', [1], 'expected Uint8Array, got an array'],
    [{ enum: [['sold-out', 'SOLD OUT']] }, 'SOLD OUT', 'expected "sold-out", got "SOLD OUT"'],
    [
      {
        enum: [
          ['a', 'A'],
          ['b', 'B'],
        ],
      },
      'A',
      'expected one of "a", "b", got "A"',
    ],
    [MAP, { a: 1 }, 'expected array of [key, value] pairs, got an object'],
    [
      MAP,
      [
        ['a', 1],
        ['a', 2],
      ],
      '/a: is there twice',
    ],
    [MAP, [[1, 1]], '/0: expected [key, value] pair'],
    [MAP, [['a', 'x']], '/a: expected integer, got "x"'],
    [{ ref: 'Line' }, { sku: 'a' }, '/quantity: expected integer, got nothing'],
    [
      { ref: 'Order' },
      { id: 1n, state: 'plus-one', lines: [{}] },
      '/lines/0/sku: expected string, got nothing',
    ],
    [
      { ref: 'Open' },
      { id: 1, additionalProperties: [['id', true]] },
      '/additionalProperties/id: has its own field',
    ],
    [{ ref: 'Open' }, { id: 1 }, '/additionalProperties: expected array of [key, value] pairs'],
  ])('%j %o', (code, value, message) => {
    expect(mismatch(() => codecs.encode(code, value))).toContain(message);
  });

  test('nothing that the document limits on the way in', () => {
    expect(codecs.encode({ scalar: 's32', max: 1 }, 2)).toBe(2);
    expect(codecs.encode({ list: 's32', max: 0 }, [1])).toStrictEqual([1]);
  });
});

describe('names that every object inherits', () => {
  test('are absent when the JSON does not have them', () => {
    const value = codecs.decode({ ref: 'Nasty' }, {});
    expect(value).toStrictEqual({
      constructor: undefined,
      toString: undefined,
      proto: undefined,
      slash: undefined,
    });
    expect(codecs.encode({ ref: 'Nasty' }, {})).toStrictEqual({});
  });

  test('and are carried when it has them', () => {
    const json = JSON.parse('{"constructor":"a","toString":"b","__proto__":"c"}');
    const value = codecs.decode({ ref: 'Nasty' }, json) as object;
    expect(value).toMatchObject({ constructor: 'a', toString: 'b', proto: 'c' });
    const text = JSON.stringify(codecs.encode({ ref: 'Nasty' }, value));
    expect(text).toBe('{"constructor":"a","toString":"b","__proto__":"c"}');
  });

  test('also as keys of maps and of other properties', () => {
    const map = codecs.decode(MAP, JSON.parse('{"__proto__":1,"constructor":2}'));
    expect(map).toStrictEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
    expect(JSON.stringify(codecs.encode(MAP, map))).toBe('{"__proto__":1,"constructor":2}');
    const open = codecs.decode({ ref: 'Open' }, JSON.parse('{"id":1,"__proto__":true}'));
    expect(open).toStrictEqual({ id: 1, additionalProperties: [['__proto__', true]] });
    expect(JSON.stringify(codecs.encode({ ref: 'Open' }, open))).toBe('{"id":1,"__proto__":true}');
  });
});

test('fields may be getters of a class, and null stands for undefined', () => {
  class Line {
    get sku() {
      return 'a';
    }
    quantity = 1;
  }
  expect(codecs.encode({ ref: 'Line' }, new Line())).toStrictEqual({ sku: 'a', quantity: 1 });
  const order = { id: 1n, state: 'plus-one', note: null, parent: null, tag: null };
  const json = { 'order-id': 1, state: '+1', parent: null };
  expect(codecs.encode({ ref: 'Order' }, order)).toStrictEqual(json);
});

test('a type that the table does not have is an error of the table', () => {
  expect(() => codecs.codec({ ref: 'Missing' })).toThrow('the table has no type Missing');
  expect(() => codecs.codec({ ref: 'constructor' })).toThrow('the table has no type constructor');
});
