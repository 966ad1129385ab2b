import { singular } from '../text/english.ts';
import type { TypedOperation } from './typed-operation.ts';

const VERBS = {
  GET: 'get',
  POST: 'create',
  PUT: 'replace',
  PATCH: 'update',
  DELETE: 'delete',
} as const;

/**
 * Operation ids that read like the function one would write: `listOrders`, `getOrder`, `createOrderLine`,
 * `cancelOrder`. They are unique: an id that is taken gets its parameters (`getOrderByKey`), then a number.
 */
export function nameOperations(operations: readonly TypedOperation[]): readonly string[] {
  const taken = new Map<string, number>();
  return operations.map((operation) => {
    const id = operationId(operation);
    const by = operation.parameters.map(pascal).join('And');
    const name = free(by === '' || id.endsWith(`By${by}`) ? id : `${id}By${by}`, id, taken);
    taken.set(name.toLowerCase(), 1);
    return name;
  });
}

/** @param taken - names in lower case, with the last number that each was given */
function free(longer: string, id: string, taken: Map<string, number>): string {
  if (!taken.has(id.toLowerCase())) return id;
  const key = longer.toLowerCase();
  let count = taken.get(key);
  if (count === undefined) return longer;
  do count += 1;
  while (taken.has(`${key}${count}`));
  taken.set(key, count);
  return `${longer}${count}`;
}

/** Plural segments are collections, a parameter after one is its member; a verb after a member is an action on it. */
function operationId({ method, path, parameters }: TypedOperation): string {
  const segments = path.split('/').filter((segment) => !/^(|api|v\d+)$/iu.test(segment));
  const literals = segments.filter((segment) => !segment.includes('{'));
  const last = literals.at(-1);
  if (last === undefined) {
    return `${VERBS[method]}${parameters.length === 0 ? 'Root' : `By${parameters.map(pascal).join('And')}`}`;
  }
  const owners = literals.slice(0, -1).map((word) => pascal(singular(word)));
  const isCollection = segments.at(-1) === last && singular(last) !== last;
  if (method === 'POST' && !isCollection && segments.at(-1) === last && owners.length > 0) {
    return `${camel(last)}${owners.join('')}`;
  }
  const isWhole = isCollection && method !== 'POST';
  const verb = isWhole && method === 'GET' ? 'list' : VERBS[method];
  return `${verb}${owners.join('')}${pascal(isWhole ? last : singular(last))}`;
}

function pascal(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function camel(text: string): string {
  const name = pascal(text);
  return name.charAt(0).toLowerCase() + name.slice(1);
}
