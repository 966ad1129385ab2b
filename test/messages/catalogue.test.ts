import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/fit/rules/index.ts';
import { catalogueOf } from '../../src/messages/catalogue.ts';
import { ko } from '../../src/messages/ko/index.ts';

type Text = string | ((...values: never[]) => string);

/** Every text by its path. */
function texts(node: unknown, path = ''): readonly (readonly [string, Text])[] {
  if (typeof node === 'string') return [[path, node]];
  // The catalogue's functions take texts and numbers and give a text.
  if (typeof node === 'function') return [[path, node as Text]];
  return Object.entries(node as object).flatMap(([key, value]) => texts(value, `${path}/${key}`));
}

const english = new Map(texts(catalogueOf('en')));
const korean = new Map(texts(catalogueOf('ko')));
const NUMBER = 41;

/** A text with what it is filled with: words that no text has, and a number. */
function filled(text: Text, kind: 'words' | 'numbers'): string {
  if (typeof text === 'string') return text;
  const values = ['\u2460', '\u2461', '\u2462', '\u2463'].slice(0, text.length);
  return (text as (...values: readonly unknown[]) => string)(
    ...values.map((value) => (kind === 'words' ? value : NUMBER)),
  );
}

/** What a text leaves open, whatever the order and the nouns. */
function placeholders(text: Text): readonly string[] {
  if (typeof text === 'function') return filled(text, 'words').match(/[\u2460-\u2463]/gu) ?? [];
  return (text.match(/\{\w+/gu) ?? []).map((start) => start.slice(1));
}

describe('the catalogues', () => {
  it('have the same keys', () => {
    expect([...korean.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('have words for every rule, and for no other', () => {
    expect(Object.keys(catalogueOf('en').rules).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it.each([...english.keys()])('leave the same open: %s', (key) => {
    const [ours, theirs] = [english.get(key) ?? '', korean.get(key) ?? ''];
    expect([...new Set(placeholders(theirs))].sort()).toEqual(
      [...new Set(placeholders(ours))].sort(),
    );
  });

  it.each([...korean])('is Korean, with particles that there are: %s', (_key, text) => {
    const said = filled(text, 'words').replace(/[\u2460-\u2463]/gu, '');
    const particles = [...said.matchAll(/\{\w+:([^}]*)\}/gu)].map(([, particle]) => particle);
    for (const one of particles)
      expect(['은/는', '이/가', '을/를', '과/와', '으로/로']).toContain(one);
    const english = said.replace(/\{[^}]*\}/gu, '').match(/[a-z]{3,} (?:[a-z]+ ){2,}/giu) ?? [];
    expect(english, said).toEqual([]);
  });

  it('say every sentence of the Korean politely', () => {
    for (const [key, text] of korean) {
      const sentences = filled(text, 'words').match(/[^.?!]*[가-힣)][.?](?=\s|$)/gu) ?? [];
      for (const sentence of sentences) {
        expect(sentence, key).toMatch(
          /(?:니다|세요|까요|습니까|\)|[\u2460-\u2463]|[A-Za-z]|선택지|사실|나요|두세요)[.?)]+$/u,
        );
      }
    }
  });

  it('is the same type, so that a key which is missing is a compile error', () => {
    // @ts-expect-error: a rule without words
    const lacking: typeof ko.rules = { functions: ko.rules.functions };
    expect(lacking).toBeDefined();
  });
});
