import type { ChoiceQuestion } from './question.ts';

export const interfaceSource: ChoiceQuestion<'interface'> = {
  key: 'interface',
  flag: 'interface',
  kind: 'choice',
  choices: [
    { value: 'openapi', label: 'An OpenAPI document' },
    { value: 'operations', label: 'Operations that I type in, as GET /orders/{id}' },
    { value: 'none', label: 'Nowhere yet: start from a small edge function' },
  ],
  message: 'Where does its interface come from?',
  help: 'Where the interface comes from',
  asked: 'always',
  affects: 'project',
  remembered: 'always',
  fallback: () => 'none',
  proposal: (_known, facts) => (facts.folder.document === undefined ? 'none' : 'openapi'),
  defaultText: 'what --from or --operation say, else none',
};
