/**
 * Responses → what the function returns, and the variant that it fails with.
 */
import type { Header, Media, Operation, Response } from '../../openapi/model.ts';
import { hasNoBody } from '../../runtime/index.ts';
import { type AnswerDraft, answerShape } from '../graph/content-draft.ts';
import {
  type Draft,
  type ErrorDraft,
  type OkDraft,
  type OperationDraft,
  type Reference,
  reference,
  type Shape,
  type SuccessDraft,
} from '../graph/draft.ts';
import { statusLabel } from '../naming/status.ts';
import { contentOf } from './contents/content.ts';
import { answerDraft, answerHeaders } from './contents/headers.ts';
import { describeMedia } from './contents/media-docs.ts';
import { describeResponse, withRemarks } from './describe.ts';
import type { Lowering } from './lower-schema.ts';

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
 * What an operation returns: the answer of its only success, a variant of several, or, when the document has none, any
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
    const reply = reference(operation.pointer, lowering.mappingType('http-reply'));
    return { kind: 'reply', reply: { ...reply, leaf: 'ours' } };
  }
  if (successes.length === 1) return { kind: 'one', success: only };
  const { pointer } = operation;
  const draft: Draft = {
    pointer,
    origin: { from: 'operation', operation, suffix: 'ok' },
    kind: 'variant',
    docs: undefined,
    cases: successes.map(({ label, docs, answer, location }) => ({
      label,
      docs,
      shape: location ? TEXT : answerShape(answer),
      anyStatus: false,
    })),
  };
  return { kind: 'variant', variant: reference(pointer, draft), successes };
}

function errorVariant(operation: Operation, errors: readonly ErrorDraft[]): Reference {
  const { pointer } = operation;
  const documented = errors.map(({ label, status, docs, answer }) => ({
    label,
    docs,
    shape: answerShape(answer),
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
  const label = range?.[0] ?? statusLabel(status);
  const isRedirect = status >= 300 && status !== 304;
  const described = isRedirect ? redirect(response) : response;
  const answer = lowerAnswer(operation, described, { status, label, role: 'response' }, lowering);
  const location = isRedirect && answer.content === undefined && answer.headers.length === 1;
  return {
    label,
    status,
    docs: withRemarks(describeResponse(response.description, label), [
      answer.content && describeMedia(answer.content),
    ]),
    answer: location ? { content: undefined, headers: [], record: undefined } : answer,
    location,
  };
}

/**
 * A redirect says where to, also when the document doesn't say so. Content without a schema is the note for people that
 * servers may send along (RFC 9110 §15.4).
 */
function redirect(response: Response): Response {
  const { pointer } = response;
  const isLocation = ({ name }: Header): boolean => name.toLowerCase() === 'location';
  const unsaid: Header = {
    pointer,
    name: 'location',
    required: true,
    description: undefined,
    schema: { kind: 'string', pointer },
    explode: false,
    json: false,
    examples: [],
  };
  const isTyped = ({ schema }: Media): boolean => schema !== undefined && schema.kind !== 'any';
  return {
    ...response,
    media: response.media.filter(isTyped),
    headers: [
      ...(response.headers.some(isLocation) ? [] : [unsaid]),
      ...response.headers.map((header) =>
        isLocation(header) ? { ...header, required: true } : header,
      ),
    ],
  };
}

function lowerError(operation: Operation, response: Response, lowering: Lowering): ErrorDraft {
  const range = ANY_STATUS.get(response.status);
  const status = range === undefined ? Number(response.status) : 'any';
  const label = range ?? statusLabel(Number(response.status));
  return {
    label,
    status,
    docs: describeResponse(response.description, label),
    answer: lowerAnswer(operation, response, { status, label, role: 'error' }, lowering),
  };
}

interface AnswerKind {
  readonly status: number | 'any';
  readonly label: string;
  /** Error bodies are alike in a whole API, so they share their type; each operation's result is its own. */
  readonly role: 'response' | 'error';
}

function lowerAnswer(
  operation: Operation,
  response: Response,
  { status, label, role }: AnswerKind,
  lowering: Lowering,
): AnswerDraft {
  const headers = answerHeaders(response, lowering);
  // The record that holds the headers too is the response.
  const bodyRole = headers.length > 0 && role === 'response' ? 'response-body' : role;
  const isEmpty = (status !== 'any' && hasNoBody(status)) || operation.method === 'HEAD';
  const content = isEmpty
    ? undefined
    : contentOf(response.media, lowering, { operation, role: bodyRole, status: label, way: 'out' });
  return answerDraft(content, headers, lowering, { operation, status: label });
}
