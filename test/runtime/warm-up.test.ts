import { expect, it, vi } from 'vitest';
import { createHandler } from '../../templates/runtime/handler.ts';
import type { ServiceTable } from '../../templates/runtime/table.ts';
import { typedDoor } from '../../templates/runtime/typed-door.ts';

const table: ServiceTable = {
  types: { Order: { record: [{ js: 'id', wire: 'order id', type: 'string' }] } },
  routes: ['first', 'second'].map((id) => ({
    id,
    method: 'GET',
    path: `/${id}`,
    params: [],
    call: 'positional',
    ok: {
      kind: 'one',
      status: 200,
      payload: { media: 'application/json', format: 'json', type: { ref: 'Order' } },
    },
    errors: [],
  })),
};

it('happens when a door is first asked for a function, and leaves nothing to wait for', async () => {
  const service = { first: vi.fn(() => ({ id: '1' })), second: () => ({ id: '2' }) };
  createHandler(table, service);
  const door = typedDoor(service, table, ['first', 'second']);
  await new Promise((later) => setTimeout(later, 50)); // what the first warm-up left to wait for
  const parse = vi.spyOn(JSON, 'parse');
  const then = vi.spyOn(Promise.prototype, 'then');
  const error = vi.spyOn(console, 'error');
  const first = door.first;
  const parsed = parse.mock.calls.map(([text]) => text);
  const again = door.first;
  const count = parse.mock.calls.length;
  const promises = then.mock.calls.length;
  const errors = error.mock.calls;
  vi.restoreAllMocks();

  expect(parsed).toContain('{"order id":0}');
  expect(count).toBe(parsed.length);
  expect(promises).toBe(0);
  expect(errors).toEqual([]);
  expect(again).toBe(first);
  expect(service.first).not.toHaveBeenCalled();
  expect(Object.keys(door)).toEqual(['first', 'second']);
  expect(await door.first?.()).toEqual({ id: '1' });
  expect(await door.second?.()).toEqual({ id: '2' });
});

it('is not needed by a door without functions', () => {
  expect(typedDoor({}, table, [])).toEqual({});
});
