import { labelled, opened } from './label.ts';
import type { Need } from './need.ts';

/** The WASI draft that Spin has had since 3.0. Hosts that name another draft do not run the component. */
export const wasiKeyvalue: Need = {
  name: 'wasi-keyvalue',
  label: 'A key-value store by the draft wasi:keyvalue (draft: it may change)',
  title: 'Key-value store by wasi:keyvalue (draft)',
  stage: 'draft',
  asked: 'choice',
  uses: [],
  wit: {
    imports: ['wasi:keyvalue/store@0.2.0-draft2'],
    exports: [],
    interfaces: [{ package: 'wasi:keyvalue@0.2.0-draft2', file: 'wasi-keyvalue-store' }],
    wasi: [],
  },
  code: { wrapper: 'wasi-keyvalue', types: ['wasi-keyvalue'] },
  proof: { host: 'wasi-keyvalue', drivers: [] },
  counter: {
    binding: 'bucket',
    docs: 'The store has no counter: two requests at once may count as one.',
    template: 'key-value',
  },
  grants: ({ stores }) => ({ keyValueStores: stores }),
  variables: () => [],
  readme: ({ stores }) => ({
    use: `\`bucket.getJson<Order>('order:1')\`, \`bucket.setJson(key, value)\`${opened('openBucket', stores)}. This is a draft: Spin has \`0.2.0-draft2\`, wasmtime \`0.2.0-draft\`, and neither runs the other's.`,
    grant: `every key of ${labelled('the store', stores)}, to read and to write, the same that Spin’s own interface opens`,
    risk: 'A key that comes from a request reaches every value of the store: put a prefix of your own before it.',
  }),
};
