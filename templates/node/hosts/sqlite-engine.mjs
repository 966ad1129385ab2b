// @ts-check
/** SQLite: Node's own where it can give rows in full, else SQLite in WebAssembly (the package `node-sqlite3-wasm`). */

/** An integer is a bigint, a number is a real. @typedef {bigint | number | string | Uint8Array | null} Scalar */
/** @typedef {{ columns: string[], rows: Scalar[][] }} Result */
/**
 * @typedef {object} Database
 * @property {(statement: string, values: Scalar[]) => Result} run throws Error as SQLite words it
 * @property {() => void} rollback ends a transaction that is open, if one is
 */

const native = await nativeEngine();

/** @type {(file: string) => Database} `:memory:` or a path */
export const openDatabase = native ?? (await wasmEngine());

/** Node 22.16 and 24 give rows as arrays; before, columns of one name were one. */
async function nativeEngine() {
  /** @type {string} */
  const module = 'node:sqlite';
  const sqlite = await import(module).catch(() => undefined);
  if (sqlite?.StatementSync === undefined) return undefined;
  if (!('setReturnArrays' in sqlite.StatementSync.prototype)) return undefined;
  return (/** @type {string} */ file) => nativeDatabase(new sqlite.DatabaseSync(file));
}

/** @param {any} database @returns {Database} */
function nativeDatabase(database) {
  return {
    run(text, values) {
      const statement = database.prepare(text);
      statement.setReadBigInts(true);
      statement.setReturnArrays(true);
      const rows = statement.all(...values);
      return { columns: statement.columns().map((/** @type {any} */ { name }) => name), rows };
    },
    rollback: () => undone(() => database.exec('rollback')),
  };
}

async function wasmEngine() {
  const { default: sqlite } = await import('node-sqlite3-wasm');
  return (/** @type {string} */ file) => wasmDatabase(new sqlite.Database(file));
}

/**
 * This engine gives a row as an object, and a whole real as an integer. A query is therefore asked for the type of each value
 * beside it. It binds whole reals as integers, too: there a column's own type decides.
 *
 * @param {any} database
 * @returns {Database}
 */
function wasmDatabase(database) {
  /** @template T @param {string} text @param {(statement: any) => T} use @returns {T} */
  const prepared = (text, use) => {
    const statement = database.prepare(text);
    try {
      return use(statement);
    } finally {
      statement.finalize();
    }
  };
  const columnsOf = (/** @type {string} */ text) =>
    prepared(text, (statement) => /** @type {string[]} */ (statement._getColumnNames()));

  return {
    run(text, values) {
      const columns = columnsOf(text);
      const typed = columns.length === 0 ? undefined : typedQuery(text, columnsOf);
      const rows = prepared(typed ?? text, (statement) => statement.all(values));
      const read = typed === undefined ? plainRow : typedRow;
      return { columns, rows: rows.map((/** @type {any} */ row) => read(row, columns)) };
    },
    rollback: () => undone(() => database.exec('rollback')),
  };
}

/** @param {string} text @param {(text: string) => string[]} columnsOf @returns {string | undefined} of what is no query */
function typedQuery(text, columnsOf) {
  if (!/^\s*(select|values|with)\b/i.test(text)) return undefined;
  const source = `from (${text.replace(/[;\s]+$/, '')}\n)`;
  try {
    const names = columnsOf(`select * ${source}`).map((name) => `"${name.replaceAll('"', '""')}"`);
    return `select ${names.map((name, at) => `typeof(${name}) as t${at}, ${name} as v${at}`)} ${source}`;
  } catch {
    return undefined;
  }
}

/** @param {any} row @param {string[]} columns @returns {Scalar[]} */
const typedRow = (row, columns) =>
  columns.map((_, at) => (row[`t${at}`] === 'integer' ? BigInt(row[`v${at}`]) : row[`v${at}`]));

/** @param {any} row @param {string[]} columns @returns {Scalar[]} */
const plainRow = (row, columns) =>
  columns.map((name) => (Number.isInteger(row[name]) ? BigInt(row[name]) : row[name]));

/** @param {() => void} work */
function undone(work) {
  try {
    work();
  } catch {
    // No transaction is open.
  }
}
