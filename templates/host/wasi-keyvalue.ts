/**
 * The draft interface wasi:keyvalue 0.2.0-draft2: it may change before it is released, and hosts offer other drafts.
 */
import { open } from 'wasi:keyvalue/store@0.2.0-draft2';
import { onHandle } from './handle.ts';
import { type KeyValueStore, storeError } from './key-value-store.ts';
import { storedValues } from './stored-values.ts';

/** A bucket by its name, opened when it is first used, and once. */
export function openBucket(name: string): KeyValueStore {
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

/** The bucket `default`. */
export const bucket: KeyValueStore = openBucket('default');

/** @throws HostError when the bucket is not there */
export function ready(): void {
  bucket.exists('ready');
}
