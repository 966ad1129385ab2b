// @ts-check
/**
 * `wasi:keyvalue`, a draft, over the stores of `fermyon:spin/key-value`
 * (`crates/factor-key-value/src/host.rs`, read 2026-11-24).
 */
import { openStore } from './store.mjs';

/** Spin's own limit for an instance. */
const MOST_STORES = 256;

/** @param {import('./grants.mjs').Grants} grants @returns {Record<string, object>} */
export function host(grants) {
  let opened = 0;

  class Bucket {
    /** @param {import('./store.mjs').Table} table */
    constructor(table) {
      this.table = table;
    }

    /** @param {string} key */
    get(key) {
      return this.table.get(key);
    }

    /** @param {string} key @param {Uint8Array} value */
    set(key, value) {
      this.table.set(key, value);
    }

    /** @param {string} key */
    delete(key) {
      this.table.delete(key);
    }

    /** @param {string} key */
    exists(key) {
      return this.table.get(key) !== undefined;
    }

    /** @param {string} [cursor] */
    listKeys(cursor) {
      if (cursor !== undefined) throw { tag: 'other', val: 'list_keys: cursor not supported' };
      return { keys: this.table.keys(), cursor: undefined };
    }

    [Symbol.dispose]() {
      opened -= 1;
    }
  }

  class Cas {
    /** @param {Bucket} bucket @param {string} key */
    constructor(bucket, key) {
      this.bucket = bucket;
      this.key = key;
      this.seen = bucket.get(key);
    }

    /** @param {Bucket} bucket @param {string} key */
    static new(bucket, key) {
      return new Cas(bucket, key);
    }

    current() {
      this.seen = this.bucket.get(this.key);
      return this.seen;
    }
  }

  /** @param {string} label */
  const open = (label) => {
    if (!grants.keyValueStores.includes(label)) throw { tag: 'access-denied' };
    if (opened === MOST_STORES) throw { tag: 'other', val: 'store table full' };
    opened += 1;
    return new Bucket(openStore(grants, label));
  };

  /** @param {Cas} cas @param {Uint8Array} value */
  const swap = ({ bucket, key, seen }, value) => {
    if (!sameBytes(bucket.get(key), seen)) throw { tag: 'cas-failed', val: new Cas(bucket, key) };
    bucket.set(key, value);
  };

  return {
    'wasi:keyvalue/store': { open, Bucket },
    'wasi:keyvalue/atomics': { increment, swap, Cas },
    'wasi:keyvalue/batch': batch,
  };
}

/** @typedef {{ get(key: string): Uint8Array | undefined, set(key: string, value: Uint8Array): void, delete(key: string): void }} Entries */

const batch = {
  /** @param {Entries} bucket @param {string[]} keys */
  getMany: (bucket, keys) => keys.map((key) => [key, bucket.get(key)]),

  /** @param {Entries} bucket @param {[string, Uint8Array][]} entries */
  setMany(bucket, entries) {
    for (const [key, value] of entries) bucket.set(key, value);
  },

  /** @param {Entries} bucket @param {string[]} keys */
  deleteMany(bucket, keys) {
    for (const key of keys) bucket.delete(key);
  },
};

/** A number is its eight bytes, the lowest first. @param {Entries} bucket @param {string} key @param {bigint} delta */
function increment(bucket, key, delta) {
  const bytes = Buffer.from(bucket.get(key) ?? new Uint8Array(8));
  if (bytes.length !== 8)
    throw { tag: 'other', val: `the value of ${JSON.stringify(key)} is no number` };
  const sum = BigInt.asIntN(64, bytes.readBigInt64LE() + delta);
  bytes.writeBigInt64LE(sum);
  bucket.set(key, new Uint8Array(bytes));
  return sum;
}

/** @param {Uint8Array | undefined} a @param {Uint8Array | undefined} b */
function sameBytes(a, b) {
  return a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0;
}
