import { Connection, type Value } from 'spin:sqlite/sqlite@3.0.0';
import { component, databases } from './grants.ts';
import { onHandle } from './handle.ts';
import { HostError, listLine, notGranted, type Payload, payloadText } from './host-error.ts';
import {
  type Bound,
  compileQuery,
  inTransaction,
  int64,
  namedRows,
  type Parameter,
  type Row,
  type SqlDatabase,
} from './sql.ts';

/** A database that spin.toml lets the component open. */
export type DatabaseLabel = (typeof databases)[number];

export interface Database extends SqlDatabase {
  /**
   * The rows of a query, by column: `` db.query<Order>`select * from orders where id = ${id}` ``.
   * A boolean is bound as 1 or 0, a `Date` as its ISO 8601 text, an object as its JSON. SQLite has one type of whole
   * numbers, 64 bits wide: a `bigint`. Real numbers are `number`, blobs `Uint8Array`.
   */
  query<Result = Row>(strings: TemplateStringsArray, ...values: Parameter[]): Result[];
  /** The rowid that the last insert gave. */
  lastInsertRowid(): bigint;
}

/** A database by a label of spin.toml, opened when it is first used, and once. */
export function openDatabase(label: DatabaseLabel): Database {
  const call = onHandle(
    () => Connection.open(label),
    (payload) => explain(payload, label),
  );
  const run = (statement: string, values: readonly Value[] = []) =>
    call((connection) => connection.execute(statement, [...values]));
  return {
    query<Result>(strings: TemplateStringsArray, ...given: Parameter[]) {
      const { text, values } = compileQuery(strings, given, bind);
      const { columns, rows } = run(text, values);
      const cells = Array.from(rows, (row) => row.values);
      return namedRows(Array.from(columns), cells, read) as Result[];
    },
    execute(strings, ...given) {
      const { text, values } = compileQuery(strings, given, bind);
      run(text, values);
      return Number(call((connection) => connection.changes()));
    },
    lastInsertRowid: () => call((connection) => connection.lastInsertRowid()),
    transaction: (work) => inTransaction((statement) => void run(statement), work),
  };
}

/** The first database of spin.toml. */
export const db: Database = openDatabase(databases[0]);

/** @throws HostError when a database is not there */
export function ready(): void {
  for (const label of databases) openDatabase(label).query`select 1`;
}

function bind(value: unknown): Bound<Value> {
  return { placeholder: '?', value: toValue(value as Parameter) };
}

function toValue(value: Parameter): Value {
  if (value === undefined || value === null) return { tag: 'null' };
  if (typeof value === 'string') return { tag: 'text', val: value };
  if (typeof value === 'bigint') return { tag: 'integer', val: int64(value) };
  if (typeof value === 'boolean') return { tag: 'integer', val: value ? 1n : 0n };
  if (typeof value === 'number') {
    return Number.isSafeInteger(value)
      ? { tag: 'integer', val: BigInt(value) }
      : { tag: 'real', val: value };
  }
  if (value instanceof Date) return { tag: 'text', val: value.toISOString() };
  if (ArrayBuffer.isView(value)) return { tag: 'blob', val: value as Uint8Array };
  return { tag: 'text', val: JSON.stringify(value) };
}

function read(value: Value): unknown {
  return value.tag === 'null' ? null : value.val;
}

function explain(payload: Payload, label: string): HostError {
  switch (payload.tag) {
    case 'access-denied': {
      const what = `The SQLite database "${label}" is not granted`;
      return notGranted(
        what,
        listLine('sqlite_databases', databases, label),
        `component.${component}`,
      );
    }
    case 'no-such-database': {
      const message = `Spin has no SQLite database "${label}": define it in runtime-config.toml.`;
      return new HostError('unreachable', message, { cause: payload });
    }
    // The only case that carries what SQLite itself says.
    case 'io':
      return new HostError('refused', `SQLite: ${String(payload.val)}`, { cause: payload });
    default:
      return new HostError('failed', `SQLite: ${payloadText(payload)}`, { cause: payload });
  }
}
