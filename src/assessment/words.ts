import type { Finding } from '../evidence/finding.ts';
import type { Effort } from '../fit/effort.ts';
import type { Reason } from '../fit/verdict.ts';
import { type Catalogue, catalogueOf } from '../messages/catalogue.ts';
import type { Assessment } from './assess.ts';

/** A score's points with their sign: `+65`, `-8`. */
export function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points);
}

/** Where the score ended before a reason had its whole weight: ` (of -15)`. */
export function cutText(
  { points, weight }: Pick<Reason, 'points' | 'weight'>,
  { assessment }: Catalogue,
): string {
  return points === weight ? '' : assessment.of(signed(weight));
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

/** What has to be written again, without what there is none of: `23 endpoints, 2 drivers`. */
export function effortWords(effort: Effort, { verdict }: Catalogue): string {
  return (Object.keys(verdict.effort) as (keyof Effort)[])
    .filter((key) => effort[key] > 0)
    .map((key) => verdict.effort[key](effort[key]))
    .join(', ');
}

/** `Facts as of 2026-11-24, 12 days ago.` */
export function ageWords({ facts, lang }: Assessment): string {
  return catalogueOf(lang).assessment.facts(facts.asOf, facts.days);
}
