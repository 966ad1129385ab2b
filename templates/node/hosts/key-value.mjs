// @ts-check
/** `fermyon:spin/key-value`: stores in memory, or in a file each that outlives the process. */
import { openStore } from './store.mjs';

/** @typedef {import('./store.mjs').Table} Table */

/** Spin's own limit for an instance. */
const MOST_STORES = 256;

/** @param {import('./grants.mjs').Grants} grants @returns {Record<string, object>} */
export function host(grants) {
  let opened = 0;

  class Store {
    /** @type {Table} */
    #table;

    /** @param {Table} table */
    constructor(table) {
      this.#table = table;
    }

    /** @param {string} label */
    static open(label) {
      if (!grants.keyValueStores.includes(label)) throw { tag: 'access-denied' };
      if (opened === MOST_STORES) throw { tag: 'store-table-full' };
      opened += 1;
      return new Store(openStore(grants, label));
    }

    /** @param {string} key */
    get(key) {
      return this.#table.get(key);
    }

    /** @param {string} key @param {Uint8Array} value */
    set(key, value) {
      this.#table.set(key, value);
    }

    /** @param {string} key */
    delete(key) {
      this.#table.delete(key);
    }

    /** @param {string} key */
    exists(key) {
      return this.#table.get(key) !== undefined;
    }

    getKeys() {
      return this.#table.keys();
    }

    [Symbol.dispose]() {
      opened -= 1;
    }
  }

  return { 'fermyon:spin/key-value': { Store } };
}
