import { describe, expect, test } from 'vitest';
import { JsonError, parseJson, stringifyJson } from '../../templates/runtime/json.ts';

describe('parseJson', () => {
  test.each<[text: string, value: unknown]>([
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', 9007199254740992n],
    ['9007199254740993', 9007199254740993n],
    ['-9007199254740993', -9007199254740993n],
    ['18446744073709551615', 18446744073709551615n],
    ['1e3', 1000],
    ['1e18', 1000000000000000000n],
    ['123456789012345e4', 1234567890123450000n],
    ['12345678901234567.0', 12345678901234567n],
    ['12345678901234567890e-1', 1234567890123456789n],
    ['1234567890123456.5', 1234567890123456.5],
    ['0.12345678901234567890', 0.12345678901234568],
    ['-0', -0],
    ['{"a":[1234567890123456789,{"b":1}]}', { a: [1234567890123456789n, { b: 1 }] }],
    ['[1e2 , true,false ,null,"x\\u00e9\\n"]', [100, true, false, null, 'xé\n']],
    ['"1234567890123456789"', '1234567890123456789'],
    ['{"1234567890123456789":"1e9"}', { '1234567890123456789': '1e9' }],
    ['{"a":1e1,"a":2}', { a: 2 }],
    [' {\r\n\t} ', {}],
    ['[1e1,[],{}]', [10, [], {}]],
  ])('%s', (text, value) => {
    expect(parseJson(text)).toStrictEqual(value);
  });

  test('agrees with JSON.parse where nothing is lost', () => {
    const value = { a: [1.5, -2, 'q"\\\u2028😀\u0000', null, [[]], { '': {} }], b: 'é' };
    const text = JSON.stringify(value, null, 1);
    expect(parseJson(text)).toStrictEqual(value);
    // The same through our own reader: an exponent sends it there.
    expect(parseJson(`[1e0,${text}]`)).toStrictEqual([1, value]);
  });

  test.each(['{"__proto__":{"polluted":1}}', '{"__proto__":{"polluted":1e0}}'])(
    '%s gives an own property',
    (text) => {
      const value = parseJson(text) as object;
      expect(Object.keys(value)).toStrictEqual(['__proto__']);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect('polluted' in value).toBe(false);
    },
  );

  test.each<[text: string, message: string]>([
    ['', 'line 1, column 1: expected a value, got the end'],
    ['{"a":\n 1,}', 'line 2, column 4: expected a property name, got "}"'],
    ['[1 2]', 'line 1, column 4: expected "," or "]", got "2"'],
    ['{"a" 1}', 'line 1, column 6: expected ":", got "1"'],
    ['{"a":1', 'line 1, column 7: expected "," or "}", got the end'],
    ['[01]', 'line 1, column 3: expected "," or "]", got "1"'],
    ['+1', 'line 1, column 1: expected a value, got "+"'],
    ['NaN', 'line 1, column 1: expected a value, got "N"'],
    ['truest', 'line 1, column 5: expected the end, got "s"'],
    ['"abc', 'line 1, column 1: string is not closed'],
    ['"abc\\', 'line 1, column 1: string is not closed'],
    ['"a\\x"', 'line 1, column 1: string has a bad escape'],
    ['"a\nb"', 'line 1, column 3: raw control character in a string'],
    ['1e400', 'line 1, column 1: number is too large'],
    [`[${'9'.repeat(400)}]`, 'line 1, column 2: number is too large'],
    ['😀', 'line 1, column 1: expected a value, got "😀"'],
    [`${'['.repeat(201)}1e1`, 'line 1, column 201: nested deeper than 200 levels'],
  ])('refuses %j', (text, message) => {
    expect(() => parseJson(text)).toThrow(JsonError);
    expect(() => parseJson(text)).toThrow(message);
  });

  test('a long unclosed string is refused at once', () => {
    const start = performance.now();
    expect(() => parseJson(`"${'a'.repeat(1_000_000)}`)).toThrow(JsonError);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('stringifyJson', () => {
  test.each<[value: unknown, text: string]>([
    [18446744073709551615n, '18446744073709551615'],
    [
      { a: [1n, 'x', null, undefined], b: undefined, 'c"': true },
      '{"a":[1,"x",null,null],"c\\"":true}',
    ],
    [{ a: 1, b: undefined }, '{"a":1}'],
    [undefined, 'null'],
    ['\ud800', '"\\ud800"'],
  ])('%o', (value, text) => {
    expect(stringifyJson(value)).toBe(text);
  });

  test('gives back what parseJson read, digit by digit', () => {
    const text = '{"a":[123456789012345678901234567890,1.5,"1"],"__proto__":-9007199254740993}';
    expect(stringifyJson(parseJson(text))).toBe(text);
  });
});
