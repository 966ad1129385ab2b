import { toBytes, toText } from './bytes.ts';

/** Values by their keys: bytes, read and written as text or JSON too. */
export interface StoredValues {
  get(key: string): Uint8Array | undefined;
  getText(key: string): string | undefined;
  /** The value as it was set by `setJson`; `Value` is what you know of it, nothing checks it. */
  getJson<Value>(key: string): Value | undefined;
  set(key: string, value: string | Uint8Array): void;
  setJson(key: string, value: unknown): void;
}

/** What `get` and `set` of an interface make possible. */
export function storedValues(
  get: (key: string) => Uint8Array | undefined,
  set: (key: string, value: Uint8Array) => void,
): StoredValues {
  const values: StoredValues = {
    get,
    getText(key) {
      const bytes = get(key);
      return bytes === undefined ? undefined : toText(bytes);
    },
    getJson(key) {
      const text = values.getText(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    set: (key, value) => set(key, toBytes(value)),
    setJson: (key, value) => values.set(key, JSON.stringify(value)),
  };
  return values;
}
