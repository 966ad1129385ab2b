import { quote } from '../text/quote.ts';
import { isId } from './id.ts';
import type { ListQuestion } from './question.ts';

/** The answer for one component, where several are proposed. */
export const NONE = 'none';

export const components: ListQuestion = {
  key: 'components',
  flag: 'components',
  kind: 'list',
  placeholder: 'NAMES|all',
  optional: true,
  commas: true,
  message: 'Make an app of these components instead of one component?',
  help: 'Make an app of several components instead: all that are proposed for the document, or some by name',
  asked: 'always',
  affects: 'project',
  remembered: 'always',
  when: (known) => known.interface !== 'none',
  fallback: () => undefined,
  // Several components are proposed, one is made unless somebody wants more.
  proposal: (_known, facts) => (facts.document?.components === undefined ? undefined : []),
  offers: (facts) => facts.document?.components ?? [],
  defaultText: 'one component',
  check(text) {
    if (isId(text)) return { value: text };
    return { problem: `${quote(text)} is no name of a component.`, proposal: 'all' };
  },
  split: (text) =>
    text.split(/[\s,;]+/u).filter((word) => word !== '' && word.toLowerCase() !== NONE),
};
