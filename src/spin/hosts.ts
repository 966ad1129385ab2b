/**
 * The grammar of `allowed_outbound_hosts` entries: `scheme://host[:port]`.
 * Source: spinframework/spin 94a8fc8a, `crates/outbound-networking-config/src/allowed_hosts.rs`; measured 2026-11-24.
 */
const DEFAULT_PORTS: ReadonlySet<string> = new Set([
  'postgres',
  'mysql',
  'redis',
  'mqtt',
  'http',
  'https',
]);

const ENTRY =
  /^(?<scheme>[^:]*):\/\/(?<host>\[[^\]]*\]|[^/:]*)(?::(?<port>[^/]*))?(?<path>\/.*)?$/u;
const NAME =
  /^(?:\*|self|self\.alt|(?:\*\.)?[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*|\[[0-9a-fA-F:.]+\])$/u;

/** What is wrong with a host entry without templates, as Spin would say it; `undefined` when nothing is. */
export function hostProblem(entry: string): string | undefined {
  const parts = ENTRY.exec(entry)?.groups;
  if (parts === undefined) {
    return `"${entry}" does not contain a scheme (e.g., 'http://' or '*://')`;
  }
  const { scheme = '', host = '', port, path = '/' } = parts;
  if (scheme !== '*' && !/^[a-z]+$/u.test(scheme)) {
    return `the scheme "${scheme}" may only have small letters`;
  }
  if (scheme === 'postgresql') return 'postgresql:// never matches: Spin asks for postgres://';
  if (path !== '/') return `"${entry}" has a path: hosts are allowed as a whole`;
  if (!NAME.test(host)) return `"${host}" is no host name, IP address, * or *.domain`;
  return portProblem(scheme, port);
}

function portProblem(scheme: string, port: string | undefined): string | undefined {
  if (port === undefined) {
    if (DEFAULT_PORTS.has(scheme)) return undefined;
    return `no port was provided and the scheme "${scheme}" does not have a known default port number`;
  }
  const numbers = /^(\d{1,5})(?:\.\.(\d{1,5}))?$/u.exec(port)?.slice(1).filter(Boolean).map(Number);
  const valid = port === '*' || numbers?.every((number) => number > 0 && number < 65536);
  return valid === true ? undefined : `Invalid allowed host port "${port}"`;
}
