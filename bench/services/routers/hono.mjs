import { validator } from 'hono/validator';
import { findOrder, place } from '../work.mjs';

/** An app of any of Hono's presets, with checks by hand. */
export function fetchOf(app, resources, { schemas, check }) {
  const checked = (target, schema) =>
    validator(target, (value, c) => check(schema, value) ?? c.json({ title: 'Bad Request' }, 400));
  for (const { path } of resources) {
    const { id, page, draft } = schemas();
    app.get(`${path}/:id`, checked('param', id), (c) => c.json(findOrder(c.req.valid('param').id)));
    app.post(path, checked('json', draft), (c) => c.json(place(c.req.valid('json')), 201));
    app.get(path, checked('query', page), (c) => c.json([findOrder('first')]));
    app.put(`${path}/:id`, checked('param', id), checked('json', draft), (c) =>
      c.json(findOrder(c.req.valid('param').id)),
    );
    app.delete(`${path}/:id`, checked('param', id), (c) => c.body(null, 204));
  }
  return app.fetch;
}
