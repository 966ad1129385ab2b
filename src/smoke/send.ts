import { request } from 'node:http';
import type { SampleRequest } from './samples/contract.ts';

export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
  readonly ms: number;
}

/**
 * Sends a sample over real HTTP. Not by `fetch`, which refuses methods and headers that servers get all the same.
 *
 * @param url of the server, without a trailing slash
 * @param timeout in milliseconds, for the whole answer
 * @throws Node's error when there is no answer, or none in time.
 */
export function send(url: string, sample: SampleRequest, timeout = 60_000): Promise<Answer> {
  const body = bodyOf(sample);
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${url}${sample.path}`,
      {
        method: sample.method,
        headers: {
          ...sample.headers,
          ...(body === undefined ? {} : { 'content-length': body.length }),
        },
        agent: false,
        signal: AbortSignal.timeout(timeout),
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(chunks),
            ms: Math.round(performance.now() - start),
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function bodyOf({ body, bodyBase64, bodyLength }: SampleRequest): Buffer | undefined {
  if (bodyLength !== undefined) return Buffer.alloc(bodyLength, 'a');
  if (bodyBase64 !== undefined) return Buffer.from(bodyBase64, 'base64');
  return body === undefined ? undefined : Buffer.from(body);
}
