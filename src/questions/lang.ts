import type { ChoiceQuestion } from './question.ts';

export const lang: ChoiceQuestion<'lang'> = {
  key: 'lang',
  flag: 'lang',
  kind: 'choice',
  choices: [
    { value: 'en', label: 'English' },
    { value: 'ko', label: '한국어' },
  ],
  message: 'Language of MIGRATION.md:',
  help: 'Language of the questions, of the verdict and of MIGRATION.md',
  asked: 'never',
  affects: 'project',
  remembered: 'always',
  optional: true,
  // Without a service there is no plan to write, and nothing to remember.
  fallback: (known, facts) => (known.service === undefined ? undefined : facts.folder.lang),
  defaultText: 'the one of your locale, else en',
};
