import { notImplemented } from './not-implemented.ts';
import { property } from './values.ts';

/**
 * The user's object of functions, one an operation. Its generated type is an interface, which has no index signature.
 */
export type Service = object;

/** Calls the service's function `id`, sync or async. A missing one is not implemented. */
export function callService(service: Service, id: string, args: readonly unknown[]): unknown {
  const operation = property(service, id);
  if (typeof operation !== 'function') throw notImplemented(id);
  return operation.apply(service, args);
}

/** Tells the operator, on stderr, what the client is not told. */
export function report(id: string, error: unknown): void {
  console.error(`${id}: ${describe(error)}`);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${String(error)}`;
  const stack = error.stack ?? '';
  // The engine's stacks are frames alone, Node's begin with the message.
  return stack.includes(error.message) ? stack : `${error.name}: ${error.message}\n${stack}`;
}
