// @ts-check
/** Connections to MySQL and MariaDB servers (run by `synchronous.mjs`). */
import mysql from 'mysql2/promise';

const CONNECT_TIMEOUT = 5000;

/** @type {Map<number, mysql.Connection>} */
const connections = new Map();
let opened = 0;

/** @typedef {{ tag: string, val?: any }} Value */

export const operations = {
  /** @param {string} address */
  async open(address) {
    const connection = await connect(address);
    opened += 1;
    connections.set(opened, connection);
    return opened;
  },

  /** @param {number} id @param {string} statement @param {Value[]} values */
  async query(id, statement, values) {
    const [rows, fields] = await run(id, statement, values);
    if (!Array.isArray(rows)) return { columns: [], rows: [] };
    const columns = (fields ?? []).map((field) => ({ name: field.name, dataType: typeOf(field) }));
    return {
      columns,
      rows: rows.map((row) =>
        /** @type {any[]} */ (row).map((value, at) => read(value, columns[at])),
      ),
    };
  },

  /** @param {number} id @param {string} statement @param {Value[]} values */
  async execute(id, statement, values) {
    await run(id, statement, values);
  },

  /** @param {number} id */
  async release(id) {
    const connection = connections.get(id);
    connections.delete(id);
    await connection?.end().catch(() => connection.destroy());
  },
};

/** @param {string} address */
async function connect(address) {
  try {
    const url = new URL(address);
    const secure = [...url.searchParams].some(
      ([name, value]) => /^ssl-?mode$/i.test(name) && value.toLowerCase() !== 'disabled',
    );
    const connection = await mysql.createConnection({
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: Number(url.port || 3306),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: decodeURIComponent(url.pathname.slice(1)),
      ...(secure && { ssl: {} }),
      connectTimeout: CONNECT_TIMEOUT,
      charset: 'utf8mb4',
      rowsAsArray: true,
      supportBigNumbers: true,
      bigNumberStrings: true,
      dateStrings: true,
      jsonStrings: true,
    });
    // A connection that is lost between two statements says so at the next one.
    connection.on('error', () => undefined);
    return connection;
  } catch (error) {
    throw { tag: 'connection-failed', val: messageOf(error) };
  }
}

/** @param {number} id @param {string} statement @param {Value[]} values */
async function run(id, statement, values) {
  const connection = connections.get(id);
  if (connection === undefined) throw { tag: 'connection-failed', val: 'no connection found' };
  try {
    return await connection.execute(statement, values.map(parameter));
  } catch (error) {
    throw { tag: 'query-failed', val: messageOf(error) };
  }
}

const { LONGLONG, FLOAT, DOUBLE } = mysql.TypedParameter;

/** Integers go as 64 bits: as text, a server would compare them as floating-point numbers. @param {Value} value @returns {any} */
function parameter({ tag, val }) {
  if (tag === 'db-null') return null;
  if (tag === 'boolean') return LONGLONG(val ? 1n : 0n);
  if (tag.startsWith('int')) return LONGLONG(BigInt(val));
  if (tag.startsWith('uint')) return LONGLONG.unsigned(BigInt(val));
  if (tag === 'floating32') return FLOAT(val);
  if (tag === 'floating64') return DOUBLE(val);
  return tag === 'binary' ? Buffer.from(val) : val;
}

const { Types } = mysql;
const UNSIGNED = 32;
const BINARY = 128;

const INTEGERS = new Map([
  [Types.TINY, 8],
  [Types.SHORT, 16],
  [Types.INT24, 32],
  [Types.LONG, 32],
  [Types.LONGLONG, 64],
]);
const TEXTS = new Set([Types.BLOB, Types.STRING, Types.VAR_STRING]);
const BYTES = new Set([Types.MEDIUM_BLOB, Types.LONG_BLOB]);

/** The case of the interface that Spin reads a column as. @param {any} field @returns {string} */
function typeOf({ columnType, flags }) {
  const bits = INTEGERS.get(columnType);
  if (bits !== undefined) return `${flags & UNSIGNED ? 'u' : ''}int${bits}`;
  if (columnType === Types.FLOAT) return 'floating32';
  if (columnType === Types.DOUBLE) return 'floating64';
  if (TEXTS.has(columnType)) return flags & BINARY ? 'binary' : 'str';
  return BYTES.has(columnType) ? 'binary' : 'other';
}

/** @param {any} value @param {{ name: string, dataType: string } | undefined} column @returns {Value} */
function read(value, { name, dataType } = { name: '', dataType: 'other' }) {
  if (value === null) return { tag: 'db-null' };
  switch (dataType) {
    case 'other':
      throw {
        tag: 'value-conversion-failed',
        val: `Cannot convert value ${JSON.stringify(value)} in column ${name} data type DbDataType::Other`,
      };
    case 'int64':
    case 'uint64':
      return { tag: dataType, val: BigInt(value) };
    case 'binary':
      return { tag: dataType, val: new Uint8Array(Buffer.from(value)) };
    case 'str':
      return { tag: dataType, val: String(value) };
    default:
      return { tag: dataType, val: Number(value) };
  }
}

/** @param {unknown} error @returns {string} */
function messageOf(error) {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ');
  const { code, errno, sqlState, message } = /** @type {any} */ (error);
  return sqlState === undefined
    ? `${message || code}`
    : `Server(ServerError { code: ${errno}, message: ${JSON.stringify(message)}, state: "${sqlState}" })`;
}
