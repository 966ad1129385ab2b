import type { Method } from './model.ts';

/** OAS 3.1.1, Path Item Object. `query` (OAS 3.2.0) is none that hosts route yet. */
const METHODS: ReadonlySet<string> = new Set<Method>([
  'GET',
  'PUT',
  'POST',
  'DELETE',
  'OPTIONS',
  'HEAD',
  'PATCH',
  'TRACE',
]);

/** The method that a field of a path item stands for, in any case; undefined when it is another field. */
export function methodOf(key: string): Method | undefined {
  const method = key.toUpperCase();
  return METHODS.has(method) ? (method as Method) : undefined;
}
