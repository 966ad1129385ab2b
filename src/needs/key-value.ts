import type { Need } from './need.ts';

/** Spin's key-value store; only the label `default` exists without a runtime-config.toml. */
export const keyValue: Need = {
  name: 'kv',
  label: 'A key-value store',
  noun: 'a key-value store',
  stage: 'released',
  asked: 'choice',
  uses: [],
  wit: {
    imports: ['fermyon:spin/key-value@2.0.0'],
    exports: [],
    interfaces: [{ package: 'fermyon:spin@2.0.0', name: 'key-value' }],
    wasi: [],
  },
  code: { modules: ['kv', 'host-error'], types: ['key-value'] },
  proof: { host: 'key-value', drivers: [] },
  grants: () => ({ keyValueStores: ['default'] }),
  variables: () => [],
  readme: () => ({
    use: "`kv.getJson<Order>('order:1')` and `kv.setJson(key, value)` from `src/host/kv`; a store that is not granted throws a `HostError` that names the line to add.",
    grant:
      'reads and writes every key of the store `default`, which Spin keeps in a file on your machine (`.spin/`) and in Redis, Azure or AWS where `runtime-config.toml` says so',
    risk: 'Whoever reaches a function that takes a key from the request reaches every key of the store: put a prefix before it.',
  }),
};
