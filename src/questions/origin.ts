import type { Finding, FindingKind } from '../evidence/finding.ts';
import type { Origin } from '../service/model.ts';
import type { ChoiceQuestion } from './question.ts';
import { firm, placesOf } from './service-facts.ts';

export const origin: ChoiceQuestion<'origin'> = {
  key: 'origin',
  flag: 'origin',
  kind: 'choice',
  choices: [
    { value: 'spring-boot', label: 'Spring Boot' },
    { value: 'express', label: 'Express, or another Node.js framework' },
    { value: 'fastapi', label: 'FastAPI, or another Python framework' },
    { value: 'go', label: 'Go' },
    { value: 'other', label: 'Something else' },
    { value: 'nothing', label: 'Nothing: this is a new service' },
  ],
  message: 'What runs the service today?',
  help: 'What the service is today',
  asked: 'always',
  affects: 'project',
  remembered: 'always',
  fallback: () => 'nothing',
  defaultText: 'what the files of the service show, else nothing',
  found(service) {
    const shown = firm(service).flatMap((finding) => {
      const value = originOf(finding);
      return value === undefined ? [] : [{ value, finding }];
    });
    // The one that answers requests: a service in Go may build its pages with npm.
    for (const kind of TELLING) {
      const value = mostOf(shown.filter(({ finding }) => finding.kind === kind));
      const place = shown.find((one) => one.value === value && one.finding.kind !== 'route');
      const first = place ?? shown.find((one) => one.value === value);
      if (value !== undefined && first !== undefined) {
        return { value, shownBy: placesOf([first.finding], service) };
      }
    }
    return undefined;
  },
};

/** Kinds of findings that tell what runs a service, those that tell most first. */
const TELLING: readonly FindingKind[] = ['route', 'framework', 'language', 'runtime'];

const BY_FILE: readonly (readonly [RegExp, Origin])[] = [
  [/\.(?:java|kts?|gradle)$|(?:^|\/)pom\.xml$/u, 'other'],
  [/\.[cm]?[jt]sx?$|(?:^|\/)package\.json$/u, 'express'],
  [/\.py$|(?:^|\/)(?:pyproject\.toml|Pipfile|[^/]*requirements[^/]*\.txt)$/u, 'fastapi'],
  [/\.go$|(?:^|\/)go\.mod$/u, 'go'],
];

const BY_RUNTIME: ReadonlyMap<string, Origin> = new Map([
  ['node', 'express'],
  ['python', 'fastapi'],
  ['go', 'go'],
]);

function originOf({ kind, what, file }: Finding): Origin | undefined {
  if (!TELLING.includes(kind)) return undefined;
  if (what.startsWith('spring-')) return 'spring-boot';
  if (kind === 'runtime') return BY_RUNTIME.get(what) ?? 'other';
  return BY_FILE.find(([pattern]) => pattern.test(file))?.[1] ?? 'other';
}

function mostOf(shown: readonly { readonly value: Origin }[]): Origin | undefined {
  const counts = new Map<Origin, number>();
  for (const { value } of shown) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
