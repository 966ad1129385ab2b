import { component, stores } from './grants.ts';
import { HostError, listLine, notGranted, type Payload, payloadText } from './host-error.ts';
import type { StoredValues } from './stored-values.ts';

/** A store that spin.toml lets the component open. */
export type StoreLabel = (typeof stores)[number];

/** A key-value store, whichever interface opens it. */
export interface KeyValueStore extends StoredValues {
  delete(key: string): void;
  exists(key: string): boolean;
  /** Every key of the store, in no order. */
  keys(): string[];
}

/** What an error of a store means; both interfaces have the same cases. */
export function storeError(payload: Payload, label: string): HostError {
  if (payload.tag === 'access-denied') {
    const what = `The key-value store "${label}" is not granted`;
    return notGranted(what, listLine('key_value_stores', stores, label), `component.${component}`);
  }
  if (payload.tag === 'no-such-store') {
    const message = `Spin has no key-value store "${label}": define it in runtime-config.toml.`;
    return new HostError('unreachable', message, { cause: payload });
  }
  return new HostError('failed', `The key-value store "${label}" failed: ${payloadText(payload)}`, {
    cause: payload,
  });
}
