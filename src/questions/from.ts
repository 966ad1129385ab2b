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
  when: (known) => known.interface === 'openapi',
  // A document that happens to lie here is proposed at the prompt, never taken in silence.
  fallback: () => undefined,
  check: (text) =>
    text.trim() === ''
      ? { problem: 'The path is empty.', proposal: 'openapi.yaml' }
      : { value: text },
};
