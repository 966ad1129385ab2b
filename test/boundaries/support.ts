import type { Endpoint, Nearness } from '../../src/boundaries/endpoint.ts';

/** An endpoint as `GET /orders/{id}`, with what the test is about. */
export function endpoint(request: string, more: Partial<Endpoint> = {}): Endpoint {
  const [method = '', path = ''] = request.split(' ');
  return {
    method,
    path,
    operation: undefined,
    tag: undefined,
    types: new Map(),
    module: undefined,
    state: new Set(),
    ...more,
  };
}

/** A collection with members, as REST has it: five endpoints. */
export function collection(path: string, more: Partial<Endpoint> = {}): readonly Endpoint[] {
  return [
    endpoint(`GET ${path}`, more),
    endpoint(`POST ${path}`, more),
    endpoint(`GET ${path}/{id}`, more),
    endpoint(`PUT ${path}/{id}`, more),
    endpoint(`DELETE ${path}/{id}`, more),
  ];
}

/** Types as an endpoint has them: `own` ones. */
export function types(...names: readonly string[]): ReadonlyMap<string, Nearness> {
  return new Map(names.map((name) => [name, 'own']));
}
