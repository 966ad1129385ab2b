import { needs as declared } from '../needs/index.ts';
import type { SeveralQuestion } from './question.ts';

export const needs: SeveralQuestion = {
  key: 'needs',
  flag: 'needs',
  kind: 'several',
  placeholder: 'NAMES',
  choices: declared
    .filter(({ asked }) => asked === 'choice')
    .map(({ name, label }) => ({ value: name, label })),
  message: 'What does it need of its host?',
  help: 'What the service needs of its host, separated by commas',
  asked: 'always',
  affects: 'project',
  remembered: 'always',
  fallback: () => [],
  defaultText: 'nothing',
};
