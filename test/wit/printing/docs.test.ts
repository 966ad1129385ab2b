import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/wit/drafting/describe.ts';
import { docLines } from '../../../src/wit/printing/docs.ts';

describe('docLines', () => {
  it('has nothing for no documentation', () => expect(docLines(undefined, '')).toEqual([]));

  it.each([
    ['one', ['/// one']],
    ['one\ntwo', ['/// one', '/// two']],
    ['one\r\ntwo\rthree', ['/// one', '/// two', '/// three']],
    ['one\n\ntwo', ['/// one', '///', '/// two']],
    [
      'next\u0085line\u2028separator\u2029end',
      ['/// next', '/// line', '/// separator', '/// end'],
    ],
    [`*/ /* */ // --> <% \${x}`, [`/// */ /* */ // --> <% \${x}`]],
    ['bell\u0007 nul\u0000 del\u007F c1\u009B', ['/// bell nul del c1']],
    ['\u202Eright\u2066to\u2069left\u202C', ['/// righttoleft']],
    ['a\u0149\u0673\u0F77\u0F79\u17A3\u17A4\u17B4\u17B5b', ['/// ab']],
    ['lone \uD83C surrogate, whole 🍕', ['/// lone  surrogate, whole 🍕']],
    ['\uFEFFmark', ['/// mark']],
    ['a\tb', ['/// a    b']],
  ])('%j', (docs, lines) => expect(docLines(docs, '')).toEqual(lines));

  it('indents and wraps paragraphs at 100 columns', () => {
    const lines = docLines('word '.repeat(60), '    ');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect(line).toMatch(/^ {4}\/\/\/ word/u);
      expect(line.length).toBeLessThanOrEqual(100);
    }
  });

  it('hangs the lines of a list item, and starts no list by breaking', () => {
    const lines = docLines(`- ${'word '.repeat(18)}- 1. # ${'end '.repeat(20)}`, '');
    expect(lines.at(-1)).toMatch(/^\/\/\/ {3}end/u);
    for (const line of lines.slice(1)) expect(line).not.toMatch(/^\/\/\/ +(?:-|\d+\.|#) /u);
  });

  it('leaves code, tables and long words whole', () => {
    const long = 'x'.repeat(150);
    const code = `\`\`\`\n${'a b '.repeat(40)}\n\`\`\``;
    const table = `| ${'a | '.repeat(40)}`;
    expect(docLines(long, '')).toEqual([`/// ${long}`]);
    expect(docLines(code, '')).toHaveLength(3);
    expect(docLines(table, '')).toHaveLength(1);
  });
});

describe('plainText', () => {
  it.each([
    ['<p>One<br/>two</p>', 'One\ntwo'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['the `<id>` of Map<K, V>', 'the `<id>` of Map<K, V>'],
    ['a &lt;b&gt; &amp; c', 'a <b> & c'],
    ['\n\n one \n\n\n\n two\n', 'one\n\ntwo'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%j is %j', (description, text) => expect(plainText(description)).toBe(text));

  it('is not longer than one reads', () => {
    expect(plainText('word '.repeat(100_000)).length).toBeLessThan(1300);
    expect(plainText('line\n'.repeat(100_000)).split('\n').length).toBeLessThan(30);
  });
});
