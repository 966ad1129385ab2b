import type { SwitchQuestion } from './question.ts';

export const install: SwitchQuestion = {
  key: 'install',
  flag: 'install',
  offFlag: 'skip-install',
  kind: 'switch',
  message: 'Install its dependencies now?',
  help: "Install the project's dependencies; the proof needs none of them",
  asked: 'details',
  affects: 'run',
  remembered: 'given',
  fallback: () => false,
  defaultText: 'no',
};
