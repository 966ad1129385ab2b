import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { notImplemented } from '../../templates/runtime/not-implemented.ts';
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
const door = typedDoor(service, ['add', 'later', 'refuse', 'break', 'wait', 'missing', 'toString']);

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

test('functions get arrays, also where the engine hands over typed ones', async () => {
  const seen: unknown[] = [];
  const { keep } = typedDoor({ keep: (...args: unknown[]) => seen.push(...args) }, ['keep']);
  const bytes = new Uint8Array([1]);
  const values = BigInt64Array.of(1n);
  await keep?.(Float64Array.of(0.5), bytes, [{ values, none: undefined }], 'x', undefined, 5n);
  expect(seen).toStrictEqual([
    [0.5],
    bytes,
    [{ values: [1n], none: undefined }],
    ...['x', undefined, 5n],
  ]);
});
