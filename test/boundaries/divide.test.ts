import { describe, expect, it } from 'vitest';
import { divide } from '../../src/boundaries/divide.ts';
import { type Endpoint, requestOf } from '../../src/boundaries/endpoint.ts';
import { collection, endpoint, types } from './support.ts';

/** Names of the parts, with the paths' first segments that each has. */
function partsOf(endpoints: readonly Endpoint[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    divide(endpoints).parts.map(({ name, endpoints: own }) => [
      name,
      [...new Set(own.map(({ path }) => path.split('/')[1] ?? ''))],
    ]),
  );
}

describe('dividing a service', () => {
  it('cuts between resources that have nothing in common', () => {
    const endpoints = [...collection('/orders'), ...collection('/invoices')];
    const { parts, reason, coupling } = divide(endpoints);
    expect(parts.map(({ name }) => name)).toEqual(['orders', 'invoices']);
    expect(parts.map(({ cohesion }) => cohesion)).toEqual([1, 1]);
    expect(reason).toEqual({ kind: 'divided', crossing: 0 });
    const [a, b] = parts;
    expect(a && b && coupling(a, b)).toBe(0);
  });

  it.each<[string, Partial<Endpoint>, Partial<Endpoint>]>([
    ['the same tag', { tag: 'billing' }, { tag: 'billing' }],
    ['the same module', { module: 'billing' }, { module: 'billing' }],
    ['the same tables', { state: new Set(['Bill']) }, { state: new Set(['Bill']) }],
    ['the same types', { types: types('Bill', 'Line') }, { types: types('Bill', 'Line') }],
  ])('keeps resources together that have %s', (_what, one, other) => {
    const rest = [
      ...collection('/users', { tag: 'people', module: 'people' }),
      ...collection('/teams', { tag: 'teams', module: 'teams' }),
      ...collection('/rooms', { tag: 'rooms', module: 'rooms' }),
      ...collection('/desks', { tag: 'desks', module: 'desks' }),
    ];
    const parts = partsOf([
      ...collection('/bills', one),
      ...collection('/payments', other),
      ...rest,
    ]);
    expect(Object.values(parts)).toContainEqual(['bills', 'payments']);
    expect(Object.keys(parts)).toHaveLength(5);
  });

  it('does not cut where most endpoints have nothing to do with any others', () => {
    const single = ['/a', '/b', '/c', '/d', '/e', '/f'].map((path) => endpoint(`GET ${path}`));
    const cookies = ['/cookies', '/cookies/set', '/cookies/delete'].map((path) =>
      endpoint(`GET ${path}`),
    );
    expect(divide([...single, ...cookies]).reason).toEqual({ kind: 'scattered', share: 6 / 9 });
    const reason = divide([...single.slice(0, 3), ...collection('/orders'), ...cookies]).reason;
    expect(reason.kind).toBe('divided');
  });

  it('keeps one and many of a resource together', () => {
    const endpoints = [
      ...['GET /task/{id}', 'POST /task/{id}/abort', 'POST /task/{id}/apply', 'GET /tasks'],
      ...['GET /queue/{id}', 'POST /queue/{id}', 'DELETE /queue/{id}', 'GET /queues'],
    ].map((request) => endpoint(request));
    expect(partsOf(endpoints)).toEqual({ task: ['task', 'tasks'], queue: ['queue', 'queues'] });
  });

  it('does not cut for types that every resource has', () => {
    const shared = types('Page', 'Audit');
    const endpoints = ['/a', '/b', '/c', '/d', '/e'].flatMap((path) =>
      collection(path, { types: new Map([...shared, ...types(`Own${path}`)]) }),
    );
    expect(divide(endpoints).parts).toHaveLength(5);
  });

  it('never cuts through a path, a collection and its members, or an untagged resource', () => {
    const endpoints = [
      endpoint('GET /orders', { tag: 'reading' }),
      endpoint('POST /orders', { tag: 'writing' }),
      endpoint('DELETE /orders/{orderId}', { tag: 'writing' }),
      endpoint('GET /orders/{id}', { tag: 'reading' }),
      ...collection('/orders/{id}/lines'),
      ...collection('/carts'),
    ];
    expect(partsOf(endpoints)).toEqual({ orders: ['orders'], carts: ['carts'] });
  });

  it('cuts a resource where tags tell its parts apart', () => {
    const endpoints = ['issues', 'pulls', 'actions'].flatMap((tag) =>
      collection(`/repos/{owner}/{repo}/${tag}`, { tag }),
    );
    expect(divide(endpoints).parts.map(({ name }) => name)).toEqual(['issues', 'pulls', 'actions']);
  });

  it('looks behind a tenant that stands before everything, and behind versions', () => {
    const endpoints = ['contacts', 'campaigns', 'templates'].flatMap((name) =>
      collection(`/api/v2/accounts/{accountId}/${name}`),
    );
    expect(divide(endpoints).parts.map(({ name }) => name)).toEqual([
      'contacts',
      'campaigns',
      'templates',
    ]);
  });

  it('joins what is too small to what it has most in common with', () => {
    const endpoints = [
      ...collection('/orders', { types: types('Order', 'Line', 'Money') }),
      ...collection('/users', { types: types('User', 'Address', 'Team') }),
      ...collection('/rooms', { types: types('Room', 'Floor', 'Desk') }),
      endpoint('GET /quote', { types: types('Quote', 'Line', 'Rate') }),
    ];
    expect(partsOf(endpoints).orders).toEqual(['orders', 'quote']);
  });

  it('leaves what is small and tied to nothing with the largest part, or together when there is enough', () => {
    const most = [
      ...collection('/orders'),
      ...collection('/orders/{id}/lines'),
      ...collection('/users'),
    ];
    const few = [endpoint('GET /currencies'), endpoint('GET /units')];
    expect(partsOf([...most, ...few]).orders).toEqual(['orders', 'currencies', 'units']);
    const more = [...few, endpoint('GET /languages')];
    expect(partsOf([...most, ...more]).general).toEqual(['currencies', 'units', 'languages']);
  });

  it('gives probes and descriptions to the largest part, and no say in the cut', () => {
    const probes = [endpoint('GET /health'), endpoint('HEAD /metrics'), endpoint('GET /')];
    const endpoints = [...probes, ...collection('/orders'), ...collection('/users').slice(0, 4)];
    const [orders, users] = divide(endpoints).parts;
    expect(orders?.endpoints.slice(0, 3).map(requestOf)).toEqual([
      'GET /health',
      'HEAD /metrics',
      'GET /',
    ]);
    expect(users?.endpoints).toHaveLength(4);
  });

  it('loses no endpoint and has none twice', () => {
    const endpoints = ['/a', '/b', '/c/{d}/e'].flatMap((path) => collection(path));
    const { parts } = divide(endpoints);
    expect(new Set(parts.flatMap((part) => part.endpoints))).toEqual(new Set(endpoints));
    expect(parts.flatMap((part) => part.endpoints)).toHaveLength(endpoints.length);
  });
});

describe('not dividing a service', () => {
  it('that is small', () => {
    const endpoints = [...collection('/a'), endpoint('GET /b')];
    expect(divide(endpoints)).toMatchObject({
      reason: { kind: 'small', endpoints: 6 },
      parts: [{ endpoints }],
    });
    expect(divide([]).reason.kind).toBe('small');
  });

  it('that is about one thing', () => {
    const endpoints = [...collection('/orders'), ...collection('/orders/{id}/lines')];
    expect(divide(endpoints).reason).toEqual({ kind: 'one-group' });
  });

  it('of which one part would be nearly all', () => {
    const endpoints = [
      ...Array.from({ length: 30 }, (_, index) => endpoint(`GET /orders/{id}/part${index}`)),
      ...collection('/users').slice(0, 3),
    ];
    expect(divide(endpoints).reason).toEqual({ kind: 'lopsided', share: 30 / 33 });
  });

  it('whose parts are all tied to one another', () => {
    // Each two share a type and a table that no third has: not enough to join any two, too much to cut.
    const names = ['a', 'b', 'c', 'd', 'e'];
    const pairsWith = (name: string) =>
      names.filter((other) => other !== name).map((other) => [name, other].sort().join(''));
    const endpoints = names.flatMap((name) =>
      collection(`/${name}`, {
        types: types(...pairsWith(name)),
        state: new Set(pairsWith(name)),
      }),
    );
    expect(divide(endpoints).reason).toEqual({
      kind: 'entangled',
      crossing: expect.closeTo(1.28 / 2.28),
    });
  });
});
