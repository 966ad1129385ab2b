/**
 * Functions are named after the operation id; what a framework added to it is taken off where that can be proved.
 */
import type { Operation } from '../openapi/model.ts';
import { isSafeMember, kebabWords, type Labels, labelKey } from './names.ts';

/**
 * A label for each operation, unique in the service, because one object holds all its functions.
 *
 * @param labels - the names taken so far, which the functions join
 */
export function nameFunctions(
  operations: readonly Operation[],
  labels: Labels,
): ReadonlyMap<Operation, string> {
  const shortCounts = new Map<string, number>();
  for (const operation of operations) {
    const key = labelKey(shortName(operation));
    shortCounts.set(key, (shortCounts.get(key) ?? 0) + 1);
  }
  return new Map(
    operations.map((operation) => {
      const short = shortName(operation);
      const name = shortCounts.get(labelKey(short)) === 1 ? short : longName(operation);
      const withMethod = `${operation.method.toLowerCase()}-${name}`;
      const label = isSafeMember(name) ? labels.take(name, withMethod) : labels.take(withMethod);
      return [operation, label];
    }),
  );
}

function longName(operation: Operation): string {
  return kebabWords(operation.operationId ?? '') ?? routeName(operation);
}

function shortName(operation: Operation): string {
  const { operationId } = operation;
  if (operationId === undefined) return routeName(operation);
  return kebabWords(withoutFramework(operation, operationId)) ?? longName(operation);
}

/**
 * FastAPI makes `read_item_items__item_id__get` of function, path and method (`generate_unique_id`, fastapi 0.115
 * `utils.py`); NestJS makes `OrdersController_getOrder` of class and method (`@nestjs/swagger`, `operationIdFactory`).
 */
function withoutFramework({ path, method }: Operation, operationId: string): string {
  const route = `${path.replace(/\W/gu, '_')}_${method.toLowerCase()}`;
  if (operationId.endsWith(route) && operationId.length > route.length) {
    return operationId.slice(0, -route.length);
  }
  return operationId.replace(/^[A-Za-z]\w*Controller_(?=[A-Za-z])/u, '');
}

/** `GET /pets/{petId}` → `get-pets-by-pet-id`. */
function routeName({ method, path }: Operation): string {
  const words = path
    .split(/[/?#&]/u)
    .filter((segment) => !/^(?:|v\d+(?:\.\d+)*)$/iu.test(segment))
    .map((segment) => segment.replace(/\{([^{}]*)\}/gu, ' by $1 '));
  return (
    kebabWords([method.toLowerCase(), ...(words.length === 0 ? ['root'] : words)].join(' ')) ??
    'call'
  );
}
