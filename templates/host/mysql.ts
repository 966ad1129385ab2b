import { Connection, type DbValue, type ParameterValue } from 'fermyon:spin/mysql@2.0.0';
import { serverAddress } from './address.ts';
import { config } from './config.ts';
import { component } from './grants.ts';
import { onHandle } from './handle.ts';
import { HostError, notGranted, type Payload, payloadText } from './host-error.ts';
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

export interface Database extends SqlDatabase {
  /**
   * The rows of a query, by column: `` db.query<Order>`select * from orders where id = ${id}` ``.
   * A `Date` is bound as a DATETIME in UTC, an object or list as its JSON. BIGINT is a `bigint`, smaller whole numbers and
   * floats a `number`, a BLOB a `Uint8Array`. Of dates and DECIMAL the interface knows nothing: select them as text,
   * `cast(created_at as char) as created_at`.
   */
  query<Result = Row>(strings: TemplateStringsArray, ...values: Parameter[]): Result[];
}

/** A database by its address, connected when it is first used, and once. */
export function openDatabase(address: () => string): Database {
  const call = onHandle(() => Connection.open(address()), explain);
  const run = (statement: string, values: readonly ParameterValue[] = []) =>
    call((connection) => connection.execute(statement, [...values]));
  const database: Database = {
    query<Result>(strings: TemplateStringsArray, ...given: Parameter[]) {
      const { text, values } = compileQuery(strings, given, bind);
      const { columns, rows } = call((connection) => connection.query(text, [...values]));
      const names = Array.from(columns, ({ name }) => name);
      return namedRows(names, rows, read) as Result[];
    },
    execute(strings, ...given) {
      const { text, values } = compileQuery(strings, given, bind);
      run(text, values);
      // The interface does not tell; the connection remembers.
      const [row] = database.query<{ changed: bigint | number }>`select row_count() as changed`;
      return Number(row?.changed ?? 0);
    },
    transaction: (work) => inTransaction((statement) => void run(statement), work),
  };
  return database;
}

/** The database of the variables `mysql_…`. */
export const db: Database = openDatabase(() =>
  serverAddress('mysql', {
    user: config.get('mysql_user'),
    password: config.get('mysql_password'),
    host: config.get('mysql_host'),
    port: config.get('mysql_port'),
    database: config.get('mysql_database'),
  }),
);

/** @throws HostError when the database is not there */
export function ready(): void {
  db.query`select 1 as one`;
}

function bind(value: unknown): Bound<ParameterValue> {
  return { placeholder: '?', value: toValue(value as Parameter) };
}

function toValue(value: Parameter): ParameterValue {
  if (value === undefined || value === null) return { tag: 'db-null' };
  if (typeof value === 'string') return { tag: 'str', val: value };
  if (typeof value === 'boolean') return { tag: 'boolean', val: value };
  if (typeof value === 'bigint') return { tag: 'int64', val: int64(value) };
  if (typeof value === 'number') {
    return Number.isSafeInteger(value)
      ? { tag: 'int64', val: BigInt(value) }
      : { tag: 'floating64', val: value };
  }
  if (value instanceof Date)
    return { tag: 'str', val: value.toISOString().replace('T', ' ').replace('Z', '') };
  if (ArrayBuffer.isView(value)) return { tag: 'binary', val: value as Uint8Array };
  return { tag: 'str', val: JSON.stringify(value) };
}

function read(value: DbValue): unknown {
  if (value.tag === 'db-null') return null;
  if (value.tag === 'unsupported') {
    throw new HostError(
      'refused',
      'A column has a type that Spin does not read: cast it, as in cast(at as char).',
    );
  }
  return value.val;
}

function explain(payload: Payload): HostError {
  const { tag, val } = payload;
  if (tag === 'connection-failed' && /is not permitted/.test(String(val))) {
    const line = 'allowed_outbound_hosts = ["mysql://{{ mysql_host }}:{{ mysql_port }}"]';
    return notGranted('The MySQL server is not granted', line, `component.${component}`);
  }
  const refused = tag === 'query-failed' || tag === 'bad-parameter';
  const kind = tag === 'connection-failed' ? 'unreachable' : refused ? 'refused' : 'failed';
  return new HostError(kind, `MySQL: ${payloadText(payload)}`, { cause: payload });
}
