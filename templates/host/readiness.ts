import { HostError } from './host-error.ts';

/** A need of the service by its name, and how to tell whether it is there. */
export interface Check {
  readonly need: string;
  /** @throws HostError when it is not */
  ready(): void | Promise<void>;
}

type Fetch = (request: Request) => Response | Promise<Response>;

/**
 * Answers `path` with 200 when every need is there, else with 503 and the names of those that are not; every other
 * request goes to `next`. Strangers learn names only: why is printed, where operators read it.
 */
export function withReadiness(path: string, checks: readonly Check[], next: Fetch): Fetch {
  return (request) => {
    const asked = new URL(request.url).pathname === path;
    if (!asked || (request.method !== 'GET' && request.method !== 'HEAD')) return next(request);
    return answer(checks).then((response) =>
      request.method === 'HEAD' ? new Response(null, response) : response,
    );
  };
}

async function answer(checks: readonly Check[]): Promise<Response> {
  const missing: { need: string; kind: string }[] = [];
  for (const { need, ready } of checks) {
    try {
      await ready();
    } catch (error) {
      const kind = error instanceof HostError ? error.kind : 'failed';
      missing.push({ need, kind });
      console.error(
        `Not ready: ${need}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  if (missing.length === 0) return json(200, 'application/json', { status: 'ready' });
  return json(503, 'application/problem+json', {
    type: 'about:blank',
    title: 'Service Unavailable',
    status: 503,
    detail: `not ready: ${missing.map(({ need }) => need).join(', ')}`,
    needs: missing,
  });
}

function json(status: number, type: string, body: unknown): Response {
  const headers = { 'content-type': type, 'cache-control': 'no-store' };
  return new Response(JSON.stringify(body), { status, headers });
}
