import { parseOperation } from '../service/typed-operation.ts';
import type { ListQuestion } from './question.ts';

export const operations: ListQuestion = {
  key: 'operations',
  flag: 'operation',
  kind: 'list',
  placeholder: '"METHOD /PATH"',
  message: 'Operations, separated by commas:',
  help: 'An operation, as "GET /orders/{id}"; repeat the flag for more',
  asked: 'always',
  affects: 'project',
  remembered: 'always',
  when: (known) => known.interface === 'operations',
  fallback: (known) => (known.interface === 'operations' ? undefined : []),
  check(text) {
    const parsed = parseOperation(text);
    return typeof parsed === 'string'
      ? { problem: parsed }
      : { value: `${parsed.method} ${parsed.path}` };
  },
  // A comma can stand in a path; one before a method and a slash ends an operation.
  split: (text) =>
    text
      .split(/[,;]\s*(?=[A-Za-z]+\s+\/)|[,;]\s*$|\n/u)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
};
