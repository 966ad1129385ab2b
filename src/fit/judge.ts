import type { Finding } from '../evidence/finding.ts';
import { type Catalogue, catalogueOf } from '../messages/catalogue.ts';
import { countEffort } from './effort.ts';
import { partsOf } from './parts.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules/index.ts';
import { isCode } from './rules/selectors.ts';
import { type Weighed, weigh } from './score.ts';
import type { PartVerdict, Reason, Verdict } from './verdict.ts';

/**
 * Judges a service by what was found in its folder. Absence of findings is never a reason; it lowers the confidence.
 *
 * `go` needs GO_FROM points and nothing that stays; `stay` is a service below STAY_BELOW, or one that nothing shows to
 * answer requests. A folder of several services that stays as one is `partial` when one of them, on its own, does not.
 *
 * @param catalogue - the words that reasons are given in
 */
export function judge(
  findings: readonly Finding[],
  catalogue: Catalogue = catalogueOf('en'),
  rules: readonly Rule[] = RULES,
): Verdict {
  const weighed = weigh(findings, rules, catalogue);
  const { reasons, toCheck, score, serves, outcome: whole } = weighed;
  const parts = judgeParts(findings, rules, catalogue);
  const moving = parts.filter(({ outcome }) => outcome !== 'stay');
  const byParts = whole === 'stay' && moving.length > 0;
  return {
    outcome: byParts ? 'partial' : whole,
    score,
    confidence: serves && findings.length >= FEW ? 'high' : 'low',
    because: byParts ? becauseOfParts(moving, catalogue) : because(weighed, catalogue),
    reasons,
    toCheck,
    notFound: serves ? [] : [catalogue.verdict.because.nothingServes],
    parts,
    effort: countEffort(findings),
    firstEndpoints: firstEndpoints(findings, [...reasons, ...toCheck]).filter(
      ({ file }) => !byParts || moving.some(({ folder }) => isBelow(file, folder)),
    ),
  };
}

/** Each service of a folder of several, by its own findings alone. */
function judgeParts(
  findings: readonly Finding[],
  rules: readonly Rule[],
  catalogue: Catalogue,
): readonly PartVerdict[] {
  return partsOf(findings).map((part) => {
    // A folder that holds the others is one part by what is left to it, and is not divided again.
    const { outcome, score, stays } = weigh(part.findings, rules, catalogue);
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

function isBelow(file: string, folder: string): boolean {
  return folder === '.' || file.startsWith(`${folder}/`);
}

function becauseOfParts(moving: readonly PartVerdict[], { verdict }: Catalogue): string {
  return verdict.because.parts(moving.map(({ folder }) => folder).join(', '));
}

/** Fewer findings than this, and the folder may not be the service. */
const FEW = 3;

function because(
  { outcome, serves, stays }: Weighed,
  { verdict: { because: words } }: Catalogue,
): string {
  if (!serves) return words.nothingServes;
  if (outcome !== 'partial') return words[outcome];
  return stays.length === 0
    ? words.partial
    : words.partialBut(stays.map(({ title }) => title).join('; '));
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
    .filter((one) => one.kind === 'route' && !troubled.has(one.file) && !isProbe(one))
    .toSorted((a, b) => Number(isRead(b)) - Number(isRead(a)));
}

/** A manifest shows what the whole service has, and a managed class is every class: neither tells about one endpoint. */
function isInCode({ kind, file }: Finding): boolean {
  return kind !== 'annotation' && isCode(file);
}

/** What hosts and monitors ask for; a component's host has its own. */
export function isProbe({ value }: Finding): boolean {
  return /\/(?:health\w*|live(?:z|ness)?|readyz?|readiness|metrics|ping)$/iu.test(value);
}

function isRead({ value }: Finding): boolean {
  return /^(?:GET|HEAD|ANY)\b/u.test(value);
}
