import type { Finding, FindingKind } from '../evidence/finding.ts';
import type { Source } from '../facts/fact.ts';
import type { RuleId } from '../messages/catalogue.ts';

/**
 * What a trait of a service, or the whole of it, comes to: `go` moves into a component; `partial` moves after it was
 * built otherwise; `stay` remains in a container.
 */
export type Outcome = 'go' | 'partial' | 'stay';

/** One thing we know about what moves and what doesn't. Data: when it holds and where that is from; catalogues have its words. */
export interface Rule {
  /** Kebab case; stable, for `--json`, and the key of its words in every catalogue. */
  readonly id: RuleId;
  readonly verdict: Outcome;
  /** It shows that the service answers requests, without which nothing can move. */
  readonly serves?: true;
  /** The findings that make it fire; none, and it doesn't. */
  when(findings: readonly Finding[]): readonly Finding[];
  /** What it adds to the score, or takes; `each` finding, up to `most`. */
  readonly points: number | { readonly each: number; readonly most: number };
  readonly sources: readonly Source[];
}

/** Selects findings of a kind, of some `what` or of any. */
export function seen(kind: FindingKind, ...whats: readonly string[]): Rule['when'] {
  return (findings) =>
    findings.filter(
      (finding) => finding.kind === kind && (whats.length === 0 || whats.includes(finding.what)),
    );
}

/** Selects findings of a kind that are none of `whats`. */
export function seenBut(kind: FindingKind, ...whats: readonly string[]): Rule['when'] {
  return (findings) =>
    findings.filter((finding) => finding.kind === kind && !whats.includes(finding.what));
}

/** What any of the selectors finds. */
export function anyOf(...selectors: readonly Rule['when'][]): Rule['when'] {
  return (findings) => selectors.flatMap((select) => select(findings));
}

/** What all of the selectors find together; nothing when one of them finds nothing. */
export function allOf(...selectors: readonly Rule['when'][]): Rule['when'] {
  return (findings) => {
    const found = selectors.map((select) => select(findings));
    return found.some((some) => some.length === 0) ? [] : found.flat();
  };
}

/** What `select` finds, when it is at least `least`. */
export function atLeast(least: number, select: Rule['when']): Rule['when'] {
  return (findings) => {
    const found = select(findings);
    return found.length >= least ? found : [];
  };
}

/** What `select` finds, as long as `unless` finds nothing. */
export function without(unless: Rule['when'], select: Rule['when']): Rule['when'] {
  return (findings) => (unless(findings).length > 0 ? [] : select(findings));
}
