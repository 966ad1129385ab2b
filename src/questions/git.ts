import type { SwitchQuestion } from './question.ts';

export const git: SwitchQuestion = {
  key: 'git',
  flag: 'git',
  offFlag: 'no-git',
  kind: 'switch',
  message: 'Make it a Git repository?',
  help: 'Make the project a Git repository; never inside another one',
  asked: 'details',
  affects: 'run',
  remembered: 'given',
  fallback: (_known, facts) => facts.folder.canInitGit,
  defaultText: 'yes, unless Git is missing or the folder is in a repository',
};
