// @ts-check
/**
 * `wasi:http/outgoing-handler` within `allowed_outbound_hosts`: what isn't allowed is refused as on Spin, where `fetch` fails
 * with a TypeError that names no reason. Requests to the app itself (`self`, `*.spin.internal`) have no one to answer them here.
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
        const allowed = address !== undefined && allows(address, 'https');
        return (allowed ? http.outgoingHandler : noOutbound).handle(request, options);
      },
    },
  };
}

/** @param {{ scheme(): { tag: string, val?: string } | undefined, authority(): string | undefined }} request */
function addressOf(request) {
  const { tag, val } = request.scheme() ?? { tag: 'HTTPS' };
  const authority = request.authority();
  if (authority === undefined || /(^|\.)spin\.internal(:\d*)?$/.test(authority)) return undefined;
  return `${(val ?? tag).toLowerCase()}://${authority}`;
}
