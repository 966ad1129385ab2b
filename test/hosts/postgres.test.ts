import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { host } from '../../templates/node/hosts/postgres.mjs';
import {
  announceMissingDatabases,
  type DatabaseServer,
  mustRunOn,
  postgres,
} from '../support/databases.ts';
import { grantsOf, thrownBy } from './support.ts';

announceMissingDatabases(postgres);

interface Value {
  readonly tag: string;
  readonly val?: unknown;
}

interface Connection {
  query(
    statement: string,
    values: readonly Value[],
  ): { columns: { name: string; dataType: unknown }[]; rows: Value[][] };
  execute(statement: string, values: readonly Value[]): bigint;
}

type Postgres = Record<string, { Connection: { open(address: string): Connection } }>;

describe.skipIf(!mustRunOn(postgres))('spin:postgres', () => {
  let server: DatabaseServer;
  const ends: (() => void)[] = [];

  const instance = (allowedOutboundHosts = [`postgres://127.0.0.1:${server.port}`]) =>
    host(grantsOf({ allowedOutboundHosts }), (end) => void ends.push(end)) as Postgres;
  const connect = (version = '') =>
    instance()[`spin:postgres/postgres${version}`]?.Connection.open(server.address) as Connection;
  const endInstance = () => {
    for (const end of ends.splice(0)) end();
  };

  beforeAll(async () => {
    server = await postgres.start();
  }, 120_000);

  afterAll(async () => {
    endInstance();
    await server?.remove();
  });

  const bytes = (...values: number[]) => new Uint8Array(values);
  const json = (text: string) => new TextEncoder().encode(text);

  it.each<[type: string, value: Value]>([
    ['bool', { tag: 'boolean', val: true }],
    ['int2', { tag: 'int16', val: -32768 }],
    ['int4', { tag: 'int32', val: 2147483647 }],
    ['int8', { tag: 'int64', val: 9007199254740993n }],
    ['int8', { tag: 'int64', val: -9223372036854775808n }],
    ['float4', { tag: 'floating32', val: 1.5 }],
    ['float8', { tag: 'floating64', val: 0.1 }],
    ['float8', { tag: 'floating64', val: Number.NEGATIVE_INFINITY }],
    ['text', { tag: 'str', val: "größe 太田 🫖 '; drop table x; --" }],
    ['varchar', { tag: 'str', val: '' }],
    ['bytea', { tag: 'binary', val: bytes(0, 255, 39, 92) }],
    ['bytea', { tag: 'binary', val: bytes() }],
    ['date', { tag: 'date', val: [2026, 11, 24] }],
    ['date', { tag: 'date', val: [1, 2, 28] }],
    ['time', { tag: 'time', val: [23, 59, 59, 999_999_000] }],
    ['timestamp', { tag: 'datetime', val: [2026, 2, 28, 9, 5, 1, 123_456_000] }],
    ['timestamp', { tag: 'datetime', val: [1969, 12, 31, 23, 59, 59, 1000] }],
    ['uuid', { tag: 'uuid', val: 'a81bc81b-dead-4e5d-abff-90865d1e13b1' }],
    ['jsonb', { tag: 'jsonb', val: json('{"a":[1,9007199254740993,"x y\\" "],"b":null}') }],
    ['numeric', { tag: 'decimal', val: '0' }],
    ['numeric', { tag: 'decimal', val: '-12345678901234567890.0001200' }],
    ['numeric', { tag: 'decimal', val: '0.00000001' }],
    ['numeric', { tag: 'decimal', val: '10000' }],
    ['numeric(12,2)', { tag: 'decimal', val: '24.90' }],
    [
      'int4range',
      {
        tag: 'range-int32',
        val: [
          [1, 'inclusive'],
          [10, 'exclusive'],
        ],
      },
    ],
    ['int4range', { tag: 'range-int32', val: [undefined, [10, 'exclusive']] }],
    ['int8range', { tag: 'range-int64', val: [[-5n, 'inclusive'], undefined] }],
    [
      'numrange',
      {
        tag: 'range-decimal',
        val: [
          ['1.50', 'exclusive'],
          ['2.25', 'inclusive'],
        ],
      },
    ],
    ['int4[]', { tag: 'array-int32', val: [1, undefined, -3] }],
    ['int8[]', { tag: 'array-int64', val: [9007199254740993n, undefined] }],
    ['numeric[]', { tag: 'array-decimal', val: ['1.10', undefined] }],
    ['text[]', { tag: 'array-str', val: ['a,"b"', undefined, 'NULL', ''] }],
    ['varchar[]', { tag: 'array-str', val: ['ü'] }],
    ['text[]', { tag: 'array-str', val: [] }],
    ['interval', { tag: 'interval', val: { micros: -1n, days: 3, months: 14 } }],
  ])('%s: a parameter comes back as the column %o', (type, value) => {
    const { columns, rows } = connect().query(`select $1::${type} as value`, [value]);
    expect(rows).toEqual([[value]]);
    expect(columns).toEqual([{ name: 'value', dataType: { tag: value.tag } }]);
    endInstance();
  });

  it.each(['bool', 'text', 'jsonb', 'int4[]', 'interval', 'inet'])('null goes as %s', (type) => {
    const { rows } = connect().query(`select $1::${type}`, [{ tag: 'db-null' }]);
    expect(rows).toEqual([[{ tag: 'db-null' }]]);
  });

  it('gives what it has no case for as bytes, and names its type', () => {
    const { columns, rows } = connect().query("select '192.168.0.1'::inet as a", []);
    expect(columns).toEqual([{ name: 'a', dataType: { tag: 'other', val: 'inet' } }]);
    expect(rows).toEqual([[{ tag: 'unsupported', val: bytes(2, 32, 0, 4, 192, 168, 0, 1) }]]);
  });

  it('writes timestamps with a time zone as seconds, and reads none of them', () => {
    const connection = connect();
    connection.execute("set time zone 'Asia/Seoul'", []);
    const seconds = { tag: 'timestamp', val: 1_764_000_000n };
    const text = { tag: 'str', val: '2025-11-25 01:00:00+09' };
    expect(connection.query('select $1::timestamptz::text', [seconds]).rows).toEqual([[text]]);
    const utc = connection.query("select $1::timestamptz at time zone 'utc'", [seconds]);
    expect(utc.rows).toEqual([[{ tag: 'datetime', val: [2025, 11, 24, 16, 0, 0, 0] }]]);
    expect(thrownBy(() => connection.query('select now()', []))).toMatchObject({
      tag: 'query-failed',
      val: { tag: 'text', val: expect.stringContaining('WrongType { postgres: Timestamptz') },
    });
  });

  it.each<[type: string, value: Value, why: string]>([
    [
      'int4',
      { tag: 'int64', val: 1n },
      'ToSql(0), cause: Some(WrongType { postgres: Int4, rust: "i64" })',
    ],
    ['timestamptz', { tag: 'str', val: '2026-11-24' }, 'WrongType { postgres: Timestamptz'],
    ['uuid', { tag: 'str', val: 'x' }, 'WrongType { postgres: Uuid'],
    ['inet', { tag: 'str', val: '::1' }, 'WrongType { postgres: inet'],
  ])('%s takes no %o', (type, value, why) => {
    expect(thrownBy(() => connect().query(`select $1::${type}`, [value]))).toEqual({
      tag: 'query-failed',
      val: { tag: 'text', val: expect.stringContaining(why) },
    });
  });

  it.each<[type: string, value: Value, why: string]>([
    ['date', { tag: 'date', val: [2026, 2, 30] }, 'invalid date y=2026, m=2, d=30'],
    ['time', { tag: 'time', val: [24, 0, 0, 0] }, 'invalid time 24:0:0:0'],
    ['uuid', { tag: 'uuid', val: 'x' }, 'invalid UUID x'],
    ['jsonb', { tag: 'jsonb', val: json('{') }, 'invalid JSON {'],
    ['numeric', { tag: 'decimal', val: '1e5' }, 'invalid decimal 1e5'],
    ['numeric', { tag: 'decimal', val: '79228162514264337593543950336' }, 'invalid decimal 792'],
  ])('%s: %o is none', (type, value, why) => {
    expect(thrownBy(() => connect().query(`select $1::${type}`, [value]))).toEqual({
      tag: 'bad-parameter',
      val: expect.stringContaining(why),
    });
  });

  it('counts rows, and has no columns without rows', () => {
    const connection = connect();
    expect(connection.execute('create temp table a (id int8 primary key)', [])).toBe(0n);
    expect(connection.execute('insert into a select generate_series(1, 3)', [])).toBe(3n);
    expect(
      connection.execute('update a set id = id + 10 where id > $1', [{ tag: 'int64', val: 1n }]),
    ).toBe(2n);
    expect(connection.query('select * from a where false', [])).toEqual({ columns: [], rows: [] });
    expect(
      connection.query('select id from a order by id', []).rows.map(([id]) => id?.val),
    ).toEqual([1n, 12n, 13n]);
  });

  it('tells what the server says: code, constraint, detail', () => {
    const connection = connect();
    connection.execute('create temp table b (id int4 primary key)', []);
    connection.execute('insert into b values (1)', []);
    const error = thrownBy(() => connection.execute('insert into b values (1)', []));
    expect(error).toMatchObject({
      tag: 'query-failed',
      val: {
        tag: 'db-error',
        val: {
          severity: 'ERROR',
          code: '23505',
          message: 'duplicate key value violates unique constraint "b_pkey"',
          detail: 'Key (id)=(1) already exists.',
          extras: expect.arrayContaining([
            ['constraint', 'b_pkey'],
            ['table', 'b'],
          ]),
        },
      },
    });
    // The connection goes on.
    expect(connection.query('select 1', []).rows).toEqual([[{ tag: 'int32', val: 1 }]]);
  });

  it.each(['select', 'select 1; select 2', 'select $1, $2'])('refuses %j', (statement) => {
    expect(thrownBy(() => connect().query(statement, [{ tag: 'str', val: 'a' }]))).toMatchObject({
      tag: 'query-failed',
    });
  });

  it('speaks 3.0.0: types are words, errors texts, and newer types unsupported', () => {
    const connection = connect('@3.0.0');
    const { columns, rows } = connection.query("select 1::int8 a, '{}'::jsonb b, null::uuid c", []);
    expect(columns.map(({ dataType }) => dataType)).toEqual(['int64', 'other', 'other']);
    expect(rows).toEqual([[{ tag: 'int64', val: 1n }, { tag: 'unsupported' }, { tag: 'db-null' }]]);
    expect(thrownBy(() => connection.query('selec', []))).toEqual({
      tag: 'query-failed',
      val: expect.stringContaining('syntax error'),
    });
  });

  it('refuses a server that is not granted', () => {
    const refused = {
      tag: 'connection-failed',
      val: `address postgres://127.0.0.1:${server.port} is not permitted`,
    };
    for (const grants of [
      [],
      ['postgres://127.0.0.1:1'],
      ['postgresql://127.0.0.1:*'],
      ['http://*:*'],
    ]) {
      const { Connection } = instance(grants)['spin:postgres/postgres'] ?? {};
      expect(thrownBy(() => Connection?.open(server.address))).toEqual(refused);
    }
  });

  it('checks every server of an address, in both ways of writing it', () => {
    const open = (address: string) =>
      instance()['spin:postgres/postgres']?.Connection.open(address);
    const { port } = server;
    const first = `host=127.0.0.1 port=${port} user=shop dbname=postgres`;
    const password = 'p@ss: wörd/#?';
    expect(open(`${first} password='${password}'`)).toBeDefined();
    expect(thrownBy(() => open(`${first} host=127.0.0.1,db port=${port}`))).toEqual({
      tag: 'connection-failed',
      val: `address postgres://db:${port} is not permitted`,
    });
    expect(thrownBy(() => open(`postgresql://127.0.0.1:${port},elsewhere/x`))).toEqual({
      tag: 'connection-failed',
      val: 'address postgres://elsewhere:5432 is not permitted',
    });
    expect(thrownBy(() => open('host=/run/postgresql'))).toMatchObject({
      tag: 'connection-failed',
    });
    expect(thrownBy(() => open('no address'))).toMatchObject({ tag: 'connection-failed' });
  });

  it('says why it does not get in', () => {
    const wrong = server.address.replace(/:[^:@]+@/, ':wrong@');
    expect(thrownBy(() => instance()['spin:postgres/postgres']?.Connection.open(wrong))).toEqual({
      tag: 'connection-failed',
      val: expect.stringContaining('password authentication failed for user "shop"'),
    });
  });

  it('rolls back what an instance left open, and forgets its settings', () => {
    connect().execute('create table if not exists left_open (id int4)', []);
    endInstance();
    const first = connect();
    first.execute('begin', []);
    first.execute("set application_name = 'mine'", []);
    first.execute('insert into left_open values (1)', []);
    endInstance();
    const next = connect();
    expect(next.query('select * from left_open', []).rows).toEqual([]);
    expect(
      next.query("select current_setting('application_name') = 'mine'", []).rows[0]?.[0]?.val,
    ).toBe(false);
  });

  it('keeps transactions of two connections apart', () => {
    const [a, b] = [connect(), connect()];
    a.execute('create table if not exists apart (id int4)', []);
    a.execute('begin', []);
    a.execute('insert into apart values (7)', []);
    expect(b.query('select * from apart', []).rows).toEqual([]);
    a.execute('commit', []);
    expect(b.query('select id from apart', []).rows).toEqual([[{ tag: 'int32', val: 7 }]]);
  });

  it('carries a megabyte, and a thousand rows', () => {
    const connection = connect();
    const large = new Uint8Array(1_000_003).map((_, at) => at % 251);
    const { rows } = connection.query('select $1::bytea', [{ tag: 'binary', val: large }]);
    expect(Buffer.compare(rows[0]?.[0]?.val as Uint8Array, large)).toBe(0);
    const many = connection.query("select i, repeat('x', 100) from generate_series(1, 1000) i", []);
    expect(many.rows.length).toBe(1000);
    expect(many.rows[999]?.[0]).toEqual({ tag: 'int32', val: 1000 });
  });

  it('fails in type while the server is away, and recovers', async () => {
    const open = connect();
    endInstance(); // goes to the pool
    const held = connect();
    await server.stop();
    expect(thrownBy(() => held.query('select 1', []))).toMatchObject({ tag: 'query-failed' });
    expect(thrownBy(() => connect())).toEqual({
      tag: 'connection-failed',
      val: expect.stringContaining('ECONNREFUSED'),
    });
    await server.start();
    expect(connect().query('select 1', []).rows).toEqual([[{ tag: 'int32', val: 1 }]]);
    expect(open).toBeDefined();
  });
});
