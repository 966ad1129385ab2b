import { Store } from 'fermyon:spin/key-value@2.0.0';
import { stores } from './grants.ts';
import { onHandle } from './handle.ts';
import { type KeyValueStore, type StoreLabel, storeError } from './key-value-store.ts';
import { storedValues } from './stored-values.ts';

/** A store by a label of spin.toml, opened when it is first used, and once. */
export function openStore(label: StoreLabel): KeyValueStore {
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

/** The first store of spin.toml. */
export const kv: KeyValueStore = openStore(stores[0]);

/** @throws HostError when a store is not there */
export function ready(): void {
  for (const label of stores) openStore(label).exists('ready');
}
