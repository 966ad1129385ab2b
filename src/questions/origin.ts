import type { ChoiceQuestion } from './question.ts';

export const origin: ChoiceQuestion<'origin'> = {
  key: 'origin',
  flag: 'origin',
  kind: 'choice',
  choices: [
    { value: 'spring-boot', label: 'Spring Boot' },
    { value: 'express', label: 'Express, or another Node.js framework' },
    { value: 'fastapi', label: 'FastAPI, or another Python framework' },
    { value: 'go', label: 'Go' },
    { value: 'other', label: 'Something else' },
    { value: 'nothing', label: 'Nothing: this is a new service' },
  ],
  message: 'What runs the service today?',
  help: 'What the service is today',
  asked: 'always',
  affects: 'project',
  remembered: 'always',
  fallback: () => 'nothing',
  defaultText: 'nothing',
};
