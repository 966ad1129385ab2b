import { checkVariable } from '../needs/variable-name.ts';
import type { ListQuestion } from './question.ts';
import { words } from './words.ts';

export const variables: ListQuestion = {
  key: 'variables',
  flag: 'variable',
  kind: 'list',
  placeholder: 'NAME[=DEFAULT]',
  optional: true,
  message: 'Configuration variables, as log_level=info, separated by commas (empty for none):',
  help: 'A configuration variable, as log_level=info; without a default it is required; repeat the flag for more',
  asked: 'details',
  affects: 'project',
  remembered: 'always',
  fallback: () => [],
  defaultText: 'none',
  check: checkVariable,
  split: words,
};
