import { findOrder } from './work.mjs';

const headers = { 'content-type': 'application/json' };
const found = JSON.stringify(findOrder('order-1'));
const placed = JSON.stringify({ id: 'order-5', status: 'accepted' });

/** The engine's own pace: no routes and no checks; a body is read and parsed. */
addEventListener('fetch', (event) => event.respondWith(answer(event.request)));

async function answer(request) {
  if (request.method === 'GET') return new Response(found, { headers });
  await request.json();
  return new Response(placed, { status: 201, headers });
}
