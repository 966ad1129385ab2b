import { Store } from 'fermyon:spin/key-value@2.0.0';
import { toBytes, toText } from './bytes.ts';
import { component } from './grants.ts';
import { callHost, HostError, notGranted, type Payload, payloadText } from './host-error.ts';

export interface KeyValueStore {
  get(key: string): Uint8Array | undefined;
  getText(key: string): string | undefined;
  /** The value as it was set by `setJson`; `Value` is what you know of it, nothing checks it. */
  getJson<Value>(key: string): Value | undefined;
  set(key: string, value: string | Uint8Array): void;
  setJson(key: string, value: unknown): void;
  delete(key: string): void;
  exists(key: string): boolean;
  /** Every key of the store, in no order. */
  keys(): string[];
}

/**
 * A store by its label. It is opened when it is first used: what happens at module level happens while the component is
 * built, and no store is there.
 */
export function openStore(label: string): KeyValueStore {
  let opened: Store | undefined;
  function call<Result>(work: (store: Store) => Result): Result {
    return callHost(
      () => {
        opened ??= Store.open(label);
        return work(opened);
      },
      (payload) => explain(payload, label),
    );
  }
  const store: KeyValueStore = {
    get: (key) => call((open) => open.get(key)),
    getText(key) {
      const bytes = store.get(key);
      return bytes === undefined ? undefined : toText(bytes);
    },
    getJson(key) {
      const text = store.getText(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    set: (key, value) => call((open) => open.set(key, toBytes(value))),
    setJson: (key, value) => store.set(key, JSON.stringify(value)),
    delete: (key) => call((open) => open.delete(key)),
    exists: (key) => call((open) => open.exists(key)),
    keys: () => call((open) => Array.from(open.getKeys())),
  };
  return store;
}

/** The store `default`. */
export const kv: KeyValueStore = openStore('default');

/** @throws HostError when the store is not there */
export function ready(): void {
  kv.exists('ready');
}

function explain(payload: Payload, label: string): HostError {
  if (payload.tag === 'access-denied') {
    const what = `The key-value store "${label}" is not granted`;
    return notGranted(what, `key_value_stores = ["${label}"]`, `component.${component}`);
  }
  if (payload.tag === 'no-such-store') {
    const message = `Spin has no key-value store "${label}": define it in runtime-config.toml.`;
    return new HostError('unreachable', message, { cause: payload });
  }
  return new HostError('failed', `The key-value store "${label}" failed: ${payloadText(payload)}`, {
    cause: payload,
  });
}
