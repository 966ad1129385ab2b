import { compileErrors, compileResult } from './answer.ts';
import { compileArrival } from './arrival.ts';
import { type Codecs, compileTypes } from './codec.ts';
import { NotImplemented } from './not-implemented.ts';
import { callService, report, type Service } from './service.ts';
import type { RouteCode, ServiceTable } from './table.ts';
import { tagged } from './values.ts';
import { warmedAgain } from './warm-up.ts';

/** The functions of one WIT interface, by JavaScript name. */
export type TypedDoor = Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>;

/**
 * The typed door: what a WIT interface exports, calling the same functions as the HTTP door.
 *
 * A `{ tag, val }` of the function's error variant is the error of the WIT `result`. Anything else that is thrown, and
 * a value that does not fit its type, would trap the instance (StarlingMonkey, componentize-js 0.23.0), so it becomes
 * the case `other`, which every error variant has. Examples are answered over HTTP only: they are JSON of the document,
 * not values of the WIT type.
 */
export function typedDoor(
  service: Service,
  { types, routes }: ServiceTable,
  ids: readonly string[],
): TypedDoor {
  const codecs = compileTypes(types);
  const inDoor = new Set(ids);
  const functions = routes.filter(({ id }) => inDoor.has(id));
  return warmedAgain(
    Object.fromEntries(functions.map((route) => [route.id, typed(service, route, codecs)])),
  );
}

function typed(service: Service, route: RouteCode, codecs: Codecs) {
  const { id, ok, errors } = route;
  const arrive = compileArrival(route, codecs);
  // The answers over HTTP know what fits; here they are made to be thrown away.
  const checkResult = compileResult(ok, codecs);
  const checks = compileErrors(errors, codecs);

  function typedError(thrown: unknown): unknown {
    if (thrown instanceof NotImplemented) return { tag: 'other', val: [501, thrown.message] };
    const { tag, val } = tagged(thrown) ?? {};
    const check = checks.get(tag ?? '');
    try {
      if (check === undefined) throw thrown;
      check(val);
      return thrown;
    } catch (problem) {
      report(id, problem);
      return { tag: 'other', val: [500, 'internal error'] };
    }
  }

  return async (...args: unknown[]): Promise<unknown> => {
    try {
      const value = await callService(service, id, arrive(args));
      checkResult(value);
      return value;
    } catch (thrown) {
      throw typedError(thrown);
    }
  };
}
