import { describe, expect, it } from 'vitest';
import { host } from '../../templates/node/hosts/sqlite.mjs';
import { temporaryFolder } from '../support/files.ts';
import { grantsOf, thrownBy } from './support.ts';

interface Value {
  readonly tag: string;
  readonly val?: unknown;
}

interface Connection {
  execute(
    statement: string,
    values: readonly Value[],
  ): { columns: string[]; rows: { values: Value[] }[] };
  lastInsertRowid(): bigint;
  changes(): bigint;
}

const ends: (() => void)[] = [];

function open(label = 'default', state?: string): Connection {
  const grants = grantsOf({
    sqliteDatabases: ['default', 'other', 'full'],
    ...(state !== undefined && { state }),
  });
  const entries = host(grants, (end) => void ends.push(end));
  const { Connection } = entries['spin:sqlite/sqlite'] as {
    Connection: { open(label: string): Connection };
  };
  return Connection.open(label);
}

const rowsOf = (connection: Connection, statement: string, values: readonly Value[] = []) =>
  connection.execute(statement, values).rows.map(({ values }) => values);

describe('spin:sqlite', () => {
  it.each<[type: string, value: Value]>([
    ['integer', { tag: 'integer', val: 9223372036854775807n }],
    ['integer', { tag: 'integer', val: -9007199254740993n }],
    ['integer', { tag: 'integer', val: 0n }],
    ['real', { tag: 'real', val: 0.1 }],
    ['real', { tag: 'real', val: 24 }],
    ['real', { tag: 'real', val: -1e300 }],
    ['text', { tag: 'text', val: "größe 太田 🫖 '; drop table x; --" }],
    ['text', { tag: 'text', val: '' }],
    ['blob', { tag: 'blob', val: new Uint8Array([0, 255, 39]) }],
    ['blob', { tag: 'blob', val: new Uint8Array() }],
    ['integer', { tag: 'null' }],
  ])('%s: %o is stored and read', (type, value) => {
    const connection = open();
    connection.execute('drop table if exists t', []);
    connection.execute(`create table t (v ${type})`, []);
    connection.execute('insert into t values (?)', [value]);
    expect(rowsOf(connection, 'select v from t')).toEqual([[value]]);
    expect(rowsOf(connection, 'select v from t where v is ?', [value]).length).toBe(1);
  });

  it('names columns, of one name too, and without rows', () => {
    const connection = open();
    expect(connection.execute('select 1 as a, 2.0 as a, x\'00\' as "b c" ; ', [])).toEqual({
      columns: ['a', 'a', 'b c'],
      rows: [
        {
          values: [
            { tag: 'integer', val: 1n },
            { tag: 'real', val: 2 },
            { tag: 'blob', val: new Uint8Array([0]) },
          ],
        },
      ],
    });
    expect(connection.execute('select 1 as a where false -- none', [])).toEqual({
      columns: ['a'],
      rows: [],
    });
  });

  it('gives rows of statements that write, counts and the last id', () => {
    const connection = open();
    connection.execute('create table w (id integer primary key, n integer)', []);
    expect(rowsOf(connection, 'insert into w (n) values (7), (8) returning id, n')).toEqual([
      [
        { tag: 'integer', val: 1n },
        { tag: 'integer', val: 7n },
      ],
      [
        { tag: 'integer', val: 2n },
        { tag: 'integer', val: 8n },
      ],
    ]);
    expect(connection.lastInsertRowid()).toBe(2n);
    connection.execute('update w set n = n + ?', [{ tag: 'integer', val: 1n }]);
    expect(connection.changes()).toBe(2n);
    const ordered = 'with big as (select * from w where n > ?1) select n from big order by n desc';
    expect(rowsOf(connection, ordered, [{ tag: 'integer', val: 1n }])).toEqual([
      [{ tag: 'integer', val: 9n }],
      [{ tag: 'integer', val: 8n }],
    ]);
  });

  it('says what is wrong, and goes on', () => {
    const connection = open();
    connection.execute('create table u (id integer primary key)', []);
    connection.execute('insert into u values (1)', []);
    expect(thrownBy(() => connection.execute('insert into u values (1)', []))).toEqual({
      tag: 'io',
      val: expect.stringContaining('UNIQUE constraint failed: u.id'),
    });
    expect(thrownBy(() => connection.execute('selec', []))).toEqual({
      tag: 'io',
      val: expect.stringContaining('near "selec": syntax error'),
    });
    expect(rowsOf(connection, 'select id from u')).toEqual([[{ tag: 'integer', val: 1n }]]);
  });

  it('refuses a database without a grant, and too many', () => {
    expect(thrownBy(() => open('secret'))).toEqual({ tag: 'access-denied' });
    const entries = host(grantsOf({ sqliteDatabases: ['full'] }), () => undefined);
    const { Connection } = entries['fermyon:spin/sqlite'] as {
      Connection: { open(label: string): unknown };
    };
    for (let at = 0; at < 256; at += 1) Connection.open('full');
    expect(thrownBy(() => Connection.open('full'))).toEqual({
      tag: 'io',
      val: 'too many connections opened',
    });
  });

  it('keeps databases apart, and undoes what an instance left open', () => {
    open('other').execute('create table mine (id integer)', []);
    expect(thrownBy(() => open().execute('select * from mine', []))).toMatchObject({ tag: 'io' });
    const first = open('other');
    first.execute('begin', []);
    first.execute('insert into mine values (1)', []);
    for (const end of ends.splice(0)) end();
    expect(rowsOf(open('other'), 'select * from mine')).toEqual([]);
  });

  it('keeps a megabyte in a file', async () => {
    const state = await temporaryFolder();
    const large = new Uint8Array(1_000_003).map((_, at) => at % 251);
    open('default', state).execute('create table large (v blob)', []);
    open('default', state).execute('insert into large values (?)', [{ tag: 'blob', val: large }]);
    const [[value] = []] = rowsOf(open('default', state), 'select v from large');
    expect(Buffer.compare(value?.val as Uint8Array, large)).toBe(0);
  });
});
