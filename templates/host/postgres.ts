import { Connection, type DbValue, type ParameterValue } from 'spin:postgres/postgres@4.0.0';
import { serverAddress } from './address.ts';
import { toBytes, toText } from './bytes.ts';
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
   *
   * A `Date` is bound as a timestamptz, an object or list as jsonb, a whole number as an int8 and another one as a float8,
   * which Postgres fits to the column. For other types there are `uuid` and `decimal`.
   *
   * int8 is a `bigint`, smaller whole numbers and floats a `number`, numeric its text, bytea a `Uint8Array`, json and
   * jsonb what they say, date, time and timestamp their ISO 8601 text. Spin reads no timestamptz: select `at::text`.
   */
  query<Result = Row>(strings: TemplateStringsArray, ...values: Parameter[]): Result[];
}

/** A value that is bound as it is said to be, not as its JavaScript type suggests. */
class Typed {
  readonly bound: Bound<ParameterValue>;

  constructor(bound: Bound<ParameterValue>) {
    this.bound = bound;
  }
}

/** A parameter of type uuid. */
export const uuid = (value: string): object => typed({ tag: 'uuid', val: value });

/** A parameter of type numeric, as text: no digit is lost. */
export const decimal = (value: string): object => typed({ tag: 'decimal', val: value });

function typed(value: ParameterValue): Typed {
  return new Typed({ placeholder: '', value });
}

/** A database by its address, connected when it is first used, and once. */
export function openDatabase(address: () => string): Database {
  const call = onHandle(() => Connection.open(address()), explain);
  const run = (statement: string, values: readonly ParameterValue[] = []) =>
    call((connection) => connection.execute(statement, [...values]));
  return {
    query<Result>(strings: TemplateStringsArray, ...given: Parameter[]) {
      const { text, values } = compileQuery(strings, given, bind);
      const { columns, rows } = call((connection) => connection.query(text, [...values]));
      const names = Array.from(columns, ({ name }) => name);
      return namedRows(names, rows, read) as Result[];
    },
    execute(strings, ...given) {
      const { text, values } = compileQuery(strings, given, bind);
      return Number(run(text, values));
    },
    transaction: (work) => inTransaction((statement) => void run(statement), work),
  };
}

/** The database of the variables `postgres_…`. */
export const db: Database = openDatabase(() =>
  serverAddress('postgres', {
    user: config.get('postgres_user'),
    password: config.get('postgres_password'),
    host: config.get('postgres_host'),
    port: config.get('postgres_port'),
    database: config.get('postgres_database'),
  }),
);

/** @throws HostError when the database is not there */
export function ready(): void {
  db.query`select 1`;
}

/**
 * Spin binds a parameter by its exact type, and Postgres takes that type from the SQL around it: an int8 for an int4
 * column is refused. A cast in the SQL says which type comes, and Postgres converts it.
 */
function bind(value: unknown, position: number): Bound<ParameterValue> {
  const $ = `$${position}`;
  if (value === undefined || value === null) return { placeholder: $, value: { tag: 'db-null' } };
  if (value instanceof Typed) return { placeholder: $, value: value.bound.value };
  switch (typeof value) {
    case 'string':
      return { placeholder: $, value: { tag: 'str', val: value } };
    case 'boolean':
      return { placeholder: `${$}::bool`, value: { tag: 'boolean', val: value } };
    case 'bigint':
      return { placeholder: `${$}::int8`, value: { tag: 'int64', val: int64(value) } };
    case 'number':
      return Number.isSafeInteger(value)
        ? { placeholder: `${$}::int8`, value: { tag: 'int64', val: BigInt(value) } }
        : { placeholder: `${$}::float8`, value: { tag: 'floating64', val: value } };
  }
  if (value instanceof Date) {
    return {
      placeholder: `${$}::text::timestamptz`,
      value: { tag: 'str', val: value.toISOString() },
    };
  }
  if (ArrayBuffer.isView(value)) {
    return { placeholder: `${$}::bytea`, value: { tag: 'binary', val: value as Uint8Array } };
  }
  return {
    placeholder: `${$}::jsonb`,
    value: { tag: 'jsonb', val: toBytes(JSON.stringify(value)) },
  };
}

function read(value: DbValue): unknown {
  switch (value.tag) {
    case 'db-null':
      return null;
    case 'jsonb':
      return JSON.parse(toText(value.val));
    case 'date':
      return isoDate(value.val);
    case 'time':
      return isoTime(value.val);
    case 'datetime': {
      const [year, month, day, ...time] = value.val;
      return `${isoDate([year, month, day])}T${isoTime(time)}`;
    }
    case 'timestamp':
      return new Date(Number(value.val) * 1000);
    case 'array-int32':
    case 'array-int64':
    case 'array-decimal':
    case 'array-str':
      return Array.from<unknown>(value.val).map((item) => item ?? null);
    case 'unsupported':
      throw new HostError(
        'refused',
        'A column has a type that Spin does not read: cast it, as in id::text.',
      );
    default:
      return value.val;
  }
}

function isoDate([year, month, day]: readonly [number, number, number]): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function isoTime([hours, minutes, seconds, nanoseconds]: readonly number[]): string {
  const fraction = String(nanoseconds ?? 0)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return `${two(hours)}:${two(minutes)}:${two(seconds)}${fraction === '' ? '' : `.${fraction}`}`;
}

function two(number = 0): string {
  return String(number).padStart(2, '0');
}

interface DbError {
  readonly code: string;
  readonly message: string;
  readonly detail?: string;
}

function explain(payload: Payload): HostError {
  const { tag, val } = payload;
  if (tag === 'query-failed') return queryFailed(payload);
  if (tag === 'connection-failed' && /is not permitted/.test(String(val))) {
    const line = 'allowed_outbound_hosts = ["postgres://{{ postgres_host }}:{{ postgres_port }}"]';
    return notGranted('The Postgres server is not granted', line, `component.${component}`);
  }
  const kind =
    tag === 'connection-failed' ? 'unreachable' : tag === 'bad-parameter' ? 'refused' : 'failed';
  return new HostError(kind, `Postgres: ${payloadText(payload)}`, { cause: payload });
}

/** SQLSTATE of connections that broke, and of a server that ends or starts (PostgreSQL, appendix A). */
const GONE = /^(?:08|57P0[123])/;

function queryFailed(payload: Payload): HostError {
  const { tag, val } = payload.val as { tag: string; val: string | DbError };
  if (tag !== 'db-error' || typeof val === 'string') {
    // How the driver of Spin says that it has no case for the type (tokio-postgres `WrongType`).
    const [, type] = /WrongType \{ postgres: (\w+)/.exec(String(val)) ?? [];
    const hint =
      type === undefined
        ? ''
        : ` Spin does not read ${type.toLowerCase()} columns: cast it, as in at::text.`;
    const kind = /kind: (?:Closed|Io)\b/.test(String(val)) ? 'unreachable' : 'refused';
    return new HostError(kind, `Postgres: ${String(val)}${hint}`, { cause: payload });
  }
  const detail = val.detail === undefined ? '' : ` (${val.detail})`;
  const kind = GONE.test(val.code) ? 'unreachable' : 'refused';
  return new HostError(kind, `Postgres: ${val.message}${detail}`, {
    code: val.code,
    cause: payload,
  });
}
