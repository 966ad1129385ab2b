import { seen } from '../fit/rule.ts';
import type { ChoiceQuestion } from './question.ts';
import { firm, placesOf } from './service-facts.ts';

export const language: ChoiceQuestion<'language'> = {
  key: 'language',
  flag: 'language',
  kind: 'choice',
  choices: [
    { value: 'ts', label: 'TypeScript' },
    { value: 'js', label: 'JavaScript (with types for the editor)' },
  ],
  message: 'Language:',
  help: 'Language of the component',
  asked: 'always',
  affects: 'project',
  remembered: 'always',
  fallback: () => 'ts',
  defaultText: 'ts; js for a service that is JavaScript without TypeScript',
  found(service) {
    const all = firm(service);
    const javascript = seen('language', 'javascript')(all);
    const others = seen('language')(all).filter(({ what }) => what !== 'javascript');
    if (javascript.length === 0 || others.length > 0) return undefined;
    return { value: 'js', shownBy: placesOf(javascript.slice(0, 1), service) };
  },
};
