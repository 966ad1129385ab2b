import type { Finding } from '../evidence/finding.ts';
import { operationOf } from '../fit/next-steps.ts';
import { parseOperation } from '../service/typed-operation.ts';

/** Routes of a service, as operations that somebody could have typed. */
export interface FoundOperations {
  readonly operations: readonly string[];
  /** The routes that became one. */
  readonly routes: readonly Finding[];
  /** Routes that take any method: what was taken is GET. */
  readonly anyMethod: readonly Finding[];
  /** Routes that an operation can't say: a wildcard, a method that components' interfaces leave out. */
  readonly leftOut: readonly Finding[];
}

/** The operations of routes, each route once however its parameters are called. */
export function foundOperations(found: readonly Finding[]): FoundOperations {
  const operations = new Map<string, string>();
  const routes: Finding[] = [];
  const anyMethod: Finding[] = [];
  const leftOut: Finding[] = [];
  for (const route of found) {
    const isAny = route.value.startsWith('ANY ');
    const [text] = operationOf({ value: route.value.replace(/^ANY /u, 'GET ') });
    const operation = text === undefined ? undefined : parseOperation(text);
    if (operation === undefined || typeof operation === 'string') {
      leftOut.push(route);
      continue;
    }
    const { method, path } = operation;
    const key = `${method} ${path.replace(/\{[^{}]*\}/gu, '{}')}`;
    if (operations.has(key)) continue;
    operations.set(key, `${method} ${path}`);
    routes.push(route);
    if (isAny) anyMethod.push(route);
  }
  return { operations: [...operations.values()], routes, anyMethod, leftOut };
}
