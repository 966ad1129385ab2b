// @ts-check
/**
 * `spin:postgres/postgres`, 3.0.0 and 4.0.0, on a real server by the package `pg`. Types, errors and the allow-list are
 * Spin's (`crates/factor-outbound-pg`, read 2026-11-24): `timestamptz` columns, for one, can't be read there either.
 */
import { allowedHosts } from './allowed-hosts.mjs';
import { DriverConnection } from './driver-connection.mjs';
import { parseAddress } from './postgres-address.mjs';
import { startDriver } from './synchronous.mjs';

const driver = startDriver(new URL('./postgres-driver.mjs', import.meta.url));

/**
 * @param {import('./grants.mjs').Grants} grants
 * @param {(giveBack: () => void) => void} atEnd
 * @returns {Record<string, object>}
 */
export function host(grants, atEnd) {
  const allows = allowedHosts(grants.allowedOutboundHosts);
  return {
    'spin:postgres/postgres': { Connection: connections(allows, atEnd, asIs) },
    'spin:postgres/postgres@3.0.0': { Connection: connections(allows, atEnd, asVersion3) },
  };
}

/** How an answer, and the payload of an error, look in a version of the interface. @typedef {{ rows(set: any): any, error(error: any): any }} View */

/** @type {View} */
const asIs = { rows: (set) => set, error: (error) => error };

const VERSION_3 = new Set(
  'boolean int8 int16 int32 int64 floating32 floating64 str binary date time datetime timestamp db-null'.split(
    ' ',
  ),
);

/** @type {View} */
const asVersion3 = {
  rows: ({ columns, rows }) => ({
    columns: columns.map((/** @type {any} */ { name, dataType: { tag } }) => ({
      name,
      dataType: VERSION_3.has(tag) ? tag : 'other',
    })),
    rows: rows.map((/** @type {any[]} */ row) =>
      row.map((value) => (VERSION_3.has(value.tag) ? value : { tag: 'unsupported' })),
    ),
  }),
  error: (error) =>
    error.tag === 'query-failed'
      ? { tag: error.tag, val: error.val.tag === 'text' ? error.val.val : error.val.val.asText }
      : error,
};

/**
 * The class of an instance's connections. Each has a connection to the server for itself, so that it may hold a transaction.
 *
 * @param {import('./allowed-hosts.mjs').AllowedHosts} allows
 * @param {(giveBack: () => void) => void} atEnd
 * @param {View} view
 */
function connections(allows, atEnd, view) {
  /** @param {Parameters<typeof driver>} call */
  const ask = (...call) => {
    try {
      return driver(...call);
    } catch (error) {
      throw error instanceof Error ? error : view.error(error);
    }
  };

  return class Connection extends DriverConnection {
    /** @param {string} address */
    static open(address) {
      const { hosts } = parseAddress(address);
      for (const { host, port } of hosts) {
        const where = `postgres://${host}:${port}`;
        if (!allows(where, 'postgres')) throw failed(`address ${where} is not permitted`);
      }
      return new Connection(ask, address, atEnd);
    }

    /** @param {string} statement @param {object[]} values */
    query(statement, values) {
      return view.rows(this.ask('query', statement, values));
    }

    /** @param {string} statement @param {object[]} values */
    execute(statement, values) {
      return this.ask('execute', statement, values);
    }
  };
}

/** @param {string} val */
const failed = (val) => ({ tag: 'connection-failed', val });
