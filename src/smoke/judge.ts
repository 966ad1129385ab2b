import { hasNoBody, isJson, mediaType } from '../runtime/index.ts';
import type { CaseCode, ContentCode, PayloadCode, RouteCode } from '../runtime/table.ts';
import { printable } from '../text/quote.ts';
import type { SampleRequest } from './samples/contract.ts';
import type { Answer } from './send.ts';

const PROBLEM = 'application/problem+json';

/**
 * What is wrong with an answer, in one sentence; `undefined` when it is right.
 *
 * @param route the route that should answer, which knows the documented media types; without it they are not judged
 */
export function judge(
  sample: SampleRequest,
  answer: Answer,
  route: RouteCode | undefined,
): string | undefined {
  return (
    wrongStatus(sample, answer) ??
    wrongHeaders(sample, answer) ??
    wrongEmptiness(sample, answer) ??
    wrongMedia(sample, answer, route) ??
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
  const allowed = [...documentedMedia(route, status), ...(status >= 400 ? [PROBLEM] : [])];
  if (allowed.length > 0 && !allowed.includes(media)) {
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

/** The media types that the route documents for this status. */
function documentedMedia(route: RouteCode | undefined, status: number): string[] {
  if (route === undefined) return [];
  const { ok, errors } = route;
  const cases: readonly (CaseCode | RouteCode['errors'][number])[] = [
    ...(ok.kind === 'one' ? [ok] : ok.kind === 'variant' ? Object.values(ok.cases) : []),
    ...errors,
  ];
  return cases
    .filter((one) => one.status === status || (one.status === 'any' && status >= 400))
    .flatMap(({ payload }) => (payload === undefined ? [] : formsOf(payload)))
    .map(({ media }) => media.toLowerCase());
}

function formsOf(content: ContentCode): readonly PayloadCode[] {
  return 'cases' in content ? content.cases.map(([, form]) => form) : [content];
}
