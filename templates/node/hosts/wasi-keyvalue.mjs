// @ts-check
/** The draft `wasi:keyvalue/store` 0.2.0-draft2 as Spin has it: the stores are those of `fermyon:spin/key-value`. */
import { openStore } from './store.mjs';

/** Spin's own limit for an instance. */
const MOST_BUCKETS = 256;

/** @param {import('./grants.mjs').Grants} grants @returns {Record<string, object>} */
export function host(grants) {
  let opened = 0;

  class Bucket {
    /** @type {import('./store.mjs').Table} */
    #table;

    /** @param {import('./store.mjs').Table} table */
    constructor(table) {
      this.#table = table;
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

    /** Spin answers all keys at once. @param {string | undefined} cursor */
    listKeys(cursor) {
      if (cursor !== undefined) throw { tag: 'other', val: 'list_keys: cursor not supported' };
      return { keys: this.#table.keys(), cursor: undefined };
    }

    [Symbol.dispose]() {
      opened -= 1;
    }
  }

  /** @param {string} label */
  function open(label) {
    if (!grants.keyValueStores.includes(label)) throw { tag: 'access-denied' };
    if (opened === MOST_BUCKETS) throw { tag: 'other', val: 'too many stores opened' };
    opened += 1;
    return new Bucket(openStore(grants, label));
  }

  return { 'wasi:keyvalue/store': { Bucket, open } };
}
