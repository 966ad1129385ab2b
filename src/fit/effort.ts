import type { Finding, FindingKind } from '../evidence/finding.ts';

/** What has to be written again, counted. */
export interface Effort {
  readonly endpoints: number;
  /** Classes and methods that a framework manages. */
  readonly annotations: number;
  /** Databases, caches, brokers, object stores: each by its kind of driver, not by its uses. */
  readonly drivers: number;
  readonly queries: number;
  readonly transactions: number;
  readonly threads: number;
  readonly consumers: number;
  readonly schedules: number;
}

/** Counts by kind. An endpoint that code and document both show counts once, by the code. */
export function countEffort(findings: readonly Finding[]): Effort {
  const count = (...kinds: readonly FindingKind[]) =>
    findings.filter(({ kind }) => kinds.includes(kind)).length;
  const names = (...kinds: readonly FindingKind[]) =>
    new Set(findings.filter(({ kind }) => kinds.includes(kind)).map(({ what }) => what)).size;
  return {
    endpoints: new Set(findings.filter(({ kind }) => kind === 'route').map(({ value }) => value))
      .size,
    annotations: count('annotation'),
    drivers: names('database', 'cache', 'broker', 'object-store'),
    queries: count('data-access', 'orm'),
    transactions: count('transaction'),
    threads: count('thread'),
    consumers: count('queue-worker'),
    schedules: count('schedule'),
  };
}
