// @ts-check
/** Connections to Postgres servers, kept between requests (run by `synchronous.mjs`). */
import pg from 'pg';
import { parseAddress } from './postgres-address.mjs';
import { columnType, readValue, writeParameter } from './postgres-types.mjs';
import { bindAndExecute, describe, rowsAsBytes } from './postgres-wire.mjs';

const CONNECT_TIMEOUT = 5000;

/** Connections nobody uses, by address. @type {Map<string, pg.Client[]>} */
const idle = new Map();
/** @type {Map<number, { client: pg.Client, address: string, names: Map<number, string> }>} */
const used = new Map();
/** @type {WeakSet<pg.Client>} */
const lost = new WeakSet();
let opened = 0;

export const operations = {
  /** @param {string} address */
  async open(address) {
    const client = (await idleClient(address)) ?? (await connect(address));
    opened += 1;
    used.set(opened, { client, address, names: new Map() });
    return opened;
  },

  /** @param {number} id @param {string} statement @param {any[]} values */
  async query(id, statement, values) {
    const { fields, rows } = await run(id, statement, values);
    if (rows.length === 0) return { columns: [], rows: [] };
    const names = await typeNames(
      id,
      fields.map(({ dataTypeID }) => dataTypeID),
    );
    const columns = fields.map(({ name, dataTypeID }) => ({
      name,
      dataType: columnType(dataTypeID, names.of(dataTypeID)),
    }));
    return { columns, rows: rows.map((row) => row.map((bytes, at) => read(fields, at, bytes))) };
  },

  /** @param {number} id @param {string} statement @param {any[]} values */
  async execute(id, statement, values) {
    return (await run(id, statement, values)).affected;
  },

  /** A transaction that was left open is rolled back, a setting of the session forgotten. @param {number} id */
  async release(id) {
    const use = used.get(id);
    if (use === undefined) return;
    used.delete(id);
    const { client, address } = use;
    try {
      await client.query('rollback');
      await client.query('discard all');
      idle.set(address, [...(idle.get(address) ?? []), client]);
    } catch {
      await client.end().catch(() => undefined);
    }
  },
};

/** The last used one that the server hasn't closed in the meantime. @param {string} address */
async function idleClient(address) {
  const clients = idle.get(address) ?? [];
  for (let client = clients.pop(); client !== undefined; client = clients.pop()) {
    if (lost.has(client)) continue;
    try {
      await client.query('');
      return client;
    } catch {
      await client.end().catch(() => undefined);
    }
  }
  return undefined;
}

/** @param {string} address */
async function connect(address) {
  const { hosts, user, password, database, secure } = parseAddress(address);
  let cause = 'host missing';
  for (const { host, port } of hosts) {
    const client = new pg.Client({
      ...{ host, port, user, password, database: database ?? user, ssl: secure },
      connectionTimeoutMillis: CONNECT_TIMEOUT,
    });
    client.on('error', () => lost.add(client)).on('end', () => lost.add(client));
    try {
      await client.connect();
      rowsAsBytes(client);
      return client;
    } catch (error) {
      cause = messageOf(error);
    }
  }
  throw { tag: 'connection-failed', val: `error connecting to server: ${cause}` };
}

/** @param {unknown} error @returns {string} */
function messageOf(error) {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}

/** @param {number} id @param {string} statement @param {any[]} values */
async function run(id, statement, values) {
  const { client } = connectionOf(id);
  try {
    const { parameters, fields } = await describe(client, statement);
    if (parameters.length !== values.length) {
      throw text(`Error { kind: Parameters(${values.length}, ${parameters.length}), cause: None }`);
    }
    const names = await typeNames(id, parameters);
    // Another query in between has made the server forget this one.
    if (names.asked) await describe(client, statement);
    const bytes = values.map((value, at) => {
      const oid = parameters[at] ?? 0;
      return writeParameter(value, { oid, name: names.of(oid) }, at);
    });
    return { fields, ...(await bindAndExecute(client, bytes)) };
  } catch (error) {
    throw error instanceof Error ? queryFailed(error) : error;
  }
}

/** @param {number} id */
function connectionOf(id) {
  const use = used.get(id);
  if (use === undefined) throw { tag: 'connection-failed', val: 'no connection found' };
  return use;
}

/** @param {readonly { dataTypeID: number }[]} fields @param {number} at @param {Buffer | undefined} bytes */
const read = (fields, at, bytes) => readValue(fields[at]?.dataTypeID ?? 0, bytes, at);

/** The names of types that have no case of their own. @param {number} id @param {readonly number[]} oids */
async function typeNames(id, oids) {
  const { client, names } = connectionOf(id);
  const unknown = oids.filter((oid) => columnType(oid, '').tag === 'other' && !names.has(oid));
  if (unknown.length > 0) {
    const { rows } = await client.query(
      'select oid::int8, typname from pg_type where oid = any($1)',
      [unknown],
    );
    for (const { oid, typname } of rows) names.set(Number(oid), typname);
  }
  return { of: (/** @type {number} */ oid) => names.get(oid) ?? '', asked: unknown.length > 0 };
}

const EXTRAS = /** @type {const} */ ([
  ['column', 'column'],
  ['constraint', 'constraint'],
  ['routine', 'routine'],
  ['hint', 'hint'],
  ['table', 'table'],
  ['dataType', 'datatype'],
  ['schema', 'schema'],
  ['file', 'file'],
  ['line', 'line'],
  ['where', 'where_'],
]);

/** @param {string} val */
const text = (val) => ({ tag: 'query-failed', val: { tag: 'text', val } });

/** @param {Error} error */
function queryFailed(error) {
  if (!(error instanceof pg.DatabaseError))
    return text(`Error { kind: Io, cause: ${error.message} }`);
  const { severity = '', code = '', message, detail } = error;
  const extras = EXTRAS.flatMap(([field, name]) => {
    const value = error[field];
    return value === undefined ? [] : [[name, String(value)]];
  });
  const asText = `Error { kind: Db, cause: Some(DbError { severity: ${JSON.stringify(severity)}, code: SqlState(E${code}), message: ${JSON.stringify(message)} }) }`;
  return {
    tag: 'query-failed',
    val: { tag: 'db-error', val: { asText, severity, code, message, detail, extras } },
  };
}
