import { describe, expect, it } from 'vitest';
import { mermaidText } from '../../src/text/mermaid.ts';

describe('mermaidText', () => {
  it.each([
    ['orders-api (v1), /a:80', 'orders-api (v1), /a:80'],
    ['say "hi"', 'say #34;hi#34;'],
    ['a]-->b', 'a#93;--#62;b'],
    ['<img src=x>', '#60;img src#61;x#62;'],
    ['#quot;', '#35;quot#59;'],
    ['`**md**`', '#96;#42;#42;md#42;#42;#96;'],
    ['a\nend\n%% c', 'a end #37;#37; c'],
    ['주문 서비스', '주문 서비스'],
    ['\u202e', ''],
  ])('%j: %j', (text, want) => {
    expect(mermaidText(text)).toBe(want);
  });
});
