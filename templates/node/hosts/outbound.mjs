// @ts-check
/**
 * `wasi:http/outgoing-handler` within `allowed_outbound_hosts`: what isn't allowed is refused as on Spin, where `fetch` fails
 * with a TypeError that names no reason. Requests to another component (`*.spin.internal`) go where it is served; those to the
 * app itself (`self`) have no one to answer them here.
 */
import { http } from '@bytecodealliance/preview2-shim';
import { noOutbound } from '../outgoing-http.mjs';
import { allowedHosts } from './allowed-hosts.mjs';

/** @param {import('./grants.mjs').Grants} grants @returns {Record<string, object>} */
export function host(grants) {
  const allows = allowedHosts(grants.allowedOutboundHosts);
  return {
    'wasi:http/outgoing-handler': {
      /** @param {any} request @param {any} options */
      handle(request, options) {
        const address = addressOf(request);
        const allowed =
          address !== undefined && allows(address, 'https') && redirected(request, grants);
        return (allowed ? http.outgoingHandler : noOutbound).handle(request, options);
      },
    },
  };
}

/**
 * Sends a request to another component on its way; false when nobody said where that is.
 *
 * @param {any} request @param {import('./grants.mjs').Grants} grants
 */
function redirected(request, { neighbours }) {
  const [, id] = CHAINED.exec(request.authority()) ?? [];
  if (id === undefined) return true;
  const url = Object.hasOwn(neighbours, id) ? (neighbours[id] ?? '') : '';
  if (!URL.canParse(url)) return false;
  const { protocol, host: authority } = new URL(url);
  request.setScheme({ tag: protocol === 'https:' ? 'HTTPS' : 'HTTP' });
  request.setAuthority(authority);
  return true;
}

const CHAINED = /^([\w-]+)\.spin\.internal(?::\d*)?$/;

/** @param {{ scheme(): { tag: string, val?: string } | undefined, authority(): string | undefined }} request */
function addressOf(request) {
  const { tag, val } = request.scheme() ?? { tag: 'HTTPS' };
  const authority = request.authority();
  if (authority === undefined) return undefined;
  return `${(val ?? tag).toLowerCase()}://${authority}`;
}
