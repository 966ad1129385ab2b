import type { ChoiceQuestion } from './question.ts';

export const stubs: ChoiceQuestion<'stubs'> = {
  key: 'stubs',
  flag: 'stubs',
  kind: 'choice',
  choices: [
    { value: 'none', label: '501 Not Implemented' },
    { value: 'examples', label: "The document's example, marked by a response header" },
  ],
  message: 'What does an operation answer until it is written?',
  help: 'What an operation answers until it is written: 501, or the example from the document',
  asked: 'details',
  affects: 'project',
  remembered: 'always',
  when: (known) => known.interface !== 'none',
  fallback: () => 'none',
  defaultText: 'none',
};
