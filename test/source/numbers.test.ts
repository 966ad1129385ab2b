import { describe, expect, it } from 'vitest';
import { parseText } from '../../src/source/parse.ts';

const most = Number.MAX_VALUE;

describe('numbers beyond a double', () => {
  it.each([
    [
      '{"a":1e400,"b":[-1e400,{"c":1e+999}],"d":"1e400"}',
      { a: most, b: [-most, { c: most }], d: '1e400' },
    ],
    [`[${'9'.repeat(400)}]`, [most]],
    [
      'a: 1e400\nb: [-.inf, .nan, .INF]\nc: ".inf"', // YAML's own parser takes the first for text.
      { a: '1e400', b: [-most, null, most], c: '.inf' },
    ],
    ['a: &x {b: .inf}\nc: *x', { a: { b: most }, c: { b: most } }],
    ['.inf', most],
    ['{"__proto__":1e400}', JSON.parse(`{"__proto__":${most}}`)],
    ['{"a":1e-400,"b":1e308,"c":1e100}', { a: 0, b: 1e308, c: 1e100 }],
  ])('%s', (text, value) => {
    expect(parseText(text, 'doc')).toEqual(value);
  });

  it('are found as deep as they are', () => {
    expect(() =>
      parseText(`${'['.repeat(100_000)}1e400${']'.repeat(100_000)}`, 'doc'),
    ).not.toThrow();
  });
});
