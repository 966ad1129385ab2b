import { AutoRouter, error, json, status } from 'itty-router';
import { findOrder, place } from '../work.mjs';

export function createFetch(resources, { schemas, check }) {
  const router = AutoRouter();
  for (const { path } of resources) {
    const { id, page, draft } = schemas();
    router
      .get(`${path}/:id`, ({ params }) => (check(id, params) ? findOrder(params.id) : error(400)))
      .post(path, async (request) => {
        const value = check(draft, await bodyOf(request));
        return value ? json(place(value), { status: 201 }) : error(400);
      })
      .get(path, ({ query }) => (check(page, query) ? [findOrder('first')] : error(400)))
      .put(`${path}/:id`, async (request) => {
        const fits = check(id, request.params) && check(draft, await bodyOf(request));
        return fits ? findOrder(request.params.id) : error(400);
      })
      .delete(`${path}/:id`, ({ params }) => (check(id, params) ? status(204) : error(400)));
  }
  return router.fetch;
}

function bodyOf(request) {
  return request.json().catch(() => undefined);
}
