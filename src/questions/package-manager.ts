import type { ChoiceQuestion } from './question.ts';

export const packageManager: ChoiceQuestion<'packageManager'> = {
  key: 'packageManager',
  flag: 'package-manager',
  kind: 'choice',
  choices: [
    { value: 'npm', label: 'npm' },
    { value: 'pnpm', label: 'pnpm' },
    { value: 'yarn', label: 'Yarn' },
    { value: 'bun', label: 'Bun' },
  ],
  message: 'Package manager:',
  help: 'Package manager of the project',
  asked: 'details',
  affects: 'project',
  remembered: 'always',
  fallback: (_known, facts) => facts.folder.packageManager,
  defaultText: 'the one that runs this, or whose lockfile is here; else npm',
};
