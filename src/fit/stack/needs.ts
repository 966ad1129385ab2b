import type { Finding } from '../../evidence/finding.ts';
import type { Need } from '../../facts/hosts.ts';
import { anyOf, type Rule, seen } from '../rule.ts';

/** What shows that a component would need something of its host. */
const SHOWN_BY: Readonly<Record<Need, Rule['when']>> = {
  http: anyOf(seen('route'), seen('openapi', 'document')),
  'http-out': anyOf(seen('http-client'), seen('object-store')),
  postgres: seen('database', 'postgres'),
  mysql: seen('database', 'mysql', 'mariadb'),
  redis: anyOf(seen('cache', 'redis', 'valkey'), seen('database', 'redis')),
  sqlite: seen('database', 'sqlite'),
  'key-value': anyOf(seen('session'), seen('in-memory-state')),
  settings: anyOf(seen('variable'), seen('secret')),
};

/** A need, and the findings that show it. */
export interface ShownNeed {
  readonly need: Need;
  readonly findings: readonly Finding[];
}

/** The needs that findings show, hints aside. */
export function needsOf(findings: readonly Finding[]): readonly ShownNeed[] {
  const firm = findings.filter(({ confidence }) => confidence !== 'hint');
  return (Object.keys(SHOWN_BY) as Need[])
    .map((need) => ({ need, findings: SHOWN_BY[need](firm) }))
    .filter((shown) => shown.findings.length > 0);
}
