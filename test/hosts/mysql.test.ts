import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { host } from '../../templates/node/hosts/mysql.mjs';
import {
  announceMissingDatabases,
  type DatabaseServer,
  mustRunOn,
  mysql,
} from '../support/databases.ts';
import { grantsOf, thrownBy } from './support.ts';

announceMissingDatabases(mysql);

interface Value {
  readonly tag: string;
  readonly val?: unknown;
}

interface Connection {
  query(
    statement: string,
    values: readonly Value[],
  ): { columns: { name: string; dataType: string }[]; rows: Value[][] };
  execute(statement: string, values: readonly Value[]): undefined;
}

describe.skipIf(!mustRunOn(mysql))('fermyon:spin/mysql', () => {
  let server: DatabaseServer;
  const ends: (() => void)[] = [];

  const open = (
    address = server.address,
    allowedOutboundHosts = [`mysql://127.0.0.1:${server.port}`],
  ) => {
    const entries = host(grantsOf({ allowedOutboundHosts }), (end) => void ends.push(end));
    const { Connection } = entries['fermyon:spin/mysql'] as {
      Connection: { open(address: string): Connection };
    };
    return Connection.open(address);
  };

  beforeAll(async () => {
    server = await mysql.start();
  }, 120_000);

  afterAll(async () => {
    for (const end of ends) end();
    await server?.remove();
  });

  const bytes = (...values: number[]) => new Uint8Array(values);

  it.each<[type: string, value: Value, read?: Value]>([
    ['tinyint', { tag: 'int8', val: -128 }],
    ['boolean', { tag: 'boolean', val: true }, { tag: 'int8', val: 1 }],
    ['tinyint unsigned', { tag: 'uint8', val: 255 }],
    ['smallint', { tag: 'int16', val: -32768 }],
    ['smallint unsigned', { tag: 'uint16', val: 65535 }],
    ['mediumint', { tag: 'int32', val: -8388608 }],
    ['int', { tag: 'int32', val: -2147483648 }],
    ['int unsigned', { tag: 'uint32', val: 4294967295 }],
    ['bigint', { tag: 'int64', val: 9007199254740993n }],
    ['bigint', { tag: 'int64', val: -9223372036854775808n }],
    ['bigint unsigned', { tag: 'uint64', val: 18446744073709551615n }],
    ['float', { tag: 'floating32', val: 1.5 }],
    ['double', { tag: 'floating64', val: 0.1 }],
    ['varchar(100)', { tag: 'str', val: "größe 太田 🫖 '; drop table x; -- \\" }],
    ['char(4)', { tag: 'str', val: 'ab' }],
    ['text', { tag: 'str', val: '' }],
    ['blob', { tag: 'binary', val: bytes(0, 255, 39, 92) }],
    ['varbinary(10)', { tag: 'binary', val: bytes() }],
    ["enum('a', 'b')", { tag: 'str', val: 'b' }],
    ['datetime', { tag: 'db-null' }],
  ])('%s: %o is stored and read', (type, value, read = value) => {
    const connection = open();
    connection.execute('drop table if exists t', []);
    connection.execute(`create table t (v ${type})`, []);
    connection.execute('insert into t values (?)', [value]);
    expect(connection.query('select v from t', []).rows).toEqual([[read]]);
    if (value.tag.includes('float') || value.val === undefined) return;
    expect(connection.query('select v from t where v = ?', [value]).rows.length).toBe(1);
  });

  it('names columns and their types, without rows too', () => {
    const connection = open();
    connection.execute('create table if not exists shape (id bigint, note text)', []);
    expect(connection.query('select id, note as `a b` from shape', [])).toEqual({
      columns: [
        { name: 'id', dataType: 'int64' },
        { name: 'a b', dataType: 'str' },
      ],
      rows: [],
    });
  });

  it.each(["date '2026-11-24'", 'now()', 'cast(1.50 as decimal(5, 2))'])(
    'can not read %s',
    (sql) => {
      expect(thrownBy(() => open().query(`select ${sql} as v`, []))).toEqual({
        tag: 'value-conversion-failed',
        val: expect.stringMatching(
          /^Cannot convert value .* in column v data type DbDataType::Other$/,
        ),
      });
      expect(open().query(`select cast(${sql} as char) as v`, []).rows[0]?.[0]?.tag).toBe('str');
    },
  );

  it('tells what the server says, and goes on', () => {
    const connection = open();
    connection.execute('create table if not exists once (id int primary key)', []);
    connection.execute('insert ignore into once values (1)', []);
    expect(thrownBy(() => connection.execute('insert into once values (1)', []))).toEqual({
      tag: 'query-failed',
      val: expect.stringMatching(/code: 1062, message: "Duplicate entry '1'.*state: "23000"/),
    });
    expect(thrownBy(() => connection.query('selec', []))).toMatchObject({ tag: 'query-failed' });
    expect(thrownBy(() => connection.query('select ?', []))).toMatchObject({ tag: 'query-failed' });
    expect(connection.query('select id from once', []).rows).toEqual([[{ tag: 'int32', val: 1 }]]);
  });

  it('undoes what an instance left open', () => {
    open().execute('create table if not exists left_open (id int)', []);
    const first = open();
    first.execute('begin', []);
    first.execute('insert into left_open values (1)', []);
    for (const end of ends.splice(0)) end();
    expect(open().query('select * from left_open', []).rows).toEqual([]);
  });

  it('carries a megabyte', () => {
    const connection = open();
    const large = new Uint8Array(1_000_003).map((_, at) => at % 251);
    connection.execute('create table if not exists large (v longblob)', []);
    connection.execute('insert into large values (?)', [{ tag: 'binary', val: large }]);
    const { rows } = connection.query('select v from large', []);
    expect(Buffer.compare(rows[0]?.[0]?.val as Uint8Array, large)).toBe(0);
  });

  it('refuses a server that is not granted', () => {
    for (const grants of [[], ['mysql://127.0.0.1:1'], ['http://*:*'], ['mysql://127.0.0.1']]) {
      expect(thrownBy(() => open(server.address, grants))).toEqual({
        tag: 'connection-failed',
        val: `address ${server.address} is not permitted`,
      });
    }
  });

  it('says why it does not get in', () => {
    const wrong = server.address.replace(/:[^:@]+@/, ':wrong@');
    expect(thrownBy(() => open(wrong))).toEqual({
      tag: 'connection-failed',
      val: expect.stringContaining('Access denied'),
    });
  });

  it('fails in type while the server is away, and recovers', async () => {
    const held = open();
    await server.stop();
    expect(thrownBy(() => held.query('select 1', []))).toMatchObject({ tag: 'query-failed' });
    expect(thrownBy(() => open())).toEqual({
      tag: 'connection-failed',
      val: expect.stringContaining('ECONNREFUSED'),
    });
    await server.start();
    expect(open().query('select 1', []).rows.length).toBe(1);
  });
});
