import type { Finding } from '../../evidence/finding.ts';
import { ENGINE_FACTS } from '../../facts/engines.ts';
import type { Source } from '../../facts/fact.ts';
import { type Catalogue, catalogueOf } from '../../messages/catalogue.ts';
import { anyOf, type Rule, seen } from '../rule.ts';
import { TOKENS } from '../rules/selectors.ts';

/** A limit of the JavaScript engine that this service would meet. */
export interface Limit {
  readonly says: string;
  readonly sources: readonly Source[];
  readonly findings: readonly Finding[];
}

/** By what findings a service meets each limit; facts that are not here are met by no finding. */
const MET_BY: ReadonlyMap<string, Rule['when']> = new Map([
  ['interpreter', seen('cpu-heavy')],
  ['no-native', anyOf(seen('native-module'), seen('thread'))],
  ['no-websocket', seen('websocket')],
  ['wasi-02-only', anyOf(seen('schedule'), seen('queue-worker'))],
  ['no-node-drivers', anyOf(seen('database'), seen('cache'), seen('broker'))],
  ['rsa', seen('security', ...TOKENS)],
]);

/** The limits of the engine that findings, hints aside, run into. */
export function limitsMet(
  findings: readonly Finding[],
  { facts }: Catalogue = catalogueOf('en'),
): readonly Limit[] {
  const firm = findings.filter(({ confidence }) => confidence !== 'hint');
  return ENGINE_FACTS.map(({ id, sources }) => ({
    says: facts.engines[id],
    sources,
    findings: MET_BY.get(id)?.(firm) ?? [],
  })).filter((limit) => limit.findings.length > 0);
}
