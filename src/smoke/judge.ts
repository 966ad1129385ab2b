import {
  type Codecs,
  compileParameters,
  formsOf,
  hasNoBody,
  isInRange,
  isJson,
  mediaType,
  Problem,
  RequestParts,
} from '../runtime/index.ts';
import type { AnswerCode, CaseCode, HeaderCode, RouteCode } from '../runtime/table.ts';
import { printable } from '../text/quote.ts';
import type { SampleRequest } from './samples/contract.ts';
import { documentedStatuses } from './samples/statuses.ts';
import type { Answer } from './send.ts';

const PROBLEM = 'application/problem+json';

/**
 * What is wrong with an answer, in one sentence; `undefined` when it is right.
 *
 * @param route the route that should answer, which knows the documented media types and headers; without it they are not
 *   judged
 */
export function judge(
  sample: SampleRequest,
  answer: Answer,
  route: RouteCode | undefined,
  codecs: Codecs,
): string | undefined {
  return (
    wrongStatus(sample, answer) ??
    wrongHeaders(sample, answer) ??
    wrongEmptiness(sample, answer) ??
    wrongMedia(sample, answer, route) ??
    wrongDocumentedHeader(answer, route, codecs) ??
    wrongPointer(sample, answer)
  );
}

function wrongStatus({ expected }: SampleRequest, { status, headers, body }: Answer) {
  if (expected.includes(status)) return undefined;
  const fault = headers['component-fault'];
  if (fault !== undefined) return `${fault}: ${body.toString().trim()}`;
  return `answered ${status} instead of ${expected.join(' or ')}${excerpt(body)}`;
}

/** For a message: an example of the document may be in it. */
function excerpt(body: Buffer) {
  const text = body.toString('utf8', 0, 300).trim();
  return text === '' ? '' : `: ${printable(text)}`;
}

function wrongHeaders({ expectedHeaders = {} }: SampleRequest, { headers }: Answer) {
  for (const [name, value] of Object.entries(expectedHeaders)) {
    const got = headers[name];
    if (got !== value) return `the header ${name} is ${got ?? 'missing'} instead of ${value}`;
  }
  return undefined;
}

/** RFC 9110 §6.4.1: an answer to HEAD has no content, and those of some statuses have none. */
function wrongEmptiness({ method }: SampleRequest, { status, body }: Answer) {
  const empty = method === 'HEAD' || hasNoBody(status);
  return empty && body.length > 0 ? `has a body of ${body.length} bytes` : undefined;
}

function wrongMedia(sample: SampleRequest, answer: Answer, route: RouteCode | undefined) {
  const { status, body } = answer;
  if (body.length === 0 || (sample.operation !== undefined && route === undefined)) {
    return undefined;
  }
  const media = mediaType(String(answer.headers['content-type'] ?? ''));
  const allowed = documentedAnswers(route, status)
    .flatMap(({ payload }) => (payload === undefined ? [] : formsOf(payload)))
    .map(([, form]) => form.media);
  if (status >= 400) allowed.push(PROBLEM);
  // Unlike in a request, JSON of one name is not JSON of another.
  if (allowed.length > 0 && !allowed.some((one) => one === media || isInRange(media, one))) {
    return `is ${media || 'without content-type'} instead of ${allowed.join(' or ')}`;
  }
  if (!isJson(media)) return undefined;
  const json = parsed(body);
  if (json === undefined) return `is not JSON${excerpt(body)}`;
  // RFC 9457 §3.1.2: the member repeats the status of the answer.
  if (media === PROBLEM && ![undefined, status].includes(json.status as number | undefined)) {
    return `is a problem of status ${json.status}`;
  }
  return undefined;
}

function wrongDocumentedHeader(
  { status, headers }: Answer,
  route: RouteCode | undefined,
  codecs: Codecs,
) {
  // What the adapter answers by itself has none of the document's headers.
  const isOfService = route !== undefined && documentedStatuses(route).includes(status);
  if (!isOfService || status === 501) return undefined;
  const problems = documentedAnswers(route, status).map((code) =>
    missingHeader(code.headers ?? [], headers, codecs),
  );
  return problems.includes(undefined) ? undefined : problems[0];
}

function missingHeader(
  documented: readonly HeaderCode[],
  headers: Answer['headers'],
  codecs: Codecs,
): string | undefined {
  // A cookie a line; as one text they are a list all the same.
  const get = (name: string) => headers[name.toLowerCase()]?.toString() ?? null;
  const parts = new RequestParts({ headers: { get } }, '', []);
  const params = documented.map((code) => ({ ...code, in: 'header' }) as const);
  for (const read of compileParameters({ params }, [], codecs)) {
    try {
      read(parts);
    } catch (error) {
      if (error instanceof Problem) return error.message.replace('header parameter', 'the header');
      throw error;
    }
  }
  return undefined;
}

function wrongPointer({ expectedPointer }: SampleRequest, { body }: Answer) {
  if (expectedPointer === undefined) return undefined;
  const errors: unknown = parsed(body)?.errors;
  const pointers = Array.isArray(errors) ? errors.map(({ pointer }) => String(pointer)) : [];
  if (pointers.includes(`#${encodeURI(expectedPointer)}`)) return undefined;
  return `points at ${pointers.join(', ') || 'nothing'} instead of #${encodeURI(expectedPointer)}`;
}

function parsed(body: Buffer): Record<string, unknown> | undefined {
  try {
    return Object(JSON.parse(body.toString()));
  } catch {
    return undefined;
  }
}

/** The answers that the route documents for this status, its own before those of any. */
function documentedAnswers(route: RouteCode | undefined, status: number): readonly AnswerCode[] {
  if (route === undefined) return [];
  const { ok, errors } = route;
  const cases: readonly (CaseCode | RouteCode['errors'][number])[] = [
    ...(ok.kind === 'one' ? [ok] : ok.kind === 'variant' ? Object.values(ok.cases) : []),
    ...errors,
  ];
  return [
    ...cases.filter((one) => one.status === status),
    ...cases.filter((one) => one.status === 'any' && status >= 400),
  ];
}
