/**
 * The part of Spin's manifest, version 2, that projects are given. A field is added here when something emits it, with
 * its rule in `rules.ts` and its line in `print.ts`.
 *
 * Source: spinframework/spin 94a8fc8a (2026-08-21), `crates/manifest/src/schema/v2.rs`.
 */
export interface SpinManifest {
  readonly application: SpinApplication;
  /** By name. */
  readonly variables: ReadonlyMap<string, SpinVariable>;
  readonly httpTriggers: readonly HttpTrigger[];
  readonly redisTriggers: readonly RedisTrigger[];
  /** By component id. */
  readonly components: ReadonlyMap<string, SpinComponent>;
}

export interface SpinApplication {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
}

/** Required, or with a default: never both, never neither. */
export interface SpinVariable {
  readonly description?: string;
  readonly default?: string;
  readonly secret?: boolean;
}

export interface HttpTrigger {
  /** `/v1/...`: exact, `:name` for one segment, `/...` at the end for everything below. */
  readonly route: string;
  readonly component: string;
}

export interface RedisTrigger {
  /** `redis://localhost:6379`; it may have templates, as the channel may. */
  readonly address: string;
  readonly channel: string;
  readonly component: string;
}

export interface SpinComponent {
  /** Path of the component, relative to the manifest. */
  readonly source: string;
  readonly keyValueStores?: readonly string[];
  readonly sqliteDatabases?: readonly string[];
  readonly allowedOutboundHosts: readonly string[];
  readonly files?: readonly SpinFiles[];
  /** What the component may read, by the name it reads it under; values may have templates: `{{ api_key }}`. */
  readonly variables?: ReadonlyMap<string, string>;
  readonly build: {
    /** Run in order, each through the shell. */
    readonly commands: readonly string[];
    /** Where they run, relative to the manifest; absent: beside it. */
    readonly workdir?: string;
    /** Globs whose files make `spin watch` build again. */
    readonly watch: readonly string[];
  };
}

/** A folder of the application and where the component finds it; read-only. */
export interface SpinFiles {
  readonly source: string;
  readonly destination: string;
}
