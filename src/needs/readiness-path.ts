import type { ServiceModel } from '../service/model.ts';

/** Where the component tells whether everything it needs is there; out of the way of the service's own paths. */
export function readinessPath({ typed }: ServiceModel): string {
  const taken = new Set(typed.table.routes.map(({ path }) => path));
  return taken.has('/readyz') ? '/-/readyz' : '/readyz';
}
