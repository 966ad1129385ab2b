/**
 * The draft interface wasi:keyvalue 0.2.0-draft2: it may change before it is released, and hosts offer other drafts.
 */
import { type Bucket, open } from 'wasi:keyvalue/store@0.2.0-draft2';
import { toBytes, toText } from './bytes.ts';
import { component } from './grants.ts';
import { callHost, HostError, notGranted, type Payload, payloadText } from './host-error.ts';

export interface KeyValueBucket {
  get(key: string): Uint8Array | undefined;
  getText(key: string): string | undefined;
  /** The value as it was set by `setJson`; `Value` is what you know of it, nothing checks it. */
  getJson<Value>(key: string): Value | undefined;
  set(key: string, value: string | Uint8Array): void;
  setJson(key: string, value: unknown): void;
  delete(key: string): void;
  exists(key: string): boolean;
  /** Every key: Spin answers all of them at once. */
  keys(): string[];
}

/** A bucket by its name, opened when it is first used, and once. */
export function openBucket(name: string): KeyValueBucket {
  let opened: Bucket | undefined;
  function call<Result>(work: (bucket: Bucket) => Result): Result {
    return callHost(
      () => {
        opened ??= open(name);
        return work(opened);
      },
      (payload) => explain(payload, name),
    );
  }
  const bucket: KeyValueBucket = {
    get: (key) => call((it) => it.get(key)),
    getText(key) {
      const bytes = bucket.get(key);
      return bytes === undefined ? undefined : toText(bytes);
    },
    getJson(key) {
      const text = bucket.getText(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    set: (key, value) => call((it) => it.set(key, toBytes(value))),
    setJson: (key, value) => bucket.set(key, JSON.stringify(value)),
    delete: (key) => call((it) => it.delete(key)),
    exists: (key) => call((it) => it.exists(key)),
    keys: () => call((it) => Array.from(it.listKeys(undefined).keys)),
  };
  return bucket;
}

/** The bucket `default`. */
export const bucket: KeyValueBucket = openBucket('default');

/** @throws HostError when the bucket is not there */
export function ready(): void {
  bucket.exists('ready');
}

function explain(payload: Payload, name: string): HostError {
  if (payload.tag === 'access-denied') {
    const what = `The bucket "${name}" is not granted`;
    return notGranted(what, `key_value_stores = ["${name}"]`, `component.${component}`);
  }
  if (payload.tag === 'no-such-store') {
    const message = `Spin has no key-value store "${name}": define it in runtime-config.toml.`;
    return new HostError('unreachable', message, { cause: payload });
  }
  return new HostError('failed', `The bucket "${name}" failed: ${payloadText(payload)}`, {
    cause: payload,
  });
}
