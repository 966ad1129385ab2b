// @ts-check
/**
 * Which addresses `allowed_outbound_hosts` of spin.toml lets through, by Spin's rules
 * (`crates/outbound-networking-config/src/allowed_hosts.rs`, read 2026-11-24).
 */
import { BlockList, isIP } from 'node:net';

/** @typedef {(address: string, scheme: string) => boolean} AllowedHosts */

/** The ports that an entry, or an address, may leave out. */
export const DEFAULT_PORTS = new Map([
  ['postgres', 5432],
  ['mysql', 3306],
  ['redis', 6379],
  ['mqtt', 1883],
  ['http', 80],
  ['https', 443],
]);

/**
 * Reads the entries once, and tells for an address whether one of them allows it. An address that isn't a URL is read as
 * `scheme://address`; one that isn't a URL then either is allowed by nothing.
 *
 * @param {readonly string[]} entries their variables filled in; what became empty allows nothing
 * @returns {AllowedHosts}
 * @throws Error for an entry that Spin would not start with
 */
export function allowedHosts(entries) {
  const rules = entries.filter((entry) => !/^(https?:\/\/)?$/.test(entry.trim())).map(readRule);
  return (address, scheme) => {
    const target = outboundAddress(address, scheme);
    return target !== undefined && rules.some((allows) => allows(target));
  };
}

/** @typedef {{ scheme: string, host: string, port: number | undefined }} Address */

/**
 * @param {string} text
 * @param {string} scheme of an address that has none
 * @returns {Address | undefined}
 */
export function outboundAddress(text, scheme) {
  const encoded = text.replace(
    /^((?:[^/:@]+:\/\/)?)([^/]*)@/,
    (_, start, user) => `${start}${encodeURIComponent(user)}@`,
  );
  const url = [encoded, `${scheme}://${encoded}`]
    .map((candidate) => (URL.canParse(candidate) ? new URL(candidate) : undefined))
    .find((candidate) => candidate !== undefined && candidate.hostname !== '');
  if (url === undefined) return undefined;
  const its = url.protocol.slice(0, -1);
  return {
    scheme: its,
    host: url.hostname,
    port: url.port === '' ? DEFAULT_PORTS.get(its) : Number(url.port),
  };
}

/** @param {string} entry @returns {(target: Address) => boolean} */
function readRule(entry) {
  const match = /^(\*|\p{Alphabetic}+):\/\/(.*?)(?::([^:/\]]*)\/?)?$/u.exec(entry.trim());
  if (match === null) throw refused(entry, 'it is not `scheme://host[:port]`');
  const [, scheme = '', host = '', port] = match;
  // Spin takes what is behind the last colon for the port.
  if (port === undefined && host.endsWith(']'))
    throw refused(entry, 'an IPv6 address needs a port');
  const allowsHost = readHost(entry, host);
  const allowsPort = readPort(entry, scheme, port);
  return (target) =>
    (scheme === '*' || scheme === target.scheme) &&
    allowsHost(target.host) &&
    allowsPort(target.port);
}

/** @param {string} entry @param {string} text @returns {(host: string) => boolean} */
function readHost(entry, text) {
  if (text === '*') return () => true;
  // The app's own routes: nothing outside of it.
  if (text === 'self' || text === 'self.alt') return () => false;
  const [, network, bits] = /^([^/]+)\/(\d+)$/.exec(text) ?? [];
  if (network !== undefined && Number(bits) <= (BITS[isIP(network)] ?? -1)) {
    return readNetwork(network, Number(bits));
  }
  const name = text.replace(/\/+$/, '');
  if (name.includes('/')) throw refused(entry, 'a host has no path');
  if (name === '') throw refused(entry, 'the host is empty');
  if (!name.includes('*')) return (host) => host === name;
  if (!/^\*\.[^*]+$/.test(name))
    throw refused(entry, '`*` stands for whole subdomains: `*.domain`');
  return (host) => host.endsWith(name.slice(1));
}

/** Of an address, by its family as `isIP` tells it. @type {Readonly<Record<number, number>>} */
const BITS = { 4: 32, 6: 128 };

/** @param {string} network @param {number} bits @returns {(host: string) => boolean} */
function readNetwork(network, bits) {
  const list = new BlockList();
  const family = isIP(network) === 4 ? 'ipv4' : 'ipv6';
  list.addSubnet(network, bits, family);
  // As in Spin, `[::1]` of a URL is no address of an IPv6 network.
  return (host) => isIP(host) === 4 && family === 'ipv4' && list.check(host);
}

/** @param {string} entry @param {string} scheme @param {string | undefined} text @returns {(port: number | undefined) => boolean} */
function readPort(entry, scheme, text = '') {
  if (text === '*') return () => true;
  if (text === '') {
    const known = DEFAULT_PORTS.get(scheme);
    if (known === undefined) throw refused(entry, `${scheme} has no default port`);
    return (port) => port === known;
  }
  const [, first, end] = /^(\d+)(?:\.\.(\d+))?$/.exec(text) ?? [];
  if (first === undefined) throw refused(entry, `${text} is no port`);
  const [from, until] = [Number(first), end === undefined ? Number(first) + 1 : Number(end)];
  return (port) => port !== undefined && port >= from && port < until;
}

/** @param {string} entry @param {string} why */
const refused = (entry, why) =>
  new Error(`allowed_outbound_hosts: ${JSON.stringify(entry)}: ${why}.`);
