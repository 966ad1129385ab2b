import { compileHeaders, type Header, header } from './answer-headers.ts';
import type { Codecs } from './codec.ts';
import { type Content, compileContent, text } from './content.ts';
import { stringifyJson } from './json.ts';
import { isJson } from './media.ts';
import { expected, inside, under } from './mismatch.ts';
import { Problem } from './problem.ts';
import { fromBase64 } from './scalars.ts';
import type { AnswerCode, CaseCode, ErrorCode, ExampleCode, ResultCode } from './table.ts';
import { asObject, tagged } from './values.ts';

/** A value of the service to an HTTP answer. Throws Mismatch when the value does not fit its type. */
export type Answer = (value: unknown) => Response;

/** Whether answers of this status have no body (RFC 9110 §15.3.5, §15.3.6, §15.4.5). */
export function hasNoBody(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

/** What the function returned. */
export function compileResult(result: ResultCode, codecs: Codecs): Answer {
  if (result.kind === 'one') return compileCase(result, codecs);
  if (result.kind === 'reply') return reply;
  const cases = new Map(
    Object.entries(result.cases).map(([tag, code]) => [tag, compileCase(code, codecs)]),
  );
  return (value) => {
    const { tag, val } = tagged(value) ?? {};
    const answer = cases.get(tag ?? '');
    if (answer === undefined) {
      throw under('tag', expected(`one of ${[...cases.keys()].join(', ')}`, tag));
    }
    return answer(val);
  };
}

/** What the function threw: the answer by tag, `other` among them. */
export function compileErrors(
  errors: readonly ErrorCode[],
  codecs: Codecs,
): ReadonlyMap<string, Answer> {
  const documented = errors.map((error) => [error.tag, compileError(error, codecs)] as const);
  return new Map([['other', answerOther], ...documented]);
}

/** `other(tuple<u16, string>)`: status and detail of a problem that the document does not name. */
function answerOther(val: unknown): Response {
  const [status, detail] = Array.isArray(val) ? val : [];
  if (!Number.isInteger(status) || status < 400 || status > 599 || typeof detail !== 'string') {
    throw expected('[status from 400 to 599, detail]', val);
  }
  return new Problem(status, detail).response();
}

function compileError(error: ErrorCode, codecs: Codecs): Answer {
  const { status } = error;
  if (status !== 'any') return compileCase({ ...error, status }, codecs);
  const answer = compileAnswer(error, codecs);
  if (error.payload === undefined && error.headers === undefined) {
    return (value) => answer(checkedStatus(value), undefined);
  }
  return (value) => {
    if (!Array.isArray(value)) throw expected('[status, payload]', value);
    return answer(checkedStatus(value[0]), value[1]);
  };
}

function compileCase(code: CaseCode, codecs: Codecs): Answer {
  const { status } = code;
  if (code.location) return (value) => respond(status, undefined, [['location', header(value)]]);
  const answer = compileAnswer(code, codecs);
  return (value) => answer(status, value);
}

/** The value is the content itself; with headers, a record of them and of the content. */
function compileAnswer(
  { payload, headers }: AnswerCode,
  codecs: Codecs,
): (status: number, value: unknown) => Response {
  const content = payload === undefined ? () => undefined : compileContent(payload, codecs);
  if (headers === undefined) return (status, value) => respond(status, content(value));
  const fields = compileHeaders(headers, codecs);
  return (status, value) => {
    const record = asObject(value);
    return respond(status, inside('body', content, record.body), fields(record));
  };
}

/** `{ status, body }`, for an operation without a documented success. */
function reply(value: unknown): Response {
  if (typeof value !== 'object' || value === null) throw expected('{ status, body }', value);
  const { status, body } = value as Record<string, unknown>;
  return body === undefined || body === null
    ? respond(checkedStatus(status))
    : respond(checkedStatus(status), { type: 'application/json', data: text(body) });
}

/** The document's example in place of an answer, marked as such. */
export function compileExample({ status, media, body, bodyBase64, headers = [] }: ExampleCode) {
  const marked: readonly Header[] = [...headers, ['x-stub', 'example']];
  const data = bodyBase64 === undefined ? exampleText(media, body) : fromBase64(bodyBase64);
  const content = media === undefined || data === undefined ? undefined : { type: media, data };
  return () => respond(status, content, marked);
}

function exampleText(media = '', body: unknown): string | undefined {
  if (body === undefined) return undefined;
  return typeof body === 'string' && !isJson(media) ? body : stringifyJson(body);
}

const NONE: readonly Header[] = [];

function respond(status: number, content?: Content, headers = NONE): Response {
  const bare = content === undefined || hasNoBody(status);
  const response = new Response(bare ? null : content.data, {
    status,
    headers: bare ? {} : { 'content-type': content.type },
  });
  if (headers.length > 0) {
    for (const [name, value] of headers) response.headers.append(name, value);
  }
  return response;
}

function checkedStatus(status: unknown): number {
  if (typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599) {
    return status;
  }
  throw expected('status from 200 to 599', status);
}
