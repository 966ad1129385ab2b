import { describe, expect, it } from 'vitest';
import { questionWords } from '../../src/messages/questions.ts';
import { questions } from '../../src/questions/index.ts';

const each = questions.map((question) => [question.key, question] as const);

describe('the questions in Korean', () => {
  it.each(each)('have every choice and no other: %s', (_key, question) => {
    const values = 'choices' in question ? question.choices.map(({ value }) => value) : [];
    const named = Object.keys(questionWords(question, 'ko').choices ?? {});
    expect(named.toSorted()).toEqual(values.toSorted());
  });

  it.each(each)('are Korean: %s', (_key, question) => {
    const { name, message } = questionWords(question, 'ko');
    for (const text of [name, message]) {
      expect(text).toMatch(/[가-힣]/u);
      expect(text).not.toMatch(/[a-z]{3,} [a-z]{2,} [a-z]{2,}/iu);
    }
    expect(message).toMatch(/[:?]$/u);
  });

  it.each(each)('say that a draft is one: %s', (_key, question) => {
    if (!('choices' in question)) return;
    const drafts = question.choices.filter(({ label }) => /draft/u.test(label));
    for (const { value } of drafts) {
      expect(questionWords(question, 'ko').choices?.[value]).toMatch(/draft/u);
    }
  });

  it.each(each)('are asked in English as they are declared: %s', (_key, question) => {
    const { message, choices } = questionWords(question, 'en');
    expect(message).toBe(question.message);
    if (!('choices' in question)) return;
    for (const { value, label } of question.choices) expect(choices?.[value]).toBe(label);
  });
});
