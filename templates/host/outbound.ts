import { component, outboundHosts } from './grants.ts';
import { HostError, listLine, notGranted } from './host-error.ts';

export interface OutboundInit extends RequestInit {
  /** Milliseconds until the call is given up (default 10 000). */
  readonly timeout?: number;
}

/** Servers that spin.toml grants: the only place that names them in the code. */
export { outboundHosts };

/**
 * Calls another server: `fetch` with a timeout and errors that say what is wrong. A response of any status is a response.
 *
 * @throws HostError `not-granted` with the line for spin.toml, or `unreachable`
 */
export async function outbound(url: string | URL, init: OutboundInit = {}): Promise<Response> {
  const { timeout = 10_000, ...request } = init;
  const target = new URL(url);
  try {
    return await inTime(fetch(target.href, request), timeout, target);
  } catch (error) {
    throw error instanceof HostError ? error : explain(target, error);
  }
}

/** Nothing to call: whether a server answers is its own matter, and asking costs it. The grant is audited by the build. */
export function ready(): void {}

/** The engine's fetch takes no AbortSignal (StarlingMonkey, componentize-js 0.23.0), so the timer only ends the waiting. */
function inTime(call: Promise<Response>, timeout: number, { origin }: URL): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new HostError('unreachable', `${origin} gave no answer within ${timeout} ms.`));
    }, timeout);
  });
  return Promise.race([call, late]).finally(() => clearTimeout(timer));
}

/** A host that is not granted is a bare network error (Spin 4.1), so the list tells the two apart. */
function explain(target: URL, error: unknown): HostError {
  const { origin } = target;
  if (!outboundHosts.some((entry) => grants(entry, target))) {
    const line = listLine('allowed_outbound_hosts', outboundHosts, origin);
    return notGranted(`${origin} is not granted`, line, `component.${component}`);
  }
  const reason = error instanceof Error ? error.message : String(error);
  const message = `${origin} can't be reached: ${reason}${neighbourHint(target)}`;
  return new HostError('unreachable', message, { cause: error });
}

/** Only Spin knows the other components of an application; tests have to be told. */
function neighbourHint({ hostname }: URL): string {
  const [, id] = /^([\w-]+)\.spin\.internal$/.exec(hostname) ?? [];
  if (id === undefined) return '';
  const name = `SPIN_INTERNAL_${id.toUpperCase().replaceAll('-', '_')}`;
  return `. Is "${id}" a component of this application? In tests on Node, set ${name} to the URL where it is served.`;
}

function grants(entry: string, { protocol, hostname, port }: URL): boolean {
  const match = /^([^:]+):\/\/(\[[^\]]*\]|[^:]*)(?::(.+))?$/.exec(entry);
  if (match === null) return false;
  const [, scheme, host = '', allowed] = match;
  const usual = protocol === 'https:' ? '443' : '80';
  const sameHost =
    host === '*' ||
    host === hostname ||
    (host.startsWith('*.') && hostname.endsWith(host.slice(1)));
  const samePort = allowed === '*' || (allowed ?? usual) === (port === '' ? usual : port);
  return sameHost && samePort && (scheme === '*' || `${scheme}:` === protocol);
}
