import type { Finding } from '../evidence/finding.ts';
import type { Source } from '../facts/fact.ts';
import type { RuleId } from '../messages/catalogue.ts';
import type { Effort } from './effort.ts';
import type { Outcome } from './rule.ts';

/** What a rule says about one service. */
export interface Reason {
  /** The rule. */
  readonly id: RuleId;
  readonly verdict: Outcome;
  /** What it added to the score, or took: less than its weight where the score ends at 0 or 100. */
  readonly points: number;
  readonly weight: number;
  readonly title: string;
  readonly why: string;
  readonly instead: string;
  readonly sources: readonly Source[];
  /** What it goes by; never empty. */
  readonly findings: readonly Finding[];
}

/** The verdict on one of several services in a folder. */
export interface PartVerdict {
  readonly folder: string;
  readonly outcome: Outcome;
  readonly score: number;
  readonly endpoints: number;
  /** Titles of what stays. */
  readonly stays: readonly string[];
}

/** Whether a service should move. */
export interface Verdict {
  readonly outcome: Outcome;
  /** 0 to 100: the points of all reasons, added up. */
  readonly score: number;
  /** `low` when little was found, or nothing that answers requests: the verdict may say more about the folder. */
  readonly confidence: 'high' | 'low';
  /** Why it is the outcome that it is. */
  readonly because: string;
  /** In the order of the sum: for a move, then against it, the heaviest first. */
  readonly reasons: readonly Reason[];
  /** Rules that only hints speak for: worth 0 points until somebody has looked. */
  readonly toCheck: readonly Reason[];
  /** What was looked for in vain and would have changed the outcome. */
  readonly notFound: readonly string[];
  /** The services of the folder, each judged on its own; empty when it holds one. */
  readonly parts: readonly PartVerdict[];
  readonly effort: Effort;
  /** Endpoints whose files show nothing that stays or is built otherwise: where to begin. */
  readonly firstEndpoints: readonly Finding[];
}
