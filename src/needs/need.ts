import type { DRIVERS } from '../project/versions.ts';
import { DEFAULT_LABEL } from '../spin/runtime-config.ts';
import type { FurtherPackage } from '../wit/check/dependencies.ts';

/**
 * What a service may need of its host. A need is one file in this folder and a line in `index.ts`: everything that it
 * adds to a project is said here, so that none of it can appear without the rest.
 *
 * Sources: spinframework/spin 94a8fc8a (2026-08-21) for interfaces, grants and templates; measured 2026-11-24.
 */
export interface Need {
  /** The value of `--needs`, in answers and in messages: `kv`. */
  readonly name: string;
  /** Its line among the choices. */
  readonly label: string;
  /** Its heading in documents. */
  readonly title: string;
  /** A draft may change before it is released: it is only given to those who ask for it by name. */
  readonly stage: 'released' | 'draft';
  /** `choice`: a value of `--needs`. `implied`: other answers bring it. */
  readonly asked: 'choice' | 'implied';
  /** Needs that it cannot do without: a database is reached by variables. */
  readonly uses: readonly string[];
  readonly wit: NeedWit;
  readonly code: NeedCode;
  readonly proof: NeedProof;
  /** How the starter keeps its count in it; absent where nothing can be kept. */
  readonly counter?: Counter;
  /** What `spin.toml` grants for it. */
  grants(service: Granted): Grants;
  /** Variables of its own. */
  variables(service: Granted): readonly Variable[];
  readme(service: Described): NeedReadme;
}

/** What a need's outputs may depend on. */
export interface Granted {
  /** The service's name, which is also the id of its component. */
  readonly name: string;
  readonly language: 'ts' | 'js';
  readonly outbound: readonly string[];
  /** Labels of its key-value stores, the one that `kv` is first. */
  readonly stores: readonly string[];
  /** Labels of its SQLite databases, the one that `db` is first. */
  readonly databases: readonly string[];
}

/** What documents may name. */
export interface Described extends Granted {
  /** Names of variables that the component reads. */
  readonly variables: readonly string[];
}

export interface NeedWit {
  /** Interfaces with their version, as the world names them: `fermyon:spin/key-value@2.0.0`. */
  readonly imports: readonly string[];
  readonly exports: readonly string[];
  /** Interfaces whose text lies in `templates/host/wit/`, types-only ones that others use among them. */
  readonly interfaces: readonly HostInterface[];
  /** Packages of WASI that the world then needs besides those of its HTTP door. */
  readonly wasi: readonly FurtherPackage[];
}

export interface HostInterface {
  /** `fermyon:spin@2.0.0`; `fermyon:spin` without a version is another package. */
  readonly package: string;
  /** File of `templates/host/wit/`, without `.wit`. */
  readonly file: string;
}

export interface NeedCode {
  /**
   * Module of `templates/host/`, without extension, that becomes one of `src/host/`, with those that it imports. That of
   * imports exports `ready()`, which throws when they are not there.
   */
  readonly wrapper: string;
  /** Declarations of `templates/host/types/`, without `.d.ts`: the interfaces that the wrapper imports. */
  readonly types: readonly string[];
}

export interface NeedProof {
  /**
   * Module of `templates/node/hosts/`, without `.mjs`, that answers the imports on Node; it becomes `test/hosts/`.
   * `undefined`: the test host has it anyway.
   */
  readonly host: string | undefined;
  /** Packages that the host module imports, from `src/project/versions.ts`. */
  readonly drivers: readonly (typeof DRIVERS)[number][];
  /** A server that must run for the need to be proven: its address by variables, and a command that starts one. */
  readonly server?: { readonly address: string; readonly start: string };
}

/** A function of the starter that counts a greeting, and remembers it. */
export interface Counter {
  /** What the wrapper exports for it: `kv`. */
  readonly binding: string;
  /** What to know of it, one sentence or two. */
  readonly docs: string;
  /** Its body: a file of `templates/project/shared/src/counters/`, without extension. */
  readonly template: string;
}

/** Additions to the component's table, and triggers beside the HTTP one. Source: manifest v2, `schema/v2.rs`. */
export interface Grants {
  readonly keyValueStores?: readonly string[];
  readonly sqliteDatabases?: readonly string[];
  readonly allowedOutboundHosts?: readonly string[];
  readonly files?: readonly { readonly source: string; readonly destination: string }[];
  /** HTTP routes of its own. */
  readonly routes?: readonly string[];
  readonly redisTriggers?: readonly { readonly address: string; readonly channel: string }[];
}

/** An application variable: required or with a default, never both (`crates/loader/src/local.rs`). */
export interface Variable {
  /** `lower_snake`, each word begins with a letter. */
  readonly name: string;
  /** The value of local development; absent when the variable is required. A secret has none. */
  readonly fallback?: string;
  readonly secret: boolean;
  readonly description: string;
}

export interface NeedReadme {
  /** One sentence of Markdown: what the code looks like. */
  readonly use: string;
  /** One sentence of Markdown: what the grant lets the component do. */
  readonly grant: string;
  /** One sentence of Markdown: what the sandbox does not protect from; it goes into SECURITY.md. */
  readonly risk: string;
}

/** Everything about needs that the emitters read. */
export interface ServiceNeeds {
  /** In the order of `index.ts`; those that others use are among them. */
  readonly chosen: readonly Need[];
  /** Origins that may be called: `https://api.example.com`. */
  readonly outbound: readonly string[];
  /** Labels of key-value stores; at least one. */
  readonly stores: readonly string[];
  /** Labels of SQLite databases; at least one. */
  readonly databases: readonly string[];
  /** Of the answers and of the needs, each name once. */
  readonly variables: readonly Variable[];
}

export const NO_NEEDS: ServiceNeeds = {
  chosen: [],
  outbound: [],
  stores: [DEFAULT_LABEL],
  databases: [DEFAULT_LABEL],
  variables: [],
};
