import { checkSecret } from '../needs/variable-name.ts';
import type { ListQuestion } from './question.ts';
import { words } from './words.ts';

export const secrets: ListQuestion = {
  key: 'secrets',
  flag: 'secret',
  kind: 'list',
  placeholder: 'NAME',
  optional: true,
  message: 'Secrets by name, as api_key, separated by commas (empty for none):',
  help: 'A secret by name, as api_key: a required variable whose value is in no file; repeat the flag for more',
  asked: 'details',
  affects: 'project',
  remembered: 'always',
  fallback: () => [],
  defaultText: 'none',
  check: checkSecret,
  split: words,
};
