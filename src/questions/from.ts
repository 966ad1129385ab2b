import type { TextQuestion } from './question.ts';

export const from: TextQuestion = {
  key: 'from',
  flag: 'from',
  kind: 'path',
  placeholder: 'PATH',
  message: 'Path of the OpenAPI document:',
  help: 'The OpenAPI document, JSON or YAML',
  asked: 'always',
  affects: 'project',
  remembered: 'always',
  when: (known) => known.interface === 'openapi',
  fallback: () => undefined,
  proposal: (_known, facts) => facts.folder.document,
  check: (text) =>
    text.trim() === ''
      ? { problem: 'The path is empty.', proposal: 'openapi.yaml' }
      : { value: text },
};
