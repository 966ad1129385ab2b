// @ts-check
/**
 * `fermyon:spin/redis` on a real server by the package `ioredis`, with Spin's errors and allow-list
 * (`crates/factor-outbound-redis`, read 2026-11-24). As there, each `open` is a connection of its own.
 */
import { allowedHosts } from './allowed-hosts.mjs';
import { DriverConnection } from './driver-connection.mjs';
import { startDriver } from './synchronous.mjs';

const driver = startDriver(new URL('./redis-driver.mjs', import.meta.url));

/** @typedef {{ tag: 'nil' } | { tag: 'status', val: string } | { tag: 'int64', val: bigint } | { tag: 'binary', val: Uint8Array }} Reply */

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
      if (!allows(address, 'redis')) throw { tag: 'invalid-address' };
      return new Connection(driver, address, atEnd);
    }

    /** @param {string} command @param {(string | Uint8Array)[]} values @returns {Reply[]} */
    #call(command, ...values) {
      return this.ask('call', command, values);
    }

    /** @param {string} command @param {(string | Uint8Array)[]} values */
    #number(command, ...values) {
      const [reply] = this.#call(command, ...values);
      return reply?.tag === 'int64' ? reply.val : 0n;
    }

    /** @param {string} channel @param {Uint8Array} payload */
    publish(channel, payload) {
      this.#call('publish', channel, payload);
    }

    /** @param {string} key */
    get(key) {
      const [reply] = this.#call('get', key);
      return reply?.tag === 'binary' ? reply.val : undefined;
    }

    /** @param {string} key @param {Uint8Array} value */
    set(key, value) {
      this.#call('set', key, value);
    }

    /** @param {string} key */
    incr(key) {
      return this.#number('incrby', key, '1');
    }

    /** @param {string[]} keys */
    del(keys) {
      return Number(this.#number('del', ...keys));
    }

    /** @param {string} key @param {string[]} values */
    sadd(key, values) {
      return Number(this.#number('sadd', key, ...values));
    }

    /** @param {string} key */
    smembers(key) {
      return this.#call('smembers', key).map((reply) =>
        reply.tag === 'binary' ? text(reply.val) : '',
      );
    }

    /** @param {string} key @param {string[]} values */
    srem(key, values) {
      return Number(this.#number('srem', key, ...values));
    }

    /** @param {string} command @param {{ tag: string, val: bigint | Uint8Array }[]} values */
    execute(command, values) {
      const plain = values.map(({ val }) => (typeof val === 'bigint' ? String(val) : val));
      return this.#call(command, ...plain);
    }
  }

  return { 'fermyon:spin/redis': { Connection } };
}

/** @param {Uint8Array} bytes */
function text(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw { tag: 'other', val: 'Response was of incompatible type: Cannot convert from UTF-8' };
  }
}
