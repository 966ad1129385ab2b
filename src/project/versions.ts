/**
 * What emitted projects install, pinned exactly: the versions this generator was proven with. The only place for them;
 * a test compares them with our own package.json.
 */
export const VERSIONS = {
  '@bytecodealliance/componentize-js': '0.23.0',
  '@bytecodealliance/jco': '1.34.0',
  '@bytecodealliance/preview2-shim': '0.25.0',
  '@types/node': '20.19.43',
  ioredis: '6.0.0',
  mysql2: '3.24.6',
  'node-sqlite3-wasm': '0.8.60',
  pg: '8.23.1',
  rolldown: '1.2.19',
  'smol-toml': '1.9.1',
  typescript: '7.0.2',
  vitest: '4.1.12',
} as const;

/** Those that a project installs only for a need of its own. */
export const DRIVERS = ['ioredis', 'mysql2', 'node-sqlite3-wasm', 'pg'] as const;

/** What rolldown 1.2.19 needs, the pickiest of them. */
export const NODE_ENGINES = '^20.19.0 || >=22.12.0';

/** The Node versions that emitted projects are tested on. */
export const NODE_MATRIX = [20, 22, 24] as const;

/** Package managers other than npm: the newest that run on Node 20 and run `pretest` before `test`. */
export const MANAGER_VERSIONS = { pnpm: '10.34.9', yarn: '1.22.22', bun: '1.4.5' } as const;

/** The Spin that publishes: the newest that is released. */
export const SPIN_VERSION = '4.0.2';

/** GitHub Actions by commit, as their release tags pointed on 2026-11-24; that of Spin has none for its newest commit. */
export const ACTIONS = {
  checkout: 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2',
  setupNode: 'actions/setup-node@6044e13b5dc448c55e2357c09f80417699197238 # v6.2.0',
  setupSpin:
    'spinframework/actions/spin/setup@06319d3612303cb558fabe9b13cc0d7256d0aeb9 # main, 2025-12-19',
  installCosign: 'sigstore/cosign-installer@faadad0cce49287aee09b3a48701e75088a2c6ad # v4.0.0',
  awsCredentials:
    'aws-actions/configure-aws-credentials@00943011d9042930efac3dcd3a170e4273319bc8 # v5.1.0',
} as const;
