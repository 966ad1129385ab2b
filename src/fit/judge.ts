import type { Finding } from '../evidence/finding.ts';
import { countEffort } from './effort.ts';
import { nameList } from './names.ts';
import { partsOf } from './parts.ts';
import type { Outcome, Rule } from './rule.ts';
import { RULES } from './rules/index.ts';
import type { PartVerdict, Reason, Verdict } from './verdict.ts';

/** From here up it moves as a whole, if nothing has to stay. */
export const GO_FROM = 60;
/** Below it stays: what is against a move outweighs the endpoints. */
export const STAY_BELOW = 35;

/**
 * Judges a service by what was found in its folder. Absence of findings is never a reason; it lowers the confidence.
 *
 * The score adds up the rules that fired, first what speaks for a move, then what stands against it, the heaviest first.
 * It ends at 0 and at 100: a rule that would go beyond gets the points that are left. `go` needs GO_FROM points and nothing that stays; `stay` is a service below STAY_BELOW, or one
 * that nothing shows to answer requests. A folder of several services that stays as one is `partial` when one of them, on
 * its own, does not.
 */
export function judge(findings: readonly Finding[], rules: readonly Rule[] = RULES): Verdict {
  const { reasons, toCheck, score, serves, stays, outcome: whole } = weigh(findings, rules);
  const parts = judgeParts(findings, rules);
  const moving = parts.filter(({ outcome }) => outcome !== 'stay');
  const byParts = whole === 'stay' && moving.length > 0;
  return {
    outcome: byParts ? 'partial' : whole,
    score,
    confidence: serves && findings.length >= FEW ? 'high' : 'low',
    because: byParts ? becauseOfParts(moving) : because(whole, serves, stays),
    reasons,
    toCheck,
    notFound: serves ? [] : [NOTHING_SERVES],
    parts,
    effort: countEffort(findings),
    firstEndpoints: firstEndpoints(findings, [...reasons, ...toCheck]).filter(
      ({ file }) => !byParts || moving.some(({ folder }) => file.startsWith(`${folder}/`)),
    ),
  };
}

/** Each service of a folder of several, by its own findings alone. */
function judgeParts(findings: readonly Finding[], rules: readonly Rule[]): readonly PartVerdict[] {
  return partsOf(findings).map((part) => {
    // A folder that holds the others is one part by what is left to it, and is not divided again.
    const { outcome, score, stays } = weigh(part.findings, rules);
    const { endpoints } = countEffort(part.findings);
    return {
      folder: part.folder,
      outcome,
      score,
      endpoints,
      stays: stays.map(({ title }) => title),
    };
  });
}

function becauseOfParts(moving: readonly PartVerdict[]): string {
  const names = moving.map(({ folder }) => folder).join(', ');
  return `As one it would stay; of its services can move: ${names}.`;
}

/** Fewer findings than this, and the folder may not be the service. */
const FEW = 3;

const NOTHING_SERVES =
  'Nothing was found that answers HTTP requests: no routes, no functions, no OpenAPI document.';

interface Weighed {
  readonly reasons: readonly Reason[];
  readonly toCheck: readonly Reason[];
  readonly score: number;
  /** Whether a rule fired that shows that requests are answered. */
  readonly serves: boolean;
  readonly stays: readonly Reason[];
  readonly outcome: Outcome;
}

function weigh(findings: readonly Finding[], rules: readonly Rule[]): Weighed {
  const firm = findings.filter(({ confidence }) => confidence !== 'hint');
  const fired = rules.flatMap((rule) => reasonsOf(rule, firm));
  const toCheck = rules
    .filter((rule) => rule.when(firm).length === 0)
    .flatMap((rule) => reasonsOf(rule, findings));
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
function reasonsOf(rule: Rule, all: readonly Finding[]): readonly Reason[] {
  const findings = rule.when(all);
  if (findings.length === 0) return [];
  const { id, verdict, sources } = rule;
  const text = (template: string) => fill(template, findings);
  const reason = {
    id,
    verdict,
    points: 0,
    weight: weightOf(rule, findings.length),
    title: text(rule.title),
    why: text(rule.why),
    instead: text(rule.instead),
    sources,
    findings,
  };
  return [reason];
}

/** Puts the names and the number of the findings into a rule's text. */
function fill(template: string, findings: readonly Finding[]): string {
  const count = findings.length;
  return template
    .replace(/\{count(?::([^:{}]+):([^:{}]+))?\}/gu, (_all, one?: string, many?: string) =>
      one === undefined ? `${count}` : `${count} ${count === 1 ? one : many}`,
    )
    .replaceAll('{what}', () => nameList(findings.map(({ what }) => what)));
}

function outcomeOf(score: number, serves: boolean, stays: number): Outcome {
  if (!serves || score < STAY_BELOW) return 'stay';
  return score >= GO_FROM && stays === 0 ? 'go' : 'partial';
}

function because(outcome: Outcome, serves: boolean, stays: readonly Reason[]): string {
  if (!serves) return NOTHING_SERVES;
  if (outcome === 'stay') {
    return `Fewer than ${STAY_BELOW} points: what is against a move outweighs the endpoints.`;
  }
  if (outcome === 'go') return `${GO_FROM} points or more, and nothing was found that has to stay.`;
  if (stays.length > 0) {
    return `Endpoints can move; not so: ${stays.map(({ title }) => title).join('; ')}.`;
  }
  return 'Nothing was found that has to stay, but much is built otherwise before it moves.';
}

/** Routes in files that no reason against a move goes by; reads before writes, since they are easier to compare. */
function firstEndpoints(
  findings: readonly Finding[],
  reasons: readonly Reason[],
): readonly Finding[] {
  const troubled = new Set(
    reasons
      .filter(({ verdict, weight }) => verdict !== 'go' && weight < 0)
      .flatMap(({ findings: places }) => places.filter(isInCode).map(({ file }) => file)),
  );
  return findings
    .filter(({ kind, file }) => kind === 'route' && !troubled.has(file))
    .toSorted((a, b) => Number(isRead(b)) - Number(isRead(a)));
}

/** A class that its framework manages is every class of it; it says nothing about one file. */
function isInCode({ kind }: Finding): boolean {
  return kind !== 'annotation' && kind !== 'language';
}

function isRead({ value }: Finding): boolean {
  return /^(?:GET|HEAD|ANY)\b/u.test(value);
}
