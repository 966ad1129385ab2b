import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { findOrder, place } from '../work.mjs';

/** As the documentation of Hono and its Zod validator writes it. */
export function createFetch(resources, { schemas }) {
  const app = new Hono();
  for (const { path } of resources) {
    const { id, page, draft } = schemas();
    app.get(`${path}/:id`, zValidator('param', id), (c) =>
      c.json(findOrder(c.req.valid('param').id)),
    );
    app.post(path, zValidator('json', draft), (c) => c.json(place(c.req.valid('json')), 201));
    app.get(path, zValidator('query', page), (c) => c.json([findOrder('first')]));
    app.put(`${path}/:id`, zValidator('param', id), zValidator('json', draft), (c) =>
      c.json(findOrder(c.req.valid('param').id)),
    );
    app.delete(`${path}/:id`, zValidator('param', id), (c) => c.body(null, 204));
  }
  return app.fetch;
}
