import type { RouteCode } from '../../runtime/table.ts';
import { type SampleBody, writtenBody } from './body.ts';
import type { SampleRequest } from './contract.ts';
import type { SampleInput } from './input.ts';
import { cookieText, headerText } from './parameters.ts';
import { requestTarget } from './target.ts';

/** What is sent: a SampleRequest without what is expected of it. */
export type SentRequest = Pick<
  SampleRequest,
  'operation' | 'method' | 'path' | 'headers' | 'body' | 'bodyBase64'
>;

/** The HTTP request that calls `route` with `input`, and one of its bodies. */
export function sentRequest(
  route: RouteCode,
  { parameters, bodies: [usual] }: SampleInput,
  body: SampleBody | undefined = usual,
): SentRequest {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (const { parameter, value } of parameters) {
    if (parameter.in === 'header') {
      headers[parameter.name.toLowerCase()] = headerText(parameter, value);
    } else if (parameter.in === 'cookie') cookies.push(cookieText(parameter, value));
  }
  if (cookies.length > 0) headers.cookie = cookies.join('; ');
  const { contentType, ...sent } = body === undefined ? {} : writtenBody(body);
  if (contentType !== undefined) headers['content-type'] = contentType;
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
