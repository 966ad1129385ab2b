import type { ServiceModel } from '../service/model.ts';
import type { Granted, Grants } from './need.ts';

/** What the needs of a service look at. */
export function granted({ name, language, needs }: ServiceModel): Granted {
  const { outbound, stores, databases } = needs;
  return { name, language, outbound, stores, databases };
}

/** The grants of all its needs in one, each thing once. */
export function grantsOf(model: ServiceModel): Required<Grants> {
  const service = granted(model);
  const grants = model.needs.chosen.map((need) => need.grants(service));
  const all = <Item>(list: (one: Grants) => readonly Item[] | undefined): readonly Item[] => [
    ...new Set(grants.flatMap((one) => list(one) ?? [])),
  ];
  return {
    keyValueStores: all((one) => one.keyValueStores),
    sqliteDatabases: all((one) => one.sqliteDatabases),
    allowedOutboundHosts: all((one) => one.allowedOutboundHosts),
    files: all((one) => one.files),
    routes: all((one) => one.routes),
    redisTriggers: all((one) => one.redisTriggers),
  };
}
