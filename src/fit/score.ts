import type { Finding } from '../evidence/finding.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import { fill } from '../messages/template.ts';
import { nameList } from './names.ts';
import type { Outcome, Rule } from './rule.ts';
import { GO_FROM, STAY_BELOW } from './thresholds.ts';
import type { Reason } from './verdict.ts';

/** What the rules say of findings, added up. */
export interface Weighed {
  readonly reasons: readonly Reason[];
  readonly toCheck: readonly Reason[];
  readonly score: number;
  /** Whether a rule fired that shows that requests are answered. */
  readonly serves: boolean;
  readonly stays: readonly Reason[];
  readonly outcome: Outcome;
}

/**
 * Adds up the rules that fire: first what speaks for a move, then what stands against it, the heaviest first. The sum ends
 * at 0 and at 100: a rule that would go beyond gets the points that are left.
 */
export function weigh(
  findings: readonly Finding[],
  rules: readonly Rule[],
  catalogue: Catalogue,
): Weighed {
  const firm = findings.filter(({ confidence }) => confidence !== 'hint');
  const fired = rules.flatMap((rule) => reasonsOf(rule, firm, catalogue));
  const toCheck = rules
    .filter((rule) => rule.when(firm).length === 0)
    .flatMap((rule) => reasonsOf(rule, findings, catalogue));
  let score = 0;
  const reasons = fired
    .toSorted((a, b) => Number(a.weight < 0) - Number(b.weight < 0) || byWeight(a, b))
    .map((reason) => {
      const before = score;
      score = Math.min(100, Math.max(0, before + reason.weight));
      return { ...reason, points: score - before };
    });
  const serves = fired.some(({ id }) => rules.some((rule) => rule.id === id && rule.serves));
  const stays = reasons.filter(({ verdict }) => verdict === 'stay');
  const outcome = outcomeOf(score, serves, stays.length);
  return { reasons, toCheck, score, serves, stays, outcome };
}

function byWeight(a: Reason, b: Reason): number {
  return Math.abs(b.weight) - Math.abs(a.weight);
}

function weightOf({ points }: Rule, count: number): number {
  if (typeof points === 'number') return points;
  const all = points.each * count;
  return Math.round(points.each < 0 ? Math.max(all, points.most) : Math.min(all, points.most));
}

/** The rule's reason by what it finds, without points yet; none when it finds nothing. */
function reasonsOf(rule: Rule, all: readonly Finding[], catalogue: Catalogue): readonly Reason[] {
  const findings = rule.when(all);
  if (findings.length === 0) return [];
  const { id, verdict, sources } = rule;
  const words = catalogue.rules[id];
  const what = nameList(
    findings.map((finding) => finding.what),
    catalogue,
  );
  const text = (template: string) => fill(template, { what, count: findings.length });
  const reason = {
    id,
    verdict,
    points: 0,
    weight: weightOf(rule, findings.length),
    title: text(words.title),
    why: text(words.why),
    instead: text(words.instead),
    sources,
    findings,
  };
  return [reason];
}

function outcomeOf(score: number, serves: boolean, stays: number): Outcome {
  if (!serves || score < STAY_BELOW) return 'stay';
  return score >= GO_FROM && stays === 0 ? 'go' : 'partial';
}
