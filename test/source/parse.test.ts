import { describe, expect, it } from 'vitest';
import { FILE_LIMITS } from '../../src/source/limits.ts';
import { parseText } from '../../src/source/parse.ts';
import { checkTree } from '../../src/source/tree.ts';
import { failureOf } from '../openapi/support.ts';

describe('parseText', () => {
  it.each([
    ['JSON', '{"a": [1, null]}', { a: [1, null] }],
    ['YAML', 'a:\n  - 1\n  -\n', { a: [1, null] }],
    ['YAML by its text, whatever the name', 'a: 1', { a: 1 }],
    ['dates as text', 'a: 2020-01-01', { a: '2020-01-01' }],
    ['yes and no as text', 'a: yes\nb: no', { a: 'yes', b: 'no' }],
    ['numeric keys as text', '200: ok', { 200: 'ok' }],
    ['JSON behind a byte order mark', '\uFEFF{"a": 1}', { a: 1 }],
    ['YAML behind a byte order mark', '\uFEFFa: 1', { a: 1 }],
    ['an alias', 'a: &x {b: 1}\nc: *x', { a: { b: 1 }, c: { b: 1 } }],
    [
      'a merge key',
      'a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3',
      { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } },
    ],
  ])('reads %s', (_what, text, value) => {
    expect(parseText(text, 'doc.json')).toEqual(value);
  });

  it('reads flow-style YAML that begins like JSON when the name says YAML', () => {
    expect(parseText('{a: 1}', 'doc.yaml')).toEqual({ a: 1 });
    expect(() => parseText('{a: 1}', 'doc.json')).toThrow();
  });

  it.each([
    [
      '{"openapi": "3.0.0",\n  "info": {"title": oops}\n}',
      'doc.json',
      'doc.json:2:21',
      /JSON: expected a value/,
    ],
    ['{\r\n"a": 1,\r\n}', 'doc.json', 'doc.json:3:1', /property name/],
    ['openapi: 3.0.0\ninfo:\n\ttitle: x', 'doc.yaml', 'doc.yaml:3:1', /YAML: .*tab/],
    ['a: 1\nb: 2\na: 3\n', 'doc.yaml', 'doc.yaml:3:1', /duplicated mapping key/],
    ['a: *missing', 'doc.yaml', 'doc.yaml:1:5', /missing/],
    ['a: &x {b: 1}\n<<: 1', 'doc.yaml', 'doc.yaml:2:1', /merge/],
    ['? [a]\n: 1', 'doc.yaml', 'doc.yaml:1:1', /complex keys/],
    ['a: !Ref b', 'doc.yaml', 'doc.yaml:1:4', /tag/],
    ['a: 1\n---\nb: 2\n', 'doc.yaml', 'doc.yaml', /single document/],
  ])('says where %j is broken', (text, name, where, message) => {
    const failure = failureOf(() => parseText(text, name));
    expect(failure.where).toBe(where);
    expect(failure.message).toMatch(message);
    expect(failure.code).toBe(2);
  });

  it('keeps __proto__ a name like any other, in both languages', () => {
    for (const text of ['{"__proto__": {"a": 1}}', '__proto__: {a: 1}']) {
      const value = parseText(text, 'doc');
      expect(Object.keys(value as object)).toEqual(['__proto__']);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    }
  });
});

/** `depth` arrays inside one another. */
function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}

/** Billion laughs: every level repeats the one before nine times. */
function laughs(levels: number): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < levels; level += 1) {
    const aliases = Array(9)
      .fill(`*a${level - 1}`)
      .join(', ');
    lines.push(`a${level}: &a${level} [${aliases}]`);
  }
  return lines.join('\n');
}

describe('checkTree', () => {
  it('allows the depth limit, and no more', () => {
    expect(() => checkTree(JSON.parse(nested(FILE_LIMITS.depth)), 'doc')).not.toThrow();
    const failure = failureOf(() => checkTree(JSON.parse(nested(FILE_LIMITS.depth + 1)), 'doc'));
    expect(failure.message).toMatch(/500 levels/);
  });

  it('does not overflow the stack', () => {
    expect(failureOf(() => checkTree(JSON.parse(nested(10_000)), 'doc')).code).toBe(2);
    expect(failureOf(() => parseText(`a: ${nested(10_000)}`, 'doc.yaml')).message).toMatch(
      /nesting/,
    );
  });

  it('says where it is too deep', () => {
    const failure = failureOf(() => checkTree({ a: [1, { b: JSON.parse(nested(600)) }] }, 'doc'));
    expect(failure.where).toBe('doc#/a/1/b/0/0/0/0/0/0/0');
  });

  it('counts what aliases stand for', () => {
    expect(() => checkTree(parseText(laughs(4), 'doc'), 'doc')).not.toThrow();
    const failure = failureOf(() => checkTree(parseText(laughs(12), 'doc'), 'doc'));
    expect(failure.message).toMatch(/10,000,000 values/);
    expect(failure.where).toMatch(/^doc#\/a\d\/\d$/);
  });

  it('counts how deep aliases go', () => {
    const lines = Array.from({ length: 20 }, (_, level) =>
      level === 0
        ? `a0: &a0 ${nested(30)}`
        : `a${level}: &a${level} ${'['.repeat(30)}*a${level - 1}${']'.repeat(30)}`,
    );
    expect(failureOf(() => checkTree(parseText(lines.join('\n'), 'doc'), 'doc')).message).toMatch(
      /500 levels/,
    );
  });

  it('refuses more aliases than a document needs', () => {
    const text = `a: &a 1\nb: [${Array(10_001).fill('*a').join(', ')}]`;
    expect(failureOf(() => parseText(text, 'doc')).message).toMatch(/alias/);
  });

  it('refuses a document that contains itself, and allows one part twice', () => {
    expect(failureOf(() => checkTree(parseText('a: &a\n  b: *a', 'doc'), 'doc')).message).toMatch(
      /contains itself/,
    );
    const part = { x: 1 };
    expect(() => checkTree({ a: part, b: part }, 'doc')).not.toThrow();
  });
});
