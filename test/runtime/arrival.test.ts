import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { compileArrival } from '../../templates/runtime/arrival.ts';
import { compileTypes } from '../../templates/runtime/codec.ts';
import type { RouteCode, TypeCode } from '../../templates/runtime/table.ts';

const types = {
  Line: { record: [{ js: 'count', wire: 'count', type: 's64' }] },
  Text: { record: [{ js: 'text', wire: 'text', type: 'string' }] },
} satisfies Record<string, TypeCode>;

function routeOf(params: readonly TypeCode[], more: Partial<RouteCode> = {}): RouteCode {
  return {
    ...{ id: 'keep', method: 'POST', path: '/', call: 'positional' },
    params: params.map((type, index) => ({
      js: `p${index}`,
      in: 'query',
      name: `p${index}`,
      type,
    })),
    ok: { kind: 'one', status: 204 },
    errors: [],
    ...more,
  };
}

function arrive(type: TypeCode, value: unknown): unknown {
  return compileArrival(routeOf([type]), compileTypes(types))([value])[0];
}

const UNSIGNED = 2n ** 64n - 1n;

test.each<[what: string, type: TypeCode, value: unknown, arrived: unknown]>([
  ['an integer without its sign', 's64', UNSIGNED, -1n],
  ['the least integer', 's64', 2n ** 63n, -(2n ** 63n)],
  ['an integer with its sign', 's64', -5n, -5n],
  ['an unsigned integer', 'u64', UNSIGNED, UNSIGNED],
  ['limits around it', { scalar: 's64', min: -9 }, UNSIGNED, -1n],
  ['no option', { nullable: 's64' }, undefined, undefined],
  ['an option', { nullable: 's64' }, UNSIGNED, -1n],
  ['numbers in a list', { list: 'f64' }, Float64Array.of(0.5), [0.5]],
  ['integers in a list', { list: 's64' }, BigInt64Array.of(-1n), [-1n]],
  ['small integers in a list', { list: 'u8' }, Uint8Array.of(1, 255), [1, 255]],
  ['bytes', 'bytes', Uint8Array.of(1), Uint8Array.of(1)],
  ['bytes in a list', { list: 'bytes' }, [Uint8Array.of(1)], [Uint8Array.of(1)]],
  ['a record', { ref: 'Line' }, { count: UNSIGNED }, { count: -1n }],
  ['records in a list', { list: { ref: 'Line' } }, [{ count: UNSIGNED }], [{ count: -1n }]],
  ['a map', { map: 's64' }, [['a', UNSIGNED]], [['a', -1n]]],
  ['a tuple', { tuple: ['string', 's64'] }, ['a', UNSIGNED], ['a', -1n]],
])('%s', (_what, type, value, arrived) => {
  expect(arrive(type, value)).toStrictEqual(arrived);
});

/** As the engine hands them over: of a realm that is not the component's own. */
const foreign: unknown = runInNewContext('Uint8Array.of(0, 1, 2).subarray(1)');

test('bytes of another realm', () => {
  expect(foreign instanceof Uint8Array).toBe(false);
  for (const type of ['bytes', { nullable: 'bytes' }] as const) {
    expect(arrive(type, foreign)).toStrictEqual(Uint8Array.of(1, 2));
  }
  expect(arrive({ list: 'u8' }, foreign)).toStrictEqual([1, 2]);
  const file = { name: 'a', contentType: undefined, data: foreign };
  expect(arrive('file', file)).toStrictEqual({ ...file, data: Uint8Array.of(1, 2) });
});

test.each(['bytes', 'content'] as const)('a body that is %s', (format) => {
  const as = { media: 'image/png', format };
  const arriveAll = compileArrival(routeOf([], { body: { js: 'body', as } }), compileTypes(types));
  const given = format === 'bytes' ? foreign : { mediaType: 'image/png', data: foreign };
  const own = Uint8Array.of(1, 2);
  const arrived = format === 'bytes' ? own : { mediaType: 'image/png', data: own };
  expect(arriveAll([given])).toStrictEqual([arrived]);
});

test('a variant, by its case', () => {
  const type: TypeCode = {
    variant: [
      { tag: 'line', type: { ref: 'Line' } },
      { tag: 'text', type: { ref: 'Text' } },
    ],
    by: { keys: [[['count'], 0]], other: 1 },
  };
  const line = { tag: 'line', val: { count: UNSIGNED } };
  expect(arrive(type, line)).toStrictEqual({ tag: 'line', val: { count: -1n } });
  const text = { tag: 'text', val: { text: 'a' } };
  expect(arrive(type, text)).toBe(text);
});

test('a field of three states', () => {
  const field = { js: 'a', wire: 'a', type: 's64' } as const;
  const type: TypeCode = {
    record: [{ ...field, optional: true, nullable: true, triState: true }],
    extra: { js: 'others', type: 's64' },
  };
  const others = [['b', UNSIGNED]];
  expect(arrive(type, { a: { tag: 'some', val: UNSIGNED }, others })).toStrictEqual({
    a: { tag: 'some', val: -1n },
    others: [['b', -1n]],
  });
  for (const a of [{ tag: 'none' }, { tag: 'some', val: undefined }]) {
    expect(arrive(type, { a, others: [] })).toStrictEqual({ a, others: [] });
  }
});

test('what needs no change is the same object', () => {
  const value = { text: 'a' };
  expect(arrive({ ref: 'Text' }, value)).toBe(value);
});

test('arguments in one record, and a body of several forms', () => {
  const json = { media: 'application/json', format: 'json', type: { ref: 'Line' } } as const;
  const text = { media: 'text/plain', format: 'text' } as const;
  const cases = [
    ['json', json],
    ['text', text],
  ] as const;
  const route = routeOf(['s64'], { call: 'record', body: { js: 'body', as: { cases } } });
  const arriveAll = compileArrival(route, compileTypes(types));
  const body = { tag: 'json', val: { count: UNSIGNED } };
  expect(arriveAll([{ p0: UNSIGNED, body }])).toStrictEqual([
    { p0: -1n, body: { tag: 'json', val: { count: -1n } } },
  ]);
  const plain = { tag: 'text', val: 'a' };
  expect(arriveAll([{ p0: 1n, body: plain }])).toStrictEqual([{ p0: 1n, body: plain }]);
});
