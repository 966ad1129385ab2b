import type { ServiceModel } from '../service/model.ts';

/**
 * Where the component tells whether everything it needs is there; out of the way of the service's own paths. The
 * components of an app have one each, since a route of Spin leads to one component.
 */
export function readinessPath({ typed, app, name }: ServiceModel): string {
  const path = app === undefined ? '/readyz' : `/readyz/${name}`;
  const isTaken = typed.table.routes.some((route) => route.path === path);
  return isTaken ? `/-${path}` : path;
}
