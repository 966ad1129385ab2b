import type { ServiceNeeds } from '../needs/need.ts';
import { needOfHost } from '../needs/outbound-host.ts';
import { granted } from '../needs/service-grants.ts';
import type { ServiceModel } from '../service/model.ts';

/** Needs that the source shows for a module: what is kept where. By what the report calls them. */
const SHOWN: ReadonlyMap<string, string> = new Map([
  ['kv', 'key-value'],
  ['wasi-keyvalue', 'key-value'],
  ['sqlite', 'sqlite'],
  ['postgres', 'postgres'],
  ['mysql', 'mysql'],
  ['redis', 'redis'],
]);

/**
 * What a component needs of what the service needs: a store that the source shows in some components is granted to
 * these alone, everything else to all.
 *
 * @param name - the component's, as the report of the service's folder calls it
 */
export function componentNeeds(app: ServiceModel, name: string): ServiceNeeds {
  const { needs, assessment } = app;
  const service = granted(app);
  const shown = [...(assessment?.boundaries.needs ?? [])];
  const isProposed = shown.some(([component]) => component === name);
  const usersOf = (need: string): readonly string[] =>
    shown.filter(([, all]) => all.some((one) => one.need === need)).map(([component]) => component);
  const dropped = needs.chosen.filter((need) => {
    const users = usersOf(SHOWN.get(need.name) ?? '');
    return isProposed && users.length > 0 && !users.includes(name);
  });
  if (dropped.length === 0) return needs;
  const chosen = needs.chosen.filter((need) => !dropped.includes(need));
  const gone = new Set(dropped.map((need) => need.name));
  const variables = dropped.flatMap((need) => need.variables(service));
  const withoutUse = new Set(variables.map((variable) => variable.name));
  for (const kept of chosen.flatMap((need) => need.variables(service))) {
    withoutUse.delete(kept.name);
  }
  return {
    ...needs,
    chosen,
    outbound: needs.outbound.filter((entry) => !gone.has(needOfHost(entry) ?? '')),
    variables: needs.variables.filter((variable) => !withoutUse.has(variable.name)),
  };
}
