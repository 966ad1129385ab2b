/**
 * Which interfaces Spin's triggers look for, which it offers, and what a component needs in its manifest to use them.
 * Sources: spinframework/spin 94a8fc8a `crates/http/src/trigger.rs`, `crates/trigger-redis/src/lib.rs`,
 * `wit/world.wit`; what a missing grant does was measured on Spin 4.1.0-pre0, 2026-11-24.
 */

/** What a trigger's component must export, and what Spin says when it doesn't. */
export interface HandlerExport {
  readonly accepts: RegExp;
  readonly message: string;
}

/** By type of trigger; plugins' own interfaces change with the plugin, so that they aren't judged. */
export const HANDLERS: ReadonlyMap<string, HandlerExport> = new Map([
  [
    'http',
    {
      accepts:
        /^(?:wasi:http\/incoming-handler@0\.2\.\S+|wasi:http\/handler@0\.3\.\S+|fermyon:spin\/inbound-http)$/u,
      message:
        'Expected component to export one of `wasi:http/incoming-handler@0.2.0-rc-2023-10-18`, `wasi:http/incoming-handler@0.2.0-rc-2023-11-10`, `wasi:http/incoming-handler@0.2.*`, `wasi:http/handler@0.3.0-rc-2026-03-15`, `wasi:http/handler@0.3.*`, or `fermyon:spin/inbound-http` but it exported none of those.',
    },
  ],
  [
    'redis',
    {
      accepts: /^(?:fermyon:spin\/inbound-redis|spin:redis\/inbound-redis@3\.\S+)$/u,
      message: 'component does not export a Redis interface',
    },
  ],
]);

/** Something that a component may do when its manifest says so. */
export interface Capability {
  /** The keys of a component that grant it. */
  readonly grant: string;
  readonly imports: RegExp;
  /** The line that grants it. */
  readonly line: string;
  /** What a call gets without the grant. */
  readonly without: string;
}

/**
 * Hosts aren't here: components that are built from JavaScript import `wasi:http/outgoing-handler` whether they call
 * anybody or not.
 */
export const CAPABILITIES: readonly Capability[] = [
  {
    grant: 'key_value_stores',
    imports:
      /^(?:fermyon:spin\/key-value|spin:key-value\/key-value|wasi:keyvalue\/(?:store|atomics|batch))(?:@|$)/u,
    line: 'key_value_stores = ["default"]',
    without: '`access-denied`',
  },
  {
    grant: 'sqlite_databases',
    imports: /^(?:fermyon:spin\/sqlite|spin:sqlite\/sqlite)(?:@|$)/u,
    line: 'sqlite_databases = ["default"]',
    without: '`access-denied`',
  },
  {
    grant: 'ai_models',
    imports: /^fermyon:spin\/llm(?:@|$)/u,
    line: 'ai_models = ["llama2-chat"]',
    without: '`invalid-input`',
  },
  {
    grant: 'variables',
    imports:
      /^(?:fermyon:spin\/(?:variables|config)|spin:variables\/variables|wasi:config\/store)(?:@|$)/u,
    line: 'variables = { name = "{{ name }}" }',
    without: '`undefined`',
  },
];

/** What a component calls hosts with, by the scheme of `allowed_outbound_hosts`. */
export const OUTBOUND: ReadonlyMap<string, RegExp> = new Map([
  ['postgres', /^(?:fermyon:spin\/postgres|spin:postgres\/postgres)(?:@|$)/u],
  ['mysql', /^(?:fermyon:spin\/mysql|spin:mysql\/mysql)(?:@|$)/u],
  ['redis', /^(?:fermyon:spin\/redis|spin:redis\/redis)(?:@|$)/u],
  ['rediss', /^(?:fermyon:spin\/redis|spin:redis\/redis)(?:@|$)/u],
  ['mqtt', /^(?:fermyon:spin\/mqtt|spin:mqtt\/mqtt)(?:@|$)/u],
  ['http', /^(?:wasi:http\/(?:outgoing-handler|client)|fermyon:spin\/http)(?:@|$)/u],
  ['https', /^(?:wasi:http\/(?:outgoing-handler|client)|fermyon:spin\/http)(?:@|$)/u],
]);

/** Sockets reach whatever is allowed. */
export const SOCKETS = /^wasi:sockets\//u;

/** The database interfaces, and the scheme that lets them connect. */
export const DATABASES: ReadonlyMap<string, string> = new Map([
  ['postgres', 'postgres://localhost:5432'],
  ['mysql', 'mysql://localhost:3306'],
  ['redis', 'redis://localhost:6379'],
  ['mqtt', 'mqtt://localhost:1883'],
]);

/** Drafts that Spin offers under one name each (`wit/deps/keyvalue-2024-10-17`, `wasi-runtime-config-2024-09-27`). */
const DRAFTS: ReadonlyMap<string, string> = new Map([
  ['wasi:keyvalue', '0.2.0-draft2'],
  ['wasi:config', '0.2.0-draft-2024-09-27'],
]);

/** The version that an import should have had, when Spin has the package in that one only. */
export function draftVersion(name: string): string | undefined {
  const [path = '', version] = name.split('@');
  const draft = DRAFTS.get(path.split('/')[0] ?? '');
  return draft === version ? undefined : draft;
}

/** Whether an interface is a host's to offer; any other comes from a dependency. */
export function isOfHost(name: string): boolean {
  return /^(?:wasi:|spin:|fermyon:spin)/u.test(name);
}
