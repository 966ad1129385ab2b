/**
 * The part of Spin's manifest, version 2, that projects are given. A field is added here when something emits it, with
 * its rule in `rules.ts` and its line in `print.ts`.
 *
 * Source: spinframework/spin 94a8fc8a (2026-08-21), `crates/manifest/src/schema/v2.rs`.
 */
export interface SpinManifest {
  readonly application: SpinApplication;
  readonly httpTriggers: readonly HttpTrigger[];
  /** By component id. */
  readonly components: ReadonlyMap<string, SpinComponent>;
}

export interface SpinApplication {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
}

export interface HttpTrigger {
  /** `/v1/...`: exact, `:name` for one segment, `/...` at the end for everything below. */
  readonly route: string;
  readonly component: string;
}

export interface SpinComponent {
  /** Path of the component, relative to the manifest. */
  readonly source: string;
  readonly allowedOutboundHosts: readonly string[];
  readonly build: {
    /** Run in order, each through the shell. */
    readonly commands: readonly string[];
    /** Globs whose files make `spin watch` build again. */
    readonly watch: readonly string[];
  };
}
