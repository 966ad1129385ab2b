import { describe, expect, it } from 'vitest';
import { htmlAddress, htmlText } from '../../src/text/html.ts';

describe('htmlText', () => {
  it.each([
    ['plain', 'plain'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onload="x', '&quot; onload=&quot;x'],
    ["' onload='x", '&#39; onload=&#39;x'],
    ['&lt;', '&amp;lt;'],
    ['a & b &copy', 'a &amp; b &amp;copy'],
    ['-->', '--&gt;'],
    [']]>', ']]&gt;'],
    ['</style>', '&lt;/style&gt;'],
    ['</title>', '&lt;/title&gt;'],
    ['\u202egnp.exe', ' gnp.exe'],
    ['a\u0000b\u001b[2J', 'a b [2J'],
    ['\u2028\u2029', '  '],
    ['\ud800', ' '],
    ['first\nsecond\r', 'first\nsecond '],
    ['한국어 <b>', '한국어 &lt;b&gt;'],
  ])('%j: %j', (text, want) => {
    expect(htmlText(text)).toBe(want);
  });
});

describe('htmlAddress', () => {
  it.each([
    ['https://a.b/c?d=1&e=2', 'https://a.b/c?d=1&amp;e=2'],
    ['https://a.b/"onclick="x', 'https://a.b/&quot;onclick=&quot;x'],
    ['#section1', '#section1'],
    ['javascript:alert(1)', '#'],
    ['JaVaScRiPt:alert(1)', '#'],
    [' https://a.b', '#'],
    ['data:text/html,x', '#'],
    ['//a.b', '#'],
    ['http://a.b', '#'],
    ['', '#'],
  ])('%j: %j', (address, want) => {
    expect(htmlAddress(address)).toBe(want);
  });
});
