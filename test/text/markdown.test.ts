import { describe, expect, it } from 'vitest';
import { mdCode, mdCodeLine, mdText } from '../../src/text/markdown.ts';

describe('mdText', () => {
  it.each([
    ['plain text', 'plain text'],
    ['a | b', 'a \\| b'],
    ['`code` *bold* _it_ snake_case', '\\`code\\` \\*bold\\* \\_it\\_ snake_case'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    ['<script>alert(1)</script>', '&lt;script>alert(1)&lt;/script>'],
    ['<!-- x -->', '&lt;!-- x -->'],
    ['&lt;b&gt; & co', '&amp;lt;b&amp;gt; & co'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['1. first', '1\\. first'],
    ['two\nlines\r\n\u2028here', 'two lines here'],
    ['a\\b', 'a\\\\b'],
    ['\u202eabc', 'abc'],
    ['~~gone~~', '\\~\\~gone\\~\\~'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(mdText(text)).toBe(expected);
  });
});

describe('mdCode', () => {
  it.each([
    ['GET /orders/{id}', '`GET /orders/{id}`'],
    ['a|b', '`a\\|b`'],
    ['a\\|<b>', '`a\\\\\\|<b>`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['a\nb', '`a b`'],
    ['<b>', '`<b>`'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(mdCode(text)).toBe(expected);
  });
});

describe('mdCodeLine', () => {
  it.each([
    ['npx x --from a.yaml', 'npx x --from a.yaml'],
    ['```\nrm -rf /', '    ``` rm -rf /'],
    ['~~~', '    ~~~'],
  ])('%j', (text, expected) => {
    expect(mdCodeLine(text)).toBe(expected);
  });
});
