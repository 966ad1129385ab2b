import type { Checked } from '../questions/question.ts';
import { hostProblem } from '../spin/hosts.ts';
import { quote } from '../text/quote.ts';

/** Schemes that an interface of this generator calls, by the need that brings the interface. */
const NEED_OF_SCHEME: ReadonlyMap<string, string> = new Map([
  ['http', 'http'],
  ['https', 'http'],
  ['*', 'http'],
  ['postgres', 'postgres'],
  ['mysql', 'mysql'],
  ['redis', 'redis'],
  ['rediss', 'redis'],
]);

/** Grants every host: only for those who type exactly this. */
const EVERYTHING = '*://*:*';

const URL_PARTS =
  /^(?<scheme>[a-z][a-z0-9+.-]*|\*):\/\/(?:(?<credentials>[^/?#]*)@)?(?<authority>[^/?#]*)(?<rest>.*)$/isu;

/**
 * A URL that the service calls → an entry of `allowed_outbound_hosts`. Spin grants hosts, not paths, and asks for
 * `postgres`, whatever the connection string says (`crates/outbound-networking-config/src/allowed_hosts.rs`,
 * `crates/factor-outbound-pg/src/allowed_hosts.rs`).
 *
 * @example outboundHost('postgresql://app:secret@DB.internal/orders') // postgres://db.internal:5432
 */
export function outboundHost(text: string): Checked {
  const parts = URL_PARTS.exec(text.trim())?.groups;
  if (parts === undefined) {
    const bare = /^[\w.-]+(?::\d+)?(?:\/|$)/u.exec(text.trim())?.[0].replace(/\/$/u, '');
    return {
      problem: `${quote(text)} is no URL with a scheme and a host.`,
      ...(bare !== undefined && bare !== '' && { proposal: `https://${bare}` }),
    };
  }
  const scheme = (parts.scheme ?? '').toLowerCase().replace(/^postgresql$/u, 'postgres');
  const entry = `${scheme}://${(parts.authority ?? '').toLowerCase()}`;
  const problem = problemOf(scheme, entry);
  if (problem !== undefined) return { problem };
  const dropped = [
    ...(parts.credentials === undefined ? [] : ['the credentials']),
    ...(/^\/?$/u.test(parts.rest ?? '') ? [] : ['the path']),
  ];
  if (dropped.length === 0) return { value: entry };
  const note = `${entry} is granted as a whole host: ${dropped.join(' and ')} of the URL given ${dropped.length === 1 && dropped[0] === 'the path' ? 'is' : 'are'} left out.`;
  return { value: entry, note };
}

/** The need whose interface calls the host: `https://…` → `http`. */
export function needOfHost(entry: string): string | undefined {
  return NEED_OF_SCHEME.get(entry.slice(0, entry.indexOf(':')));
}

function problemOf(scheme: string, entry: string): string | undefined {
  if (!NEED_OF_SCHEME.has(scheme)) {
    const known = [...NEED_OF_SCHEME.keys()].filter((name) => name !== '*').join(', ');
    return `A component can't call ${quote(`${scheme}://`)}: known are ${known}.`;
  }
  if (entry === EVERYTHING) return undefined;
  const problem = hostProblem(entry);
  if (problem !== undefined) return `Spin would refuse the host: ${problem}.`;
  const host = entry.slice(entry.indexOf('://') + 3).replace(/:[^:\]]*$/u, '');
  if (scheme === '*' || host === '*') {
    return `${quote(entry)} grants more than a service needs: name its hosts, or type ${EVERYTHING} for every host and port.`;
  }
  return undefined;
}
