/**
 * What is divided: the endpoints of a service, from its OpenAPI document or from the routes in its source, with what
 * tells which of them belong together.
 */
import type { ApiModel, Operation } from '../openapi/model.ts';
import { typesOfOperations } from './operation-types.ts';

export interface Endpoint {
  readonly method: string;
  /** The base path included: `/v1/orders/{id}`. */
  readonly path: string;
  /** Absent for a route that only the source shows. */
  readonly operation: Operation | undefined;
  readonly tag: string | undefined;
  /** The named types that it takes and gives, by how near they are. */
  readonly types: ReadonlyMap<string, Nearness>;
  /** The part of the source that answers it, a package, a folder or a file: `orders`. */
  readonly module: string | undefined;
  /** What its module keeps data in: entities, tables, topics. */
  readonly state: ReadonlySet<string>;
}

/**
 * How near a type is to an operation. `own`: the operation takes or gives it. `part`: such a type has it as a property,
 * as envelopes have what they are about. `deep`: further inside.
 */
export type Nearness = 'own' | 'part' | 'deep';

/** `GET /v1/orders/{id}`. */
export function requestOf({ method, path }: Pick<Endpoint, 'method' | 'path'>): string {
  return `${method} ${path}`;
}

/** The endpoints of an API, in document order. */
export function endpointsOf(api: ApiModel): readonly Endpoint[] {
  const typesOf = typesOfOperations(api);
  return api.operations.map((operation) => ({
    method: operation.method,
    path: api.basePath + operation.path,
    operation,
    tag: operation.tags[0],
    types: typesOf(operation),
    module: undefined,
    state: new Set<string>(),
  }));
}
