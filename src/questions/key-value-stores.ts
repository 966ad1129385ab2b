import { checkLabel } from '../needs/label.ts';
import type { ListQuestion } from './question.ts';
import { words } from './words.ts';

export const keyValueStores: ListQuestion = {
  key: 'keyValueStores',
  flag: 'key-value-store',
  kind: 'list',
  placeholder: 'LABEL',
  optional: true,
  message: 'Key-value stores by label, separated by commas (empty for default):',
  help: 'A key-value store by its label; those but default are defined in runtime-config.toml; repeat the flag for more',
  asked: 'details',
  affects: 'project',
  remembered: 'always',
  when: ({ needs = [] }) => needs.includes('kv') || needs.includes('wasi-keyvalue'),
  fallback: () => [],
  defaultText: '`default`, when it needs one',
  check: checkLabel,
  split: words,
};
