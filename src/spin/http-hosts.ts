/**
 * The entries of `allowed_http_hosts`, which manifests had before `allowed_outbound_hosts`; the wording is Spin's.
 * Source: spinframework/spin 94a8fc8a, `crates/manifest/src/compat.rs` and `compat/allowed_http_hosts.rs`.
 */

/** How Spin begins what is wrong with them. */
export const HTTP_HOSTS_INVALID = 'One or more allowed_http_hosts entries was invalid:';

/** What is wrong with an entry of `allowed_http_hosts`, as Spin says it. */
export function httpHostProblem(text: string): string | undefined {
  const hasScheme = text.includes('//');
  const url = tryUrl(hasScheme ? text : `http://${text}`);
  if (url === undefined && hasScheme) {
    const reason = /^[a-z][a-z0-9+.-]*:/iu.test(text)
      ? 'empty host'
      : 'relative URL without a base';
    const port = /:\d+\/?$/u.test(text) ? 'invalid port number' : reason;
    return `${text} isn't a valid HTTP host URL: ${port}`;
  }
  if (url === undefined || !/^https?:$/u.test(url.protocol)) {
    return `${text} isn't a valid host or host:port string`;
  }
  return url.pathname.length > 1
    ? `${text} contains a path, should be host and optional port only`
    : undefined;
}

function tryUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** The entries of `allowed_outbound_hosts` that stand for one of `allowed_http_hosts` (`convert_allowed_http_to_allowed_hosts`). */
export function modernHosts(host: string): readonly string[] {
  if (host === 'insecure:allow-all') return ['http://*:*', 'https://*:*', 'http://self'];
  const url = tryUrl(host.includes('//') ? host : `http://${host}`);
  if (url === undefined || url.hostname === 'self') return ['http://self'];
  return [`http://${url.host}`, `https://${url.host}`];
}
