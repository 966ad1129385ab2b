import { Store } from 'fermyon:spin/key-value@2.0.0';
import { onHandle } from './handle.ts';
import { type KeyValueStore, storeError } from './key-value-store.ts';
import { storedValues } from './stored-values.ts';

/** A store by its label, opened when it is first used, and once. */
export function openStore(label: string): KeyValueStore {
  const call = onHandle(
    () => Store.open(label),
    (payload) => storeError(payload, label),
  );
  return {
    ...storedValues(
      (key) => call((store) => store.get(key)),
      (key, value) => call((store) => store.set(key, value)),
    ),
    delete: (key) => call((store) => store.delete(key)),
    exists: (key) => call((store) => store.exists(key)),
    keys: () => call((store) => Array.from(store.getKeys())),
  };
}

/** The store `default`. */
export const kv: KeyValueStore = openStore('default');

/** @throws HostError when the store is not there */
export function ready(): void {
  kv.exists('ready');
}
