import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { host } from '../../templates/node/hosts/redis.mjs';
import {
  announceMissingDatabases,
  type DatabaseServer,
  mustRunOn,
  redis,
} from '../support/databases.ts';
import { grantsOf, thrownBy } from './support.ts';

announceMissingDatabases(redis);

interface Connection {
  publish(channel: string, payload: Uint8Array): void;
  get(key: string): Uint8Array | undefined;
  set(key: string, value: Uint8Array): void;
  incr(key: string): bigint;
  del(keys: string[]): number;
  sadd(key: string, values: string[]): number;
  smembers(key: string): string[];
  srem(key: string, values: string[]): number;
  execute(command: string, values: { tag: string; val: unknown }[]): unknown[];
}

describe.skipIf(!mustRunOn(redis))('fermyon:spin/redis', () => {
  let server: DatabaseServer;
  const ends: (() => void)[] = [];

  const open = (
    address = server.address,
    allowedOutboundHosts = [`redis://127.0.0.1:${server.port}`],
  ) => {
    const entries = host(grantsOf({ allowedOutboundHosts }), (end) => void ends.push(end));
    const { Connection } = entries['fermyon:spin/redis'] as {
      Connection: { open(address: string): Connection };
    };
    return Connection.open(address);
  };

  beforeAll(async () => {
    server = await redis.start();
  }, 60_000);

  afterAll(async () => {
    for (const end of ends) end();
    await server?.remove();
  });

  const bytes = (text: string) => new TextEncoder().encode(text);
  const binary = (text: string) => ({ tag: 'binary', val: bytes(text) });

  it('keeps bytes under keys of any text', () => {
    const connection = open();
    const value = new Uint8Array(1_000_003).map((_, at) => at % 256);
    connection.set('größe 🫖\r\n$1', value);
    expect(Buffer.compare(open().get('größe 🫖\r\n$1') as Uint8Array, value)).toBe(0);
    connection.set('empty', bytes(''));
    expect(connection.get('empty')).toEqual(bytes(''));
    expect(connection.get('missing')).toBeUndefined();
    expect(connection.del(['empty', 'missing'])).toBe(1);
  });

  it('counts and keeps sets', () => {
    const connection = open();
    connection.set('n', bytes('9007199254740992'));
    expect(connection.incr('n')).toBe(9007199254740993n);
    expect(connection.sadd('s', ['a', 'ü', 'a'])).toBe(2);
    expect(connection.smembers('s').sort()).toEqual(['a', 'ü']);
    expect(connection.srem('s', ['a', 'b'])).toBe(1);
    expect(connection.smembers('nothing')).toEqual([]);
  });

  it('tells a status from a string, nil from nothing, and flattens arrays', () => {
    const connection = open();
    expect(connection.execute('SET', [binary('k'), { tag: 'int64', val: -5n }])).toEqual([
      { tag: 'status', val: 'OK' },
    ]);
    expect(connection.execute('GET', [binary('k')])).toEqual([binary('-5')]);
    expect(connection.execute('GET', [binary('missing')])).toEqual([{ tag: 'nil' }]);
    expect(connection.execute('KEYS', [binary('nothing*')])).toEqual([]);
    const script = "return {1, {'two', {false}}, redis.status_reply('FINE')}";
    expect(connection.execute('EVAL', [binary(script), { tag: 'int64', val: 0n }])).toEqual([
      { tag: 'int64', val: 1n },
      binary('two'),
      { tag: 'nil' },
      { tag: 'status', val: 'FINE' },
    ]);
  });

  it('tells what the server says, and goes on', () => {
    const connection = open();
    connection.set('text', bytes('x'));
    expect(thrownBy(() => connection.incr('text'))).toEqual({
      tag: 'other',
      val: 'An error was signalled by the server - ResponseError: value is not an integer or out of range',
    });
    expect(thrownBy(() => connection.sadd('text', ['a']))).toEqual({
      tag: 'other',
      val: 'WRONGTYPE: Operation against a key holding the wrong kind of value',
    });
    expect(thrownBy(() => connection.execute('NOSUCH', []))).toMatchObject({ tag: 'other' });
    expect(connection.get('text')).toEqual(bytes('x'));
    connection.execute('SADD', [binary('raw'), { tag: 'binary', val: new Uint8Array([0xff]) }]);
    expect(thrownBy(() => connection.smembers('raw'))).toMatchObject({ tag: 'other' });
  });

  it('has a transaction and a database for each connection', () => {
    const [a, b] = [open(), open()];
    a.execute('MULTI', []);
    expect(a.execute('SET', [binary('tx'), binary('1')])).toEqual([
      { tag: 'status', val: 'QUEUED' },
    ]);
    expect(b.get('tx')).toBeUndefined();
    expect(a.execute('EXEC', [])).toEqual([{ tag: 'status', val: 'OK' }]);
    expect(b.get('tx')).toEqual(bytes('1'));
    expect(open(`${server.address}/2`).get('tx')).toBeUndefined();
  });

  it.each<[address: string, allowed: string[]]>([
    ['redis://127.0.0.1:1', ['redis://127.0.0.1:2', 'http://127.0.0.1:1']],
    ['rediss://127.0.0.1:6379', ['redis://127.0.0.1:6379']],
    ['redis://127.0.0.1', []],
    ['127.0.0.1:6379', ['redis://127.0.0.1']],
    ['http://127.0.0.1:6379', ['*://*:*']],
    ['redis://', ['*://*:*']],
    ['redis://127.0.0.1/x', ['*://*:*']],
  ])('%s is no valid address where %j is granted', (address, allowed) => {
    expect(thrownBy(() => open(address, allowed))).toEqual({ tag: 'invalid-address' });
  });

  it('says why it does not get in', () => {
    const wrong = server.address.replace(/:[^:@]+@/, ':wrong@');
    expect(thrownBy(() => open(wrong))).toEqual({
      tag: 'other',
      val: expect.stringMatching(/WRONGPASS|invalid/),
    });
  });

  it('fails in type while the server is away, and recovers', async () => {
    const held = open();
    held.set('kept', bytes('1'));
    await server.stop();
    expect(thrownBy(() => held.get('kept'))).toMatchObject({ tag: 'other' });
    expect(thrownBy(() => open())).toEqual({
      tag: 'other',
      val: expect.stringContaining('ECONNREFUSED'),
    });
    await server.start();
    expect(open().get('kept')).toEqual(bytes('1'));
  });
});
