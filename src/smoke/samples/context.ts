import type { ApiModel, Operation } from '../../openapi/model.ts';
import {
  type Codecs,
  compileTypes,
  createRouter,
  type Match,
  Mismatch,
  type Router,
  splitUrl,
} from '../../runtime/index.ts';
import type { RouteCode, TypeCode } from '../../runtime/table.ts';
import type { TypedApi } from '../../wit/typed-api.ts';

/** What samples are made from and tried on: the document, and the very table and router that the component carries. */
export interface SampleContext {
  readonly api: ApiModel;
  readonly codecs: Codecs;
  readonly router: Router<RouteCode>;
  /** One for each operation that became a function, in the order of the interfaces. */
  readonly operations: readonly SampleOperation[];
  /** Which of several possible samples is made, from 0 (`SampleOptions.turn`). */
  readonly turn: number;
}

export interface SampleOperation {
  /** JavaScript name of the interface that exports the function. */
  readonly door: string;
  readonly route: RouteCode;
  readonly operation: Operation;
}

export function sampleContext(api: ApiModel, typed: TypedApi): SampleContext {
  const byPointer = new Map(api.operations.map((operation) => [operation.pointer, operation]));
  const operations = typed.interfaces.flatMap(({ js: door, functions }) =>
    functions.flatMap(({ pointer, route }) => {
      const operation = byPointer.get(pointer);
      return operation === undefined ? [] : [{ door, route, operation }];
    }),
  );
  const router = createRouter(
    typed.table.routes.map((route) => ({ method: route.method, path: route.path, target: route })),
  );
  return { api, codecs: compileTypes(typed.table.types), router, operations, turn: 0 };
}

/** Why a JSON value does not fit a type of the table; `undefined` when it does. */
export function mismatch(
  context: SampleContext,
  code: TypeCode,
  json: unknown,
): Mismatch | undefined {
  try {
    context.codecs.decode(code, json);
    return undefined;
  } catch (error) {
    if (error instanceof Mismatch) return error;
    throw error;
  }
}

/** Where a request goes: its route and what the template's parameters take, or the methods that the path has. */
export function destination(
  { router }: SampleContext,
  method: string,
  target: string,
): Match<RouteCode> | readonly string[] {
  // A client sends what URL makes of it: without dot segments.
  const { path, search } = splitUrl(new URL(`http://component${target}`).href);
  return router.match(method, path, search);
}
