import { draft } from './sample.mjs';

/**
 * What somebody who has measured does by hand: a request of each kind while the component is built, so that routers,
 * schemas and the engine's own code are compiled in the snapshot.
 */
export function warm(fetch, resources) {
  const at = `http://localhost${resources[0].path}`;
  const send = (url, init) => Promise.resolve(fetch(new Request(url, init))).catch(() => undefined);
  const body = JSON.stringify(draft);
  const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
  send(`${at}/order-1`);
  send(at, { method: 'POST', headers, body });
}
