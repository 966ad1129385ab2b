import { NotImplemented } from './not-implemented.ts';
import { callService, report, type Service, tagged } from './service.ts';

/** The functions of one WIT interface, by JavaScript name. */
export type TypedDoor = Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>;

/**
 * The typed door: what a WIT interface exports, calling the same functions as the HTTP door.
 *
 * A `{ tag, val }` that is thrown is the error of the WIT `result`. Anything else would trap the instance
 * (StarlingMonkey, componentize-js 0.23.0), so it becomes the case `other`, which every error variant has.
 * Examples are answered over HTTP only: they are JSON of the document, not values of the WIT type.
 */
export function typedDoor(service: Service, ids: readonly string[]): TypedDoor {
  return Object.fromEntries(ids.map((id) => [id, typedFunction(service, id)]));
}

function typedFunction(service: Service, id: string) {
  return async (...args: unknown[]): Promise<unknown> => {
    try {
      return await callService(service, id, args.map(withPlainLists));
    } catch (thrown) {
      throw typedError(id, thrown);
    }
  };
}

/**
 * Lists of numbers come through a typed export as Float64Array and its like, through HTTP as arrays. Functions get arrays
 * by both doors; a Uint8Array is bytes on both (componentize-js 0.23.0, seen 2026-11-24).
 */
function withPlainLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)];
  if (Array.isArray(value)) return value.map(withPlainLists);
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, withPlainLists(field)]),
  );
}

function typedError(id: string, thrown: unknown): unknown {
  if (thrown instanceof NotImplemented) return { tag: 'other', val: [501, thrown.message] };
  if (tagged(thrown)) return thrown;
  report(id, thrown);
  return { tag: 'other', val: [500, 'internal error'] };
}
