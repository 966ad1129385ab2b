import type { RouteCode } from '../../runtime/table.ts';

/** What `default`, `4XX` and `5XX` may come out as: each status a service answers on purpose. */
const CLIENT_ERRORS = [401, 402, 403, 404, 406, 408, 409, 410, 412, 422, 423, 428, 429, 451];
const SERVER_ERRORS = [502, 503, 504];

/** An operation whose document names no success answers one all the same. */
const ANY_SUCCESS = [200, 201, 202, 204];

/** Wrong as the answer to a valid request, even where the document has them: they say that the request was not. */
const FAULTS = new Set([400, 405, 413, 415, 500]);

/** Statuses that a valid request may be answered with once the operation is written: the documented ones. */
export function documentedStatuses({ ok, errors }: RouteCode): readonly number[] {
  const statuses = new Set<number>();
  if (ok.kind === 'one') statuses.add(ok.status);
  else if (ok.kind === 'reply') for (const status of ANY_SUCCESS) statuses.add(status);
  else for (const { status } of Object.values(ok.cases)) statuses.add(status);
  for (const { tag, status } of errors) {
    for (const one of status === 'any' ? errorRange(tag) : [status]) statuses.add(one);
  }
  return [...statuses].filter((status) => !FAULTS.has(status));
}

/** The cases that bring their own status are called `client-error` (4XX), `server-error` (5XX) and `default`. */
function errorRange(tag: string): readonly number[] {
  if (tag === 'client-error') return CLIENT_ERRORS;
  return tag === 'server-error' ? SERVER_ERRORS : [...CLIENT_ERRORS, ...SERVER_ERRORS];
}
