import { seenBut } from '../fit/rule.ts';
import { NOT_IN_SEGMENT } from '../service/path-segment.ts';
import { quote } from '../text/quote.ts';
import type { Checked, TextQuestion } from './question.ts';
import { firm, placesOf } from './service-facts.ts';

export const basePath: TextQuestion = {
  key: 'basePath',
  flag: 'base-path',
  kind: 'text',
  placeholder: '/PATH',
  message: 'Base path of every route (empty for none):',
  help: 'Prefix of every route; empty for none',
  asked: 'details',
  affects: 'project',
  remembered: 'given',
  fallback: (_known, facts) => facts.document?.basePath ?? '',
  defaultText:
    "the path of the document's first server, or the prefix that the service sets, else none",
  found(service, { document }) {
    // A document says itself what comes before its paths; one prefix of several services is not that of all.
    if (document !== undefined || service.assessment.verdict.parts.length > 0) return undefined;
    const prefixes = seenBut('base-path', 'ingress')(firm(service));
    const [first, ...others] = prefixes;
    if (first === undefined || others.some(({ value }) => value !== first.value)) return undefined;
    const checked = check(first.value.startsWith('/') ? first.value : `/${first.value}`);
    return 'value' in checked
      ? { value: checked.value, shownBy: placesOf([first], service) }
      : undefined;
  },
  check,
};

function check(text: string): Checked {
  const value = text.trim().replace(/\/+$/u, '');
  if (value === '') return { value };
  const problem = problemOf(value);
  if (problem === undefined) return { value };
  const path = value
    .replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/iu, '')
    .replace(/[?#].*$/u, '')
    .split('/')
    .map((segment) => segment.replace(new RegExp(NOT_IN_SEGMENT, 'gu'), ''))
    .filter((segment) => !/^\.{0,2}$/u.test(segment));
  return {
    problem: `${quote(value)} is not a base path: ${problem}.`,
    proposal: path.length === 0 ? '' : `/${path.join('/')}`,
  };
}

/** RFC 3986 §3.3: segments of a path, without percent-encoding and without dot segments. */
function problemOf(value: string): string | undefined {
  if (!value.startsWith('/')) return 'it starts with /';
  if (value.length > 200) return 'it is longer than 200 characters';
  for (const segment of value.slice(1).split('/')) {
    if (segment === '') return 'it has an empty segment';
    if (segment === '.' || segment === '..') return `clients remove the segment ${segment}`;
    const odd = NOT_IN_SEGMENT.exec(segment);
    if (odd !== null) return `${quote(odd[0])} can't stand in it`;
  }
  return undefined;
}
