/**
 * Functions are named after the operation id; what a framework added to it is taken off where that can be proved.
 */
import type { Operation } from '../../openapi/model.ts';
import { singular } from '../../text/english.ts';
import { isSafeMember } from './js-names.ts';
import { kebabWords, type Labels, labelKey } from './labels.ts';
import { pathWords, wholePathWords } from './paths.ts';

/**
 * A label for each operation, unique in the service, because one object holds all its functions.
 *
 * @param interfaceOf - label of each operation's interface
 * @param labels - the names taken so far, which the functions join
 */
export function nameFunctions(
  operations: readonly Operation[],
  interfaceOf: ReadonlyMap<Operation, string>,
  labels: Labels,
): ReadonlyMap<Operation, string> {
  const candidates = new Map(
    operations.map((operation) => [
      operation,
      namesOf(operation, interfaceOf.get(operation) ?? ''),
    ]),
  );
  const counts = new Map<string, number>();
  for (const names of candidates.values()) {
    for (const key of new Set(names.map(labelKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Map(
    operations.map((operation) => {
      const names = candidates.get(operation) ?? [];
      const name = names.find((one) => counts.get(labelKey(one)) === 1) ?? longName(operation);
      const [first = 'call', ...rest] = [name, ...otherNames(operation, name)].filter(isSafeMember);
      return [operation, labels.take(first, ...rest)];
    }),
  );
}

/** The operation id without what a framework made it unique with; `undefined` when that can't be told apart. */
function withoutFramework({ path, method, operationId = '' }: Operation): string | undefined {
  // FastAPI makes `read_item_items__item_id__get` of function, path and method (0.115, `generate_unique_id`).
  const route = `${path.replace(/\W/gu, '_')}_${method.toLowerCase()}`;
  if (operationId.endsWith(route) && operationId.length > route.length) {
    return operationId.slice(0, -route.length);
  }
  // NestJS makes `OrdersController_getOrder` of class and method (@nestjs/swagger 8, `operationIdFactory`).
  return /^[A-Za-z]\w*Controller_([A-Za-z].*)$/u.exec(operationId)?.[1];
}

/** Names by preference: the first that no other operation could have is taken. */
function namesOf(operation: Operation, interfaceLabel: string): readonly string[] {
  const short = kebabWords(withoutFramework(operation) ?? '');
  if (short === undefined) return [longName(operation)];
  const last = kebabWords(pathWords(operation.path).at(-1) ?? '') ?? '';
  const isTold = last === '' || labelKey(short).includes(labelKey(singular(last)));
  return [
    short,
    ...(isTold ? [] : [`${short}-${last}`]),
    `${short}-${interfaceLabel}`,
    longName(operation),
  ];
}

function longName(operation: Operation): string {
  const { operationId } = operation;
  return kebabWords(operationId?.replace(/Controller_/u, '_') ?? '') ?? routeName(operation);
}

/** For a name that is taken: what tells the operation from others, down to its whole path. */
function otherNames(operation: Operation, name: string): readonly string[] {
  const method = `${operation.method.toLowerCase()}-`;
  const words = wholePathWords(operation.path);
  return [
    ...(name.startsWith(method) ? [] : [method + name]),
    routeName(operation),
    kebabWords([operation.method, ...words].join(' ')) ?? name,
    `${name}-operation`,
  ];
}

/** `GET /v1/pets/{petId}` → `get-pets-by-pet-id`. */
function routeName({ method, path }: Operation): string {
  const words = pathWords(path);
  return kebabWords([method, ...(words.length === 0 ? ['root'] : words)].join(' ')) ?? 'call';
}
