/**
 * Responses → what the function returns, and the variant that it fails with.
 */
import type { Operation, Response } from '../../openapi/model.ts';
import { hasNoBody } from '../../runtime/index.ts';
import { quote } from '../../text/quote.ts';
import {
  type Draft,
  type ErrorDraft,
  type OkDraft,
  type OperationDraft,
  type PayloadDraft,
  payloadShape,
  type Reference,
  reference,
  type Shape,
  type SuccessDraft,
} from '../graph/draft.ts';
import { statusLabel } from '../naming/status.ts';
import { describeResponse } from './describe.ts';
import type { Lowering, Place } from './lower-schema.ts';
import { payloadOf } from './payload.ts';

/** `4XX`, `5XX` and `default` stand for many statuses: the value brings its own. */
const ANY_STATUS: ReadonlyMap<string, string> = new Map([
  ['4XX', 'client-error'],
  ['5XX', 'server-error'],
  ['default', 'default'],
]);

/** Ranges of successes are answered with one status of theirs. */
const SUCCESS_RANGES: ReadonlyMap<string, readonly [label: string, status: number]> = new Map([
  ['2XX', ['success', 200]],
  ['3XX', ['redirect', 302]],
]);

/** The value of a redirect is where to, of `other` what went wrong. */
const TEXT: Shape = { kind: 'scalar', scalar: 'string', leaf: 'ours' };

/**
 * What an operation returns: the payload of its only success, a variant of several, or, when the document has none, any
 * status and JSON. And what it fails with: a case for each documented error, and `other` for those that happen anyway.
 */
export function lowerResponses(
  operation: Operation,
  lowering: Lowering,
): Pick<OperationDraft, 'ok' | 'error' | 'errors'> {
  const successes: SuccessDraft[] = [];
  const errors: ErrorDraft[] = [];
  for (const response of operation.responses) {
    const kind = response.status.charAt(0);
    if (kind === '2' || kind === '3') {
      successes.push(lowerSuccess(operation, response, lowering));
    } else if (kind === '4' || kind === '5' || response.status === 'default') {
      errors.push(lowerError(operation, response, lowering));
    } else {
      const reason = `status ${response.status} is left out: a handler can't answer it`;
      lowering.omissions.push({ pointer: response.pointer, reason });
    }
    noteHeaders(response, lowering);
  }
  return {
    ok: okDraft(operation, successes, lowering),
    errors,
    error: errorVariant(operation, errors),
  };
}

function okDraft(
  operation: Operation,
  successes: readonly SuccessDraft[],
  lowering: Lowering,
): OkDraft {
  const [only] = successes;
  if (only === undefined) {
    return { kind: 'reply', reply: reference(operation.pointer, lowering.httpReply()) };
  }
  if (successes.length === 1) return { kind: 'one', success: only };
  const { pointer } = operation;
  const draft: Draft = {
    pointer,
    origin: { from: 'operation', operation, suffix: 'ok' },
    kind: 'variant',
    docs: undefined,
    cases: successes.map(({ label, docs, payload, location }) => ({
      label,
      docs,
      shape: location ? TEXT : shapeOf(payload),
      anyStatus: false,
    })),
  };
  return { kind: 'variant', variant: reference(pointer, draft), successes };
}

function shapeOf(payload: PayloadDraft | undefined): Shape | undefined {
  return payload === undefined ? undefined : payloadShape(payload);
}

function errorVariant(operation: Operation, errors: readonly ErrorDraft[]): Reference {
  const { pointer } = operation;
  const documented = errors.map(({ label, status, docs, payload }) => ({
    label,
    docs,
    shape: shapeOf(payload),
    anyStatus: status === 'any',
  }));
  const other = {
    label: 'other',
    docs: 'What the document does not describe: a status, and what went wrong.',
    shape: TEXT,
    anyStatus: true,
  };
  const draft: Draft = {
    pointer,
    origin: { from: 'operation', operation, suffix: 'error' },
    kind: 'variant',
    docs: undefined,
    cases: [...documented, other],
  };
  return reference(pointer, draft);
}

function lowerSuccess(operation: Operation, response: Response, lowering: Lowering): SuccessDraft {
  const range = SUCCESS_RANGES.get(response.status);
  const status = range?.[1] ?? Number(response.status);
  const location = status >= 300 && status !== 304;
  const place = payloadPlace(operation, 'response');
  const label = range?.[0] ?? statusLabel(status);
  return {
    label,
    status,
    docs: describeResponse(response.description, label),
    payload: location ? undefined : responsePayload(operation, response, status, lowering, place),
    location,
  };
}

function lowerError(operation: Operation, response: Response, lowering: Lowering): ErrorDraft {
  const range = ANY_STATUS.get(response.status);
  const status = range === undefined ? Number(response.status) : 'any';
  const place = payloadPlace(operation, 'error');
  const label = range ?? statusLabel(Number(response.status));
  return {
    label,
    status,
    docs: describeResponse(response.description, label),
    payload: responsePayload(operation, response, status, lowering, place),
  };
}

function responsePayload(
  operation: Operation,
  response: Response,
  status: number | 'any',
  lowering: Lowering,
  place: Place,
): PayloadDraft | undefined {
  if (status !== 'any' && hasNoBody(status)) return undefined;
  if (operation.method === 'HEAD') return undefined;
  return payloadOf(response.media, lowering, place);
}

/** Error bodies are alike in a whole API, so they share their type; each operation's result is its own. */
function payloadPlace(operation: Operation, role: 'response' | 'error'): Place {
  return { parent: operation, role, shared: false, directions: { in: false, out: true }, depth: 0 };
}

function noteHeaders(response: Response, lowering: Lowering): void {
  for (const { pointer, name } of response.headers) {
    lowering.omissions.push({ pointer, reason: `response header ${quote(name)} is left out` });
  }
}
