import { needsOf } from '../fit/stack/needs.ts';
import { needs as declared } from '../needs/index.ts';
import type { SeveralQuestion } from './question.ts';
import { moving, placesOf } from './service-facts.ts';

export const needs: SeveralQuestion = {
  key: 'needs',
  flag: 'needs',
  kind: 'several',
  placeholder: 'NAMES',
  choices: declared
    .filter(({ asked }) => asked === 'choice')
    .map(({ name, label }) => ({ value: name, label })),
  message: 'What does it need of its host?',
  help: 'What the service needs of its host, separated by commas; --needs= for nothing',
  asked: 'always',
  affects: 'project',
  remembered: 'always',
  fallback: () => [],
  defaultText: 'the databases that the files of the service show, else nothing',
  found(service) {
    const shown = needsOf(moving(service)).filter(({ need }) => DATABASES.includes(need));
    if (shown.length === 0) return undefined;
    return {
      value: declared
        .map(({ name }) => name)
        .filter((name) => shown.some(({ need }) => need === name)),
      shownBy: shown
        .map(({ need, findings }) => `${need}: ${placesOf(findings, service)}`)
        .join('; '),
    };
  },
};

/** Needs that a finding alone shows: what a key-value store or files would be for is for people to say. */
const DATABASES: readonly string[] = ['postgres', 'mysql', 'redis', 'sqlite'];
