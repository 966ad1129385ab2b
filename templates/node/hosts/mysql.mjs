// @ts-check
/**
 * `fermyon:spin/mysql` on a real server by the package `mysql2`. What a column can be read as is Spin's
 * (`crates/factor-outbound-mysql`, read 2026-11-24): dates and decimals have no case and fail there, too. So each `open` is
 * a connection of its own.
 */
import { allowedHosts } from './allowed-hosts.mjs';
import { startDriver } from './synchronous.mjs';

const driver = startDriver(new URL('./mysql-driver.mjs', import.meta.url));

/**
 * @param {import('./grants.mjs').Grants} grants
 * @param {(giveBack: () => void) => void} atEnd
 * @returns {Record<string, object>}
 */
export function host(grants, atEnd) {
  const allows = allowedHosts(grants.allowedOutboundHosts);

  class Connection {
    /** @type {number} */
    #id;

    /** @param {number} id */
    constructor(id) {
      this.#id = id;
      atEnd(() => this[Symbol.dispose]());
    }

    /** @param {string} address */
    static open(address) {
      if (!allows(address, 'mysql')) {
        throw { tag: 'connection-failed', val: `address ${address} is not permitted` };
      }
      return new Connection(driver('open', address));
    }

    /** @param {string} statement @param {object[]} values */
    query(statement, values) {
      return driver('query', this.#id, statement, values);
    }

    /** @param {string} statement @param {object[]} values */
    execute(statement, values) {
      driver('execute', this.#id, statement, values);
    }

    [Symbol.dispose]() {
      driver('release', this.#id);
    }
  }

  return { 'fermyon:spin/mysql': { Connection } };
}
