import { firstForm, stringifyJson } from '../../runtime/index.ts';
import type { RouteCode } from '../../runtime/table.ts';
import type { SampleRequest } from './contract.ts';
import type { SampleInput } from './input.ts';
import { cookieText, headerText } from './parameters.ts';
import { requestTarget } from './target.ts';

/** What is sent: a SampleRequest without what is expected of it. */
export type SentRequest = Pick<
  SampleRequest,
  'operation' | 'method' | 'path' | 'headers' | 'body' | 'bodyBase64'
>;

/** The HTTP request that calls `route` with `input`. */
export function sentRequest(route: RouteCode, input: SampleInput): SentRequest {
  const { parameters, body } = input;
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (const { parameter, value } of parameters) {
    if (parameter.in === 'header') {
      headers[parameter.name.toLowerCase()] = headerText(parameter, value);
    } else if (parameter.in === 'cookie') cookies.push(cookieText(parameter, value));
  }
  if (cookies.length > 0) headers.cookie = cookies.join('; ');
  if (body !== undefined && route.body !== undefined) {
    headers['content-type'] = firstForm(route.body.as).media;
  }
  const sent = sentBody(route, body);
  // Some documents declare it as a parameter; the client says how long the body is, where there is one.
  if (headers['content-length'] !== undefined) headers['content-length'] = lengthOf(sent);
  const path = requestTarget(route.path, parameters);
  return { operation: route.id, method: route.method, path, headers, ...sent };
}

function lengthOf({
  body = '',
  bodyBase64 = '',
}: Pick<SentRequest, 'body' | 'bodyBase64'>): string {
  return String(Buffer.byteLength(body) + Buffer.byteLength(bodyBase64, 'base64'));
}

function sentBody(route: RouteCode, body: unknown): Pick<SentRequest, 'body' | 'bodyBase64'> {
  if (body === undefined || route.body === undefined) return {};
  switch (firstForm(route.body.as).format) {
    case 'json':
      return { body: stringifyJson(body) };
    case 'text':
      return { body: String(body) };
    default:
      return { bodyBase64: String(body) };
  }
}
