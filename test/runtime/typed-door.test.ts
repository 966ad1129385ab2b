import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { notImplemented } from '../../templates/runtime/not-implemented.ts';
import type { ServiceTable, TypeCode } from '../../templates/runtime/table.ts';
import { typedDoor } from '../../templates/runtime/typed-door.ts';

let logged: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  logged = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  logged.mockRestore();
});

const service = {
  add: (a: number, b: number) => a + b,
  later: async (value: string) => `${value}!`,
  refuse() {
    throw { tag: 'not-found', val: 'x' };
  },
  async break() {
    throw new Error('secret');
  },
  wait() {
    throw notImplemented('wait');
  },
};

/** Functions that answer with a payload of their type, or throw `not-found` with a string. */
function tableOf(results: Readonly<Record<string, TypeCode>>): ServiceTable {
  const json = (type: TypeCode) => ({ media: 'application/json', format: 'json', type }) as const;
  const routes = Object.entries(results).map(([id, type]) => ({
    id,
    method: 'GET',
    path: `/${id}`,
    params: [],
    call: 'positional' as const,
    ok: { kind: 'one' as const, status: 200, payload: json(type) },
    errors: [{ tag: 'not-found', status: 404, payload: json('string') }],
  }));
  return { types: {}, routes };
}

const RESULTS = {
  add: 'f64',
  later: 'string',
  refuse: 'string',
  break: 'string',
  wait: 'string',
  missing: 'string',
  toString: 'string',
} as const;
const door = typedDoor(service, tableOf(RESULTS), Object.keys(RESULTS));

/** What a call throws, which is what the WIT `result` gets. */
async function thrownBy(id: string): Promise<unknown> {
  try {
    await door[id]?.();
  } catch (error) {
    return error;
  }
  throw new Error(`${id} threw nothing`);
}

test('has the functions it was asked for and calls the same ones', async () => {
  expect(Object.keys(door)).toStrictEqual([
    ...['add', 'later', 'refuse', 'break', 'wait', 'missing', 'toString'],
  ]);
  expect(await door.add?.(1, 2)).toBe(3);
  expect(await door.later?.('x')).toBe('x!');
});

test('a documented error passes through as it was thrown', async () => {
  expect(await thrownBy('refuse')).toStrictEqual({ tag: 'not-found', val: 'x' });
  expect(logged).not.toHaveBeenCalled();
});

test.each(['wait', 'missing', 'toString'])('%s is not implemented', async (id) => {
  const error = { tag: 'other', val: [501, `${id} is not implemented yet`] };
  expect(await thrownBy(id)).toStrictEqual(error);
});

test('anything else would trap the instance: it becomes `other`, and is logged', async () => {
  expect(await thrownBy('break')).toStrictEqual({ tag: 'other', val: [500, 'internal error'] });
  expect(logged.mock.calls[0]?.[0]).toMatch(/^break: Error: secret\n/);
});

test('an answer that HTTP could not tell from another case becomes `other`', async () => {
  const type: TypeCode = {
    variant: [
      { tag: 'word', type: { enum: [['all', 'ALL']] } },
      { tag: 'text', type: 'string' },
    ],
    by: { types: { string: { strings: [['ALL', 0]], other: 1 } } },
  };
  const run = (val: string) => ({ tag: 'text', val });
  const { run: call } = typedDoor({ run }, tableOf({ run: type }), ['run']);
  expect(await call?.('some')).toStrictEqual({ tag: 'text', val: 'some' });
  await expect(call?.('ALL')).rejects.toStrictEqual({ tag: 'other', val: [500, 'internal error'] });
  expect(logged.mock.calls[0]?.[0]).toContain('/val: is read as case `word`');
});

test.each([
  ['an undeclared error', () => throwing({ tag: 'gone', val: 'x' })],
  ['a payload that does not fit its error', () => throwing({ tag: 'not-found', val: 404 })],
  ['a status that is none', () => throwing({ tag: 'other', val: [42, 'x'] })],
  ['a value that does not fit its type', () => 42],
])('%s would trap the instance: it becomes `other`, and is logged', async (_what, answer) => {
  const { run } = typedDoor({ run: answer }, tableOf({ run: 'string' }), ['run']);
  await expect(run?.()).rejects.toStrictEqual({ tag: 'other', val: [500, 'internal error'] });
  expect(logged).toHaveBeenCalledOnce();
});

test('`other` passes through as it was thrown', async () => {
  const run = () => throwing({ tag: 'other', val: [503, 'closed on Sundays'] });
  const { run: call } = typedDoor({ run }, tableOf({ run: 'string' }), ['run']);
  await expect(call?.()).rejects.toStrictEqual({ tag: 'other', val: [503, 'closed on Sundays'] });
});

function throwing(thrown: unknown): never {
  throw thrown;
}
