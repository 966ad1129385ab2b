import type { ChoiceQuestion } from './question.ts';

export const language: ChoiceQuestion<'language'> = {
  key: 'language',
  flag: 'language',
  kind: 'choice',
  choices: [
    { value: 'ts', label: 'TypeScript' },
    { value: 'js', label: 'JavaScript (with types for the editor)' },
  ],
  message: 'Language:',
  help: 'Language of the component',
  asked: 'always',
  affects: 'project',
  remembered: 'always',
  fallback: () => 'ts',
  defaultText: 'ts',
};
