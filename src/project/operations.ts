import type { ErrorCode, ResultCode } from '../runtime/table.ts';
import type { ServiceModel } from '../service/model.ts';
import type { ApiFunction } from '../wit/typed-api.ts';

/** Every function of the service, in the order of the document. */
export function operations(model: ServiceModel): readonly ApiFunction[] {
  return model.typed.interfaces.flatMap(({ functions }) => functions);
}

/** `GET /v1/orders/{id}`. */
export function requestLine({ route }: ApiFunction): string {
  return `${route.method} ${route.path}`;
}

/** TypeScript name of the function's error type. */
export function errorType(model: ServiceModel, { error }: ApiFunction): string {
  if (error.kind !== 'named') return 'never';
  const { label } = error;
  const types = [...model.typed.types, ...model.typed.interfaces.flatMap((item) => item.types)];
  return types.find((definition) => definition.label === label)?.js ?? 'never';
}

/** Statuses that the document gives for success. */
export function successStatuses(ok: ResultCode): readonly string[] {
  if (ok.kind === 'reply') return ['any'];
  return ok.kind === 'one'
    ? [String(ok.status)]
    : Object.values(ok.cases).map(({ status }) => String(status));
}

/** Whether an error is thrown with a value. */
export function hasValue({ payload, headers }: ErrorCode): boolean {
  return payload !== undefined || headers !== undefined;
}

/** The documented error that is best to show: one with a status of its own, 404 before others. */
export function documentedError(
  functions: readonly ApiFunction[],
): { readonly function: ApiFunction; readonly error: ErrorCode } | undefined {
  const all = functions.flatMap((item) =>
    item.route.errors.map((error) => ({ function: item, error })),
  );
  return (
    all.find(({ error }) => error.status === 404) ?? all.find(({ error }) => error.status !== 'any')
  );
}
