import type { Codecs } from './codec.ts';
import { stringifyJson } from './json.ts';
import { firstForm, isJson } from './media.ts';
import { expected, under } from './mismatch.ts';
import { Problem } from './problem.ts';
import type { CaseCode, ErrorCode, ExampleCode, PayloadCode, ResultCode } from './table.ts';
import { tagged } from './values.ts';

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
  const { status, payload } = error;
  if (status !== 'any') return compileCase({ status, ...(payload && { payload }) }, codecs);
  if (payload === undefined) return (value) => respond(checkedStatus(value));
  const content = compilePayload(firstForm(payload), codecs);
  return (value) => {
    if (!Array.isArray(value)) throw expected('[status, payload]', value);
    return respond(checkedStatus(value[0]), content.body(value[1]), content.headers);
  };
}

function compileCase({ status, payload, location }: CaseCode, codecs: Codecs): Answer {
  if (location) return (value) => respond(status, null, { location: text(value) });
  if (payload === undefined) return () => respond(status);
  const { body, headers } = compilePayload(firstForm(payload), codecs);
  return (value) => respond(status, body(value), headers);
}

type Payload = string | Uint8Array<ArrayBuffer>;

interface Content {
  readonly headers: Readonly<Record<string, string>>;
  body(value: unknown): Payload;
}

function compilePayload({ media, format, type = 'json' }: PayloadCode, codecs: Codecs): Content {
  const headers = { 'content-type': answeredMedia(media, format) };
  if (format === 'bytes') return { headers, body: bytes };
  if (format === 'text') return { headers, body: text };
  const { encode } = codecs.codec(type);
  return { headers, body: (value) => stringifyJson(encode(value)) };
}

/** A range such as `*`+`/*` says what may come, not what does. */
function answeredMedia(media: string, format: PayloadCode['format']): string {
  const plain = new Map([
    ['json', 'application/json'],
    ['text', 'text/plain'],
  ]);
  const concrete = media.includes('*') ? (plain.get(format) ?? 'application/octet-stream') : media;
  return format === 'text' && !concrete.includes('charset')
    ? `${concrete};charset=utf-8`
    : concrete;
}

/** `{ status, body }`, for an operation without a documented success. */
function reply(value: unknown): Response {
  if (typeof value !== 'object' || value === null) throw expected('{ status, body }', value);
  const { status, body } = value as Record<string, unknown>;
  const json = { 'content-type': 'application/json' };
  return body === undefined || body === null
    ? respond(checkedStatus(status))
    : respond(checkedStatus(status), text(body), json);
}

/** The document's example in place of an answer, marked as such. */
export function compileExample({ status, media, body }: ExampleCode): () => Response {
  const mark = { 'x-stub': 'example' };
  if (media === undefined || body === undefined) return () => respond(status, null, mark);
  const content = typeof body === 'string' && !isJson(media) ? body : stringifyJson(body);
  const headers = { 'content-type': media, ...mark };
  return () => respond(status, content, headers);
}

function respond(
  status: number,
  body: Payload | null = null,
  headers: Readonly<Record<string, string>> = {},
): Response {
  if (!hasNoBody(status)) return new Response(body, { status, headers });
  const { 'content-type': _, ...others } = headers;
  return new Response(null, { status, headers: others });
}

function checkedStatus(status: unknown): number {
  if (typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599) {
    return status;
  }
  throw expected('status from 200 to 599', status);
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw expected('string', value);
  return value;
}

function bytes(value: unknown): Uint8Array<ArrayBuffer> {
  if (!(value instanceof Uint8Array)) throw expected('Uint8Array', value);
  return value as Uint8Array<ArrayBuffer>;
}
