// @ts-check
/**
 * `fermyon:spin/mysql` on a real server by the package `mysql2`. What a column can be read as is Spin's
 * (`crates/factor-outbound-mysql`, read 2026-11-24): dates and decimals have no case and fail there, too. So each `open` is
 * a connection of its own.
 */
import { allowedHosts } from './allowed-hosts.mjs';
import { DriverConnection } from './driver-connection.mjs';
import { startDriver } from './synchronous.mjs';

const driver = startDriver(new URL('./mysql-driver.mjs', import.meta.url));

/**
 * @param {import('./grants.mjs').Grants} grants
 * @param {(giveBack: () => void) => void} atEnd
 * @returns {Record<string, object>}
 */
export function host(grants, atEnd) {
  const allows = allowedHosts(grants.allowedOutboundHosts);

  class Connection extends DriverConnection {
    /** @param {string} address */
    static open(address) {
      if (!allows(address, 'mysql')) {
        throw { tag: 'connection-failed', val: `address ${address} is not permitted` };
      }
      return new Connection(driver, address, atEnd);
    }

    /** @param {string} statement @param {object[]} values */
    query(statement, values) {
      return this.ask('query', statement, values);
    }

    /** @param {string} statement @param {object[]} values */
    execute(statement, values) {
      this.ask('execute', statement, values);
    }
  }

  return { 'fermyon:spin/mysql': { Connection } };
}
