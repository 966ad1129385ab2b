import type { Finding } from '../evidence/finding.ts';
import type { FactsAge } from '../facts/index.ts';
import type { Effort } from '../fit/effort.ts';
import type { Outcome } from '../fit/rule.ts';
import type { Reason } from '../fit/verdict.ts';

/** An outcome as people read it. */
export const OUTCOMES: Readonly<Record<Outcome, string>> = {
  go: 'Go',
  partial: 'Partial',
  stay: 'Stay on containers',
};

/** A score's points with their sign: `+65`, `-8`. */
export function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points);
}

/** Where the score ended before a reason had its whole weight: ` (of -15)`. */
export function cutText({ points, weight }: Pick<Reason, 'points' | 'weight'>): string {
  return points === weight ? '' : ` (of ${signed(weight)})`;
}

/** `src/app.ts:12`. */
export function place({ file, line }: Finding): string {
  return `${file}:${line}`;
}

/** The first places of findings, each once, and how many there are beyond. */
export function places(
  findings: readonly Finding[],
  most: number,
): { readonly first: readonly string[]; readonly more: number } {
  const all = [...new Set(findings.map(place))];
  return { first: all.slice(0, most), more: Math.max(0, all.length - most) };
}

const COUNTED: readonly (readonly [keyof Effort, string, string])[] = [
  ['endpoints', 'endpoint', 'endpoints'],
  ['annotations', 'class wired by a framework', 'classes wired by a framework'],
  ['drivers', 'driver', 'drivers'],
  ['queries', 'place with queries or mapped objects', 'places with queries or mapped objects'],
  ['transactions', 'transaction', 'transactions'],
  ['threads', 'place with threads', 'places with threads'],
  ['consumers', 'message consumer', 'message consumers'],
  ['schedules', 'scheduled job', 'scheduled jobs'],
];

/** What has to be written again, without what there is none of: `23 endpoints, 2 drivers`. */
export function effortWords(effort: Effort): string {
  return COUNTED.filter(([key]) => effort[key] > 0)
    .map(([key, one, many]) => `${effort[key]} ${effort[key] === 1 ? one : many}`)
    .join(', ');
}

/** `Facts as of 2026-11-24, 12 days ago.` */
export function ageWords({ asOf, days }: FactsAge): string {
  const ago = days === 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`;
  return `Facts as of ${asOf}, ${ago}.`;
}
