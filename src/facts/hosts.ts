import type { Fact, FactsArea } from './fact.ts';
import { SOURCES } from './sources.ts';

/** What a service asks of its host, beyond answering HTTP. */
export const NEEDS = [
  'http',
  'http-out',
  'postgres',
  'mysql',
  'redis',
  'sqlite',
  'key-value',
  'settings',
] as const;
export type Need = (typeof NEEDS)[number];

export const HOST_IDS = ['spin', 'spinkube', 'wasmtime', 'wasmcloud', 'akamai'] as const;
export type HostId = (typeof HOST_IDS)[number];

/** How a host meets a need. */
export interface Offer {
  readonly interface: string;
  /** `host`: kept stable by its maker, for that host alone. */
  readonly status: 'stable' | 'host' | 'draft';
}

/** One host that runs components in production. */
export interface HostFacts extends Fact {
  readonly id: HostId;
  readonly name: string;
  readonly version: string;
  /** When it is the one to take. */
  readonly fits: string;
  readonly offers: Readonly<Partial<Record<Need, Offer>>>;
  readonly cannot: readonly string[];
}

const HTTP = {
  http: { interface: 'wasi:http/incoming-handler@0.2.10', status: 'stable' },
  'http-out': { interface: 'wasi:http/outgoing-handler@0.2.10', status: 'stable' },
} as const satisfies HostFacts['offers'];

const SPIN_DATA = {
  postgres: { interface: 'spin:postgres/postgres@4.0.0', status: 'host' },
  mysql: { interface: 'fermyon:spin/mysql@2.0.0', status: 'host' },
  redis: { interface: 'fermyon:spin/redis@2.0.0', status: 'host' },
  'key-value': { interface: 'fermyon:spin/key-value@2.0.0', status: 'host' },
  settings: { interface: 'fermyon:spin/variables@2.0.0', status: 'host' },
} as const satisfies HostFacts['offers'];

const SQLITE = { interface: 'fermyon:spin/sqlite@2.0.0', status: 'host' } as const;

const DRAFTS = {
  'key-value': { interface: 'wasi:keyvalue/store@0.2.0-draft', status: 'draft' },
  settings: { interface: 'wasi:config/store@0.2.0-rc.1', status: 'draft' },
} as const satisfies HostFacts['offers'];

/** The hosts that can be recommended. `jco serve` is for development, its README says, and so not among them. */
export const HOSTS: FactsArea<HostFacts> = {
  area: 'hosts',
  asOf: '2026-11-24',
  facts: [
    {
      id: 'spin',
      name: 'Spin',
      version: '4.0.2',
      says: 'Runs WASI 0.2 components, a fresh instance for each request, with databases, Redis and key-value as interfaces of the host.',
      fits: 'one machine or a VM, with databases',
      offers: { ...HTTP, ...SPIN_DATA, sqlite: SQLITE },
      cannot: [
        'accept WebSocket connections',
        'keep anything in memory between two requests of a WASI 0.2 component',
        'run WASI 0.3.0: 4.0 knows only a release candidate of it',
      ],
      sources: [SOURCES.spin, SOURCES.spinHttp],
    },
    {
      id: 'spinkube',
      name: 'SpinKube',
      version: 'shim 0.24.0, with Spin 3.6.3',
      says: 'Runs Spin applications as Kubernetes resources, beside containers in one cluster.',
      fits: 'a Kubernetes cluster, with databases',
      offers: { ...HTTP, ...SPIN_DATA, sqlite: SQLITE },
      cannot: [
        'start components by a clock: a Kubernetes CronJob that calls an endpoint does',
        'run WASI 0.3',
        'accept WebSocket connections',
      ],
      sources: [SOURCES.spinKubeShim, SOURCES.spinOperator],
    },
    {
      id: 'wasmtime',
      name: 'wasmtime serve',
      version: '49.0.3',
      says: 'Serves one component over HTTP/1; the smallest thing to host oneself.',
      fits: 'one component without a database, behind a proxy',
      offers: { ...HTTP, ...DRAFTS },
      cannot: [
        'speak TLS or HTTP/2: nginx or Envoy goes in front',
        'reach Postgres, MySQL or Redis for a component in JavaScript',
        'route to several components',
      ],
      sources: [SOURCES.wasmtimeServe, SOURCES.wasmtimeBin],
    },
    {
      id: 'wasmcloud',
      name: 'wasmCloud',
      version: '2.7.0',
      says: 'Runs components on Kubernetes with an operator and host plugins; WASI 0.3 is on.',
      fits: 'a Kubernetes cluster, several components, WASI 0.3',
      offers: { ...HTTP, ...DRAFTS },
      cannot: [
        'reach Postgres, MySQL or Redis by an interface of its own',
        'give a component in JavaScript the WASI 0.3 that its host has',
      ],
      sources: [SOURCES.wasmCloud, SOURCES.wasmCloudDocs],
    },
    {
      id: 'akamai',
      name: 'Akamai Functions',
      version: 'as documented on 2026-11-24',
      says: 'Runs Spin applications at the edge; only HTTP starts a component.',
      fits: 'answers close to users, small and short',
      offers: { ...HTTP, ...SPIN_DATA },
      cannot: [
        'give more than 128 MiB of memory, 30 s a request or 10 MiB a body, by default',
        'offer SQLite or object storage',
        'deploy from CI by OIDC: none is documented, a token of 30 days is',
      ],
      sources: [SOURCES.akamai],
    },
  ],
};
