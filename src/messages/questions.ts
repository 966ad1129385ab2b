import type { Question } from '../questions/question.ts';
import { questions as korean } from './ko/questions.ts';
import type { Lang } from './lang.ts';

/** A question in one language. */
export interface QuestionWords {
  /** What it is about, in a list. */
  readonly name: string;
  /** As it is asked. */
  readonly message: string;
  /** What each choice is called, by its value. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** A question as people read it. English is the language that questions are declared in. */
export function questionWords(question: Question, lang: Lang): QuestionWords {
  if (lang === 'ko') return korean[question.key];
  const { key, message } = question;
  const choices = 'choices' in question ? question.choices : [];
  return {
    name: key.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`),
    message,
    choices: Object.fromEntries(choices.map(({ value, label }) => [value, label])),
  };
}
