import { describe, expect, it } from 'vitest';
import { findJsonError } from '../../src/source/json-error.ts';

describe('findJsonError', () => {
  it.each([
    ['{"a": tru}', 6, 'expected a value'],
    ['{a: 1}', 1, 'expected a property name in double quotes'],
    ['[1,2,]', 5, 'expected a value'],
    ['{"a":1,}', 7, 'expected a property name in double quotes'],
    ['{"a" 1}', 5, 'expected ":" after the property name'],
    ['{"a":1 "b":2}', 7, 'expected "," or "}"'],
    ['[1 2]', 3, 'expected "," or "]"'],
    ['{"a":1]', 6, 'expected "," or "}"'],
    ['{"a":1}}', 7, 'expected the end of the file'],
    ['{"a":01}', 5, 'expected a value'],
    ['{"a":1.}', 5, 'expected a value'],
    [`{"a":'b'}`, 5, 'expected a value'],
    ['{"a":"b', 5, 'this text has no end, a line break or an unknown escape'],
    ['{"a":"b\n"}', 5, 'this text has no end, a line break or an unknown escape'],
    [String.raw`{"a":"\x"}`, 5, 'this text has no end, a line break or an unknown escape'],
    ['{"a":{"b":1}', 12, 'the file ends too early'],
    ['{"a":1} // done', 8, 'expected the end of the file'],
    ['[NaN]', 1, 'expected a value'],
  ])('finds what is wrong with %s', (text, offset, reason) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(findJsonError(text)).toEqual({ offset, reason });
  });

  it.each([
    '{}',
    '[]',
    ' [ 1 , -2.5e+3 , "x\\u00e9\\n\u007f" , true , null , { "a" : [ ] } ] ',
    '"\ud800"',
    `"${'x'.repeat(1_000_000)}"`,
    '['.repeat(10_000) + ']'.repeat(10_000),
  ])('finds nothing in valid JSON', (text) => {
    JSON.parse(text);
    expect(findJsonError(text)).toBeUndefined();
  });
});
