import { labelled, opened } from './label.ts';
import type { Need } from './need.ts';

/** Spin's key-value stores; only the one labelled `default` exists without a runtime-config.toml. */
export const keyValue: Need = {
  name: 'kv',
  label: 'A key-value store',
  title: 'Key-value store',
  stage: 'released',
  asked: 'choice',
  uses: [],
  wit: {
    imports: ['fermyon:spin/key-value@2.0.0'],
    exports: [],
    interfaces: [{ package: 'fermyon:spin@2.0.0', file: 'key-value' }],
    wasi: [],
  },
  code: { wrapper: 'kv', types: ['key-value'] },
  proof: { host: 'key-value', drivers: [] },
  counter: {
    binding: 'kv',
    docs: 'The store has no counter: two requests at once may count as one.',
    template: 'key-value',
  },
  grants: ({ stores }) => ({ keyValueStores: stores }),
  variables: () => [],
  readme: ({ stores }) => ({
    use: `\`kv.getJson<Order>('order:1')\`, \`kv.setJson(key, value)\`, \`kv.keys()\`: bytes, text or JSON by key${opened('openStore', stores)}.`,
    grant: `every key of ${labelled('the store', stores)}, to read and to write. Spin keeps it in \`.spin/\` on your machine; \`runtime-config.toml\` can put it into Redis, Azure or AWS`,
    risk: 'A key that comes from a request reaches every value of the store: put a prefix of your own before it.',
  }),
};
