/**
 * The grammar of `allowed_outbound_hosts` entries: `scheme://host[:port]`.
 * Source: spinframework/spin 94a8fc8a, `crates/outbound-networking-config/src/allowed_hosts.rs`; measured 2026-11-24.
 * The wording is Spin's, causes joined with `: `.
 */

import { isIP, isIPv4, isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import { DEFAULT_PORTS } from '../../templates/node/hosts/allowed-hosts.mjs';
import { rustString } from './rust-text.ts';

/** An entry that Spin takes. */
export interface AllowedHost {
  /** `*` or letters, in the case that was written. */
  readonly scheme: string;
  /** `*`, `*.domain`, `self`, `self.alt`, a name, an address or a network, without a trailing slash. */
  readonly host: string;
  /** `*`, or from the first to before the last. */
  readonly ports: '*' | { readonly from: number; readonly before: number };
}

/** What is wrong with a host entry without templates, as Spin says it; `undefined` when nothing is. */
export function hostProblem(entry: string): string | undefined {
  const read = readAllowedHost(entry);
  return typeof read === 'string' ? read : undefined;
}

/** Reads an entry without templates; what is wrong with it as Spin says it. */
export function readAllowedHost(entry: string): AllowedHost | string {
  const url = entry.trim();
  const colon = url.indexOf('://');
  if (colon === -1) return schemeless(url);
  const scheme = url.slice(0, colon);
  const rest = url.slice(colon + 3);
  const lastColon = rest.lastIndexOf(':');
  const afterHost = lastColon === -1 ? '' : rest.slice(lastColon + 1);
  const [port = '', ...path] = afterHost.split('/');
  if (path.join('/') !== '') return `${rustString(url)} has a path but is not allowed to`;
  const ports = readPorts(port, scheme);
  if (typeof ports === 'string' && ports !== '*') {
    return `Invalid allowed host port ${rustString(port)}: ${ports}`;
  }
  const wrongScheme = schemeProblem(scheme);
  if (wrongScheme !== undefined) {
    return `Invalid allowed host scheme ${rustString(scheme)}: ${wrongScheme}`;
  }
  const written = lastColon === -1 ? rest : rest.slice(0, lastColon);
  const wrongHost = nameProblem(written.trim());
  if (wrongHost !== undefined) return `Invalid allowed host ${rustString(written)}: ${wrongHost}`;
  return { scheme, host: written.trim().replace(/\/+$/u, ''), ports };
}

function schemeless(url: string): string {
  return ['*', ':', '', '?'].includes(url)
    ? `${rustString(url)} is not an allowed outbound host format. Hosts must be in the form <scheme>://<host>[:<port>], with '*' wildcards allowed for each.`
    : `${rustString(url)} does not contain a scheme (e.g., 'http://' or '*://')`;
}

function schemeProblem(scheme: string): string | undefined {
  if (scheme === '*') return undefined;
  if (scheme.startsWith('{')) return 'scheme lists are not supported';
  return /^\p{Alphabetic}*$/u.test(scheme) ? undefined : 'only alphabetic characters are allowed';
}

function readPorts(port: string, scheme: string): AllowedHost['ports'] | string {
  if (port === '*') return '*';
  if (port.startsWith('{')) return 'port lists are not yet supported';
  if (port === '') {
    const known = DEFAULT_PORTS.get(scheme);
    if (known !== undefined) return { from: known, before: known + 1 };
    return `no port was provided and the scheme ${rustString(scheme)} does not have a known default port number`;
  }
  const [start = '', ...more] = port.split('..');
  const range = more.length > 0;
  const numbers = (range ? [start, more.join('..')] : [port]).map(readPort);
  const problem = numbers.find((number) => typeof number === 'string');
  if (typeof problem === 'string') {
    const what = range
      ? `port range ${rustString(port)} contains non-number`
      : `port ${rustString(port)} is not a number`;
    return `${what}: ${problem}`;
  }
  const [from, before] = numbers as number[];
  return { from: from ?? 0, before: before ?? (from ?? 0) + 1 };
}

/** A `u16` as Rust's `parse` reads it. */
function readPort(text: string): number | string {
  if (text === '') return 'cannot parse integer from empty string';
  if (!/^\+?\d+$/u.test(text)) return 'invalid digit found in string';
  return Number(text) > 65_535 ? 'number too large to fit in target type' : Number(text);
}

function nameProblem(host: string): string | undefined {
  if (['*', 'self', 'self.alt'].includes(host) || isNetwork(host)) return undefined;
  if (host.startsWith('{')) {
    return host.endsWith('}')
      ? 'host lists are not yet supported'
      : "Condition failed: `host.ends_with('}')`";
  }
  const name = host.replace(/\/+$/u, '');
  if (name.includes('/')) return 'must not include a path';
  if (name.startsWith('*.')) {
    return name.slice(2).includes('*') ? 'wildcards are allowed only as prefixes' : undefined;
  }
  if (name.includes('*')) return 'wildcards are allowed only as subdomains';
  return literalProblem(name);
}

/** `address/bits`, or an address alone (ip_network `from_str_truncate`). */
function isNetwork(host: string): boolean {
  const [address = '', bits, ...more] = host.split('/');
  if (isIP(address) === 0 || more.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= (isIPv4(address) ? 32 : 128))
  );
}

/** As the `url` crate parses hosts (WHATWG URL, "host parsing"). */
function literalProblem(host: string): string | undefined {
  if (host === '') return 'empty host';
  if (host.startsWith('[')) {
    return host.endsWith(']') && isIPv6(host.slice(1, -1)) ? undefined : 'invalid IPv6 address';
  }
  const ascii = domainToASCII(host);
  if (ascii !== '' && !/[\s#%/:<>?@[\\\]^|]/u.test(host)) return undefined;
  const last = host.replace(/\.$/u, '').split('.').at(-1) ?? '';
  return /^(?:\d+|0x[0-9a-f]*)$/iu.test(last)
    ? 'invalid IPv4 address'
    : 'invalid international domain name';
}
