import { describe, expect, it } from 'vitest';
import { repeatedKeys } from '../../src/source/repeated-keys.ts';

describe('repeatedKeys', () => {
  it.each([
    ['{"a":1,"a":2}', [['a']]],
    ['{"a":1,"b":2,"a":3,"a":4}', [['a'], ['a']]],
    [
      '{ "a" : {"x":1} , "b" : [ 0, {"x":1,"x" : [1, {"y":1,"y":2}]} ] }',
      [
        ['b', 1, 'x'],
        ['b', 1, 'x', 1, 'y'],
      ],
    ],
    ['[{"a":1},{"a":1}]', []],
    ['{"a":"b","b":"a"}', []],
    ['{"a":{"a":{"a":1}}}', []],
    [String.raw`{"\u0061":1,"a":2}`, [['a']]],
    [String.raw`{"a\"":1,"a\\":2,"a\"":"\\\"","c":"\\"}`, [['a"']]],
    [String.raw`{"a":"{\"b\":1,\"b\":2}"}`, []],
    ['{"":1,"":2,"__proto__":1,"__proto__":2,"constructor":1}', [[''], ['__proto__']]],
    ['{"a":"x,y:z]}","a":[]}', [['a']]],
    ['"a"', []],
  ])('%s', (text, paths) => {
    expect(() => JSON.parse(text)).not.toThrow();
    expect(repeatedKeys(text)).toEqual(paths);
  });

  it('takes time by the length of the text', () => {
    // 0.1 s; by its square it would be an hour.
    const text = `{${Array.from({ length: 200_000 }, (_, index) => `"${index}":"\\\\\\""`).join()}}`;
    expect(repeatedKeys(text)).toEqual([]);
    expect(repeatedKeys(`["${'\\\\'.repeat(1_000_000)}"]`)).toEqual([]);
  });
});
