/**
 * The draft interface wasi:keyvalue 0.2.0-draft2: it may change before it is released, and hosts offer other drafts.
 */
import { open } from 'wasi:keyvalue/store@0.2.0-draft2';
import { stores } from './grants.ts';
import { onHandle } from './handle.ts';
import { type KeyValueStore, type StoreLabel, storeError } from './key-value-store.ts';
import { storedValues } from './stored-values.ts';

/** A bucket by a label of spin.toml, opened when it is first used, and once. */
export function openBucket(name: StoreLabel): KeyValueStore {
  const call = onHandle(
    () => open(name),
    (payload) => storeError(payload, name),
  );
  return {
    ...storedValues(
      (key) => call((bucket) => bucket.get(key)),
      (key, value) => call((bucket) => bucket.set(key, value)),
    ),
    delete: (key) => call((bucket) => bucket.delete(key)),
    exists: (key) => call((bucket) => bucket.exists(key)),
    // Spin answers all keys at once, and takes no cursor.
    keys: () => call((bucket) => Array.from(bucket.listKeys(undefined).keys)),
  };
}

/** The first bucket of spin.toml. */
export const bucket: KeyValueStore = openBucket(stores[0]);

/** @throws HostError when a bucket is not there */
export function ready(): void {
  for (const name of stores) openBucket(name).exists('ready');
}
