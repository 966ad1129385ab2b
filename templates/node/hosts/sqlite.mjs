// @ts-check
/**
 * `spin:sqlite/sqlite@3.0.0` and `fermyon:spin/sqlite`: a database a label, in memory or in a file that outlives the process
 * (`crates/factor-sqlite`, `crates/sqlite-inproc`, read 2026-11-24).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from './sqlite-engine.mjs';

/** Spin's own limit for an instance. */
const MOST_CONNECTIONS = 256;

/** One connection a database is enough: one instance runs at a time. @type {Map<string, import('./sqlite-engine.mjs').Database>} */
const databases = new Map();

/**
 * @param {import('./grants.mjs').Grants} grants
 * @param {(giveBack: () => void) => void} atEnd
 * @returns {Record<string, object>}
 */
export function host(grants, atEnd) {
  let opened = 0;

  class Connection {
    /** @type {import('./sqlite-engine.mjs').Database} */
    #database;

    /** @param {import('./sqlite-engine.mjs').Database} database */
    constructor(database) {
      this.#database = database;
      // What an instance leaves open is undone, as when its connection closes.
      atEnd(() => database.rollback());
    }

    /** @param {string} label */
    static open(label) {
      if (!grants.sqliteDatabases.includes(label)) throw { tag: 'access-denied' };
      if (opened === MOST_CONNECTIONS) throw { tag: 'io', val: 'too many connections opened' };
      opened += 1;
      return new Connection(databaseOf(grants, label));
    }

    /** @param {string} statement @param {{ tag: string, val?: any }[]} parameters */
    execute(statement, parameters) {
      return guarded(() => {
        const { columns, rows } = this.#database.run(statement, parameters.map(toEngine));
        return { columns, rows: rows.map((row) => ({ values: row.map(fromEngine) })) };
      });
    }

    lastInsertRowid() {
      return this.#number('select last_insert_rowid()');
    }

    changes() {
      return this.#number('select changes()');
    }

    /** @param {string} statement */
    #number(statement) {
      return BigInt(/** @type {bigint} */ (this.#database.run(statement, []).rows[0]?.[0] ?? 0n));
    }

    [Symbol.dispose]() {
      opened -= 1;
    }
  }

  return { 'spin:sqlite/sqlite': { Connection }, 'fermyon:spin/sqlite': { Connection } };
}

/** @param {import('./grants.mjs').Grants} grants @param {string} label */
function databaseOf({ state }, label) {
  const folder = state === undefined ? undefined : join(state, 'sqlite');
  const file = folder === undefined ? ':memory:' : join(folder, `${label}.db`);
  const key = folder === undefined ? label : file;
  const database =
    databases.get(key) ??
    guarded(() => {
      if (folder !== undefined) mkdirSync(folder, { recursive: true });
      return openDatabase(file);
    });
  databases.set(key, database);
  return database;
}

/** @template T @param {() => T} work @returns {T} */
function guarded(work) {
  try {
    return work();
  } catch (error) {
    throw { tag: 'io', val: error instanceof Error ? error.message : String(error) };
  }
}

/** @param {{ tag: string, val?: any }} value @returns {import('./sqlite-engine.mjs').Scalar} */
const toEngine = ({ tag, val }) => (tag === 'null' ? null : tag === 'integer' ? BigInt(val) : val);

/** @param {import('./sqlite-engine.mjs').Scalar} value */
function fromEngine(value) {
  if (value === null) return { tag: 'null' };
  if (typeof value === 'bigint') return { tag: 'integer', val: value };
  if (typeof value === 'number') return { tag: 'real', val: value };
  return typeof value === 'string' ? { tag: 'text', val: value } : { tag: 'blob', val: value };
}
