import { checkLabel } from '../needs/label.ts';
import type { ListQuestion } from './question.ts';
import { words } from './words.ts';

export const sqliteDatabases: ListQuestion = {
  key: 'sqliteDatabases',
  flag: 'sqlite-database',
  kind: 'list',
  placeholder: 'LABEL',
  optional: true,
  message: 'SQLite databases by label, separated by commas (empty for default):',
  help: 'A SQLite database by its label; those but default are defined in runtime-config.toml; repeat the flag for more',
  asked: 'details',
  affects: 'project',
  remembered: 'always',
  when: ({ needs = [] }) => needs.includes('sqlite'),
  fallback: () => [],
  defaultText: '`default`, when it needs one',
  check: checkLabel,
  split: words,
};
