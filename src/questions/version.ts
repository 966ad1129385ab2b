import { quote } from '../text/quote.ts';
import { semver } from '../wit/package-id.ts';
import type { Checked, TextQuestion } from './question.ts';

const FIRST = '0.1.0';

export const version: TextQuestion = {
  key: 'version',
  // `--version` prints ours, as everywhere.
  flag: 'service-version',
  kind: 'text',
  placeholder: 'X.Y.Z',
  message: 'Version:',
  help: 'Version of the WIT package and of the project',
  asked: 'details',
  affects: 'project',
  remembered: 'given',
  fallback: (_known, facts) => nearestVersion(facts.document?.version ?? ''),
  defaultText: `the document's version, else ${FIRST}`,
  check,
};

function check(text: string): Checked {
  const value = text.trim();
  if (semver(value) === value) return { value };
  return {
    problem: `${quote(value)} is not a semantic version.`,
    proposal: nearestVersion(value),
  };
}

/** The full semver that a document's version becomes; documents also put `latest` or `N/A` there. */
export function nearestVersion(text: string): string {
  return /^v?\d/iu.test(text.trim()) ? semver(text) : FIRST;
}
