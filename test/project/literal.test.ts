import { describe, expect, it } from 'vitest';
import { following } from '../../src/project/format/layout.ts';
import { jsonText, literal } from '../../src/project/format/literal.ts';
import { print } from '../../src/project/format/print.ts';
import { biomeReport } from '../support/biome.ts';

const nasty = [
  '日本語の文字列がとても長いと幅も広い',
  "it's",
  '"quoted" it\'s',
  'a\nb',
  '\u2028',
  '</script>',
  `$\{x}`,
  '`',
  '\\',
  '🦄',
  '',
];

describe('literal', () => {
  it.each([
    ['null', null, 'null'],
    ['bigint', [9007199254740993n, undefined], '[9007199254740993n, undefined]'],
    ['bytes', new Uint8Array([1, 2]), 'new Uint8Array([1, 2])'],
    ['numbers', [1, 2.5, -3], '[1, 2.5, -3]'],
    ['number', 1e21, '1e21'],
    ['short array', ['a', 'b'], "['a', 'b']"],
    ['empty', { a: [], b: {} }, '{ a: [], b: {} }'],
    ['absent property', { a: 1, b: undefined }, '{ a: 1 }'],
    ['quoted keys', { 'a-b': 1, 2: 3 }, "{ 2: 3, 'a-b': 1 }"],
    [
      'rows',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      "[\n  ['a', 'b'],\n  ['c', 'd'],\n]",
    ],
    ['__proto__', JSON.parse('{"__proto__":1}'), "{ ['__proto__']: 1 }"],
  ])('%s', (_name, value, expected) => {
    expect(print(literal(value))).toBe(expected);
  });

  it('refuses what is not data', () => {
    expect(() => literal(() => 1)).toThrow(TypeError);
    expect(() => jsonText({ a: 1n })).toThrow(TypeError);
    expect(() => jsonText([undefined])).toThrow(TypeError);
  });

  it('is the data it was made from', () => {
    for (const value of randomValues(300)) {
      const printed = print(literal(value));
      expect(new Function(`return (${printed})`)()).toEqual(value);
    }
  });

  it('is formatted as Biome would', async () => {
    const lines = randomValues(400).map(
      (value, index) => `${print([`export const v${index} =`, following(literal(value)), ';'])}\n`,
    );
    expect(await biomeReport({ 'values.js': lines.join('') })).toBe('');
  });
});

describe('jsonText', () => {
  it('is the data it was made from', () => {
    for (const value of randomValues(300)) expect(JSON.parse(jsonText(value))).toEqual(value);
  });

  it('is formatted as Biome would', async () => {
    const files = randomValues(60).map((value, index) => [`${index}.json`, jsonText(value)]);
    expect(await biomeReport(Object.fromEntries(files))).toBe('');
  });
});

/** Nested data of all shapes, the same in every run. */
function randomValues(count: number): unknown[] {
  let seed = 1;
  const random = (limit: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % limit;
  };
  const word = () => {
    const pick = random(12);
    if (pick < 2) return 'abcdefg'.slice(0, random(8));
    if (pick === 2) return nasty[random(nasty.length)] ?? '';
    return 'abcdefghij klmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789 '
      .repeat(2)
      .slice(random(40), 40 + random(pick === 3 ? 110 : 16));
  };
  const value = (depth: number): unknown => {
    const pick = random(depth > 4 ? 4 : 8);
    if (pick < 3) return word();
    if (pick === 3) {
      const numbers = Array.from({ length: random(60) }, () => random(5000) / 10 - 50);
      return [true, null, 'x', false, numbers][random(5)];
    }
    if (pick < 6) return Array.from({ length: random(5) }, () => value(depth + 1));
    return Object.fromEntries(Array.from({ length: random(6) }, () => [word(), value(depth + 1)]));
  };
  return Array.from({ length: count }, () => value(0));
}
