import type { WasmFile } from '../../../../src/spin/check/surroundings.ts';
import { casesOf, component } from '../case.ts';

const HTTP = 'wasi:http/incoming-handler@0.2.10';
const REDIS = 'fermyon:spin/inbound-redis';

/** Another component, with a trigger of its own. */
const other = (source: string, more = '') =>
  `[[trigger.http]]\nroute = "/b"\ncomponent = "b"\n[component.b]\nsource = ${source}\n${more}`;

/** What stands beside it: the component of the manifest, and the other one. */
const files = (b: WasmFile) => ({
  beside: {
    'orders.wasm': component(['fermyon:spin/variables@2.0.0'], [HTTP]),
    'b.wasm': b,
    'good.wasm': component([], [HTTP]),
  },
});
const onHttp = (...imports: string[]) => files(component(imports, [HTTP]));

export const binaryCases = [
  ...casesOf('wasm-missing', [
    'a file that nothing builds',
    'end',
    other('▸"gone.wasm"'),
    '"gone.wasm" does not exist',
    other('"good.wasm"'),
    onHttp(),
  ]),
  ...casesOf('wasm-not-built', [
    'a file that is yet to be built',
    'end',
    other('▸"gone.wasm"', 'build.command = "make"'),
    '"gone.wasm" does not exist: its imports and exports were not checked',
    other('"good.wasm"', 'build.command = "make"'),
    onHttp(),
  ]),
  ...casesOf('wasm-precompiled', [
    'code for one machine',
    'end',
    other('▸"b.wasm"'),
    '"b.wasm" is precompiled code, which Spin does not run',
    other('"good.wasm"'),
    files({ kind: 'precompiled' }),
  ]),
  ...casesOf('wasm-invalid', [
    'text',
    'end',
    other('▸"b.wasm"'),
    '"b.wasm" is no WebAssembly component',
    other('"good.wasm"'),
    files({ kind: 'other' }),
  ]),
  ...casesOf('wasm-module', [
    'a core module',
    'end',
    other('▸"b.wasm"'),
    /^"b.wasm" is a core module, not a component/u,
    other('"good.wasm"'),
    files({ kind: 'module' }),
  ]),
  ...casesOf(
    'export-missing',
    [
      'nothing for HTTP',
      'end',
      other('▸"b.wasm"'),
      /^Expected component to export one of `wasi:http\/incoming-handler@0\.2\.0-rc-2023-10-18`.* but it exported none of those\./u,
      other('"good.wasm"'),
      files(component([], ['wasi:cli/run@0.2.0'])),
    ],
    [
      'two for HTTP',
      'end',
      other('▸"b.wasm"'),
      /^component exports multiple different handlers but it's expected to export only one/u,
      other('"good.wasm"'),
      files(component([], [HTTP, 'wasi:http/handler@0.3.0'])),
    ],
    [
      'nothing for Redis',
      'end',
      '[[trigger.redis]]\nchannel = "c"\ncomponent = "b"\n[component.b]\nsource = ▸"good.wasm"',
      'component does not export a Redis interface',
      '[[trigger.redis]]\nchannel = "c"\ncomponent = "b"\n[component.b]\nsource = "b.wasm"',
      files(component([], [REDIS])),
    ],
    [
      'nothing for HTTP in a component that stands in its trigger',
      'end',
      '[[trigger.http]]\nroute = "/b"\ncomponent = { source = ▸"b.wasm" }',
      /but it exported none of those/u,
      '[[trigger.http]]\nroute = "/b"\ncomponent = { source = "good.wasm" }',
      files(component([], [])),
    ],
  ),
  ...casesOf(
    'import-unknown',
    [
      'another version of a draft',
      'end',
      other('▸"b.wasm"', 'key_value_stores = ["default"]'),
      'component imports instance `wasi:keyvalue/store@0.2.0-draft`, but a matching implementation was not found in the linker',
      other('"good.wasm"'),
      onHttp('wasi:keyvalue/store@0.2.0-draft'),
    ],
    [
      'an interface that nobody implements',
      'end',
      other('▸"b.wasm"'),
      'component imports instance `acme:tax/rates@1.0.0`, but a matching implementation was not found in the linker',
      other('"b.wasm"', 'dependencies."acme:tax/rates@1.0.0" = { path = "tax.wasm" }'),
      onHttp('acme:tax/rates@1.0.0'),
    ],
  ),
  ...casesOf(
    'import-without-grant',
    [
      'key-value without a store',
      'end',
      other('▸"b.wasm"'),
      'the component imports fermyon:spin/key-value@2.0.0, and nothing in `key_value_stores` lets it: its calls fail with `access-denied`',
      other('"b.wasm"', 'key_value_stores = ["default"]'),
      onHttp('fermyon:spin/key-value@2.0.0'),
    ],
    [
      'SQLite without a database',
      'end',
      other('▸"b.wasm"', 'sqlite_databases = []'),
      /imports spin:sqlite\/sqlite@3.0.0, and nothing in `sqlite_databases`/u,
      other('"b.wasm"', 'sqlite_databases = ["default"]'),
      onHttp('spin:sqlite/sqlite@3.0.0'),
    ],
    [
      'variables that the component has none of',
      'end',
      other('▸"b.wasm"'),
      /nothing in `variables` lets it: its calls fail with `undefined`/u,
      other('"b.wasm"', 'variables.x = "y"'),
      onHttp('fermyon:spin/variables@2.0.0'),
    ],
    [
      'Postgres without a host',
      'end',
      other('▸"b.wasm"', 'allowed_outbound_hosts = ["https://db"]'),
      'the component imports spin:postgres/postgres@4.0.0, and no postgres:// in `allowed_outbound_hosts` lets it connect',
      other('"b.wasm"', 'allowed_outbound_hosts = ["postgres://db"]'),
      onHttp('spin:postgres/postgres@4.0.0', 'wasi:http/outgoing-handler@0.2.10'),
    ],
    [
      'Redis with a host of another kind',
      'end',
      other('▸"b.wasm"', 'allowed_outbound_hosts = ["mysql://h"]'),
      /no redis:\/\/ in `allowed_outbound_hosts`/u,
      other('"b.wasm"', 'allowed_outbound_hosts = ["rediss://h:6380"]'),
      onHttp('fermyon:spin/redis@2.0.0'),
    ],
  ),
  ...casesOf(
    'grant-without-import',
    [
      'a store for a component that stores nothing',
      'end',
      other('"b.wasm"', 'key_value_stores = ▸["default"]'),
      '`key_value_stores` is granted, and the component imports nothing that uses it',
      other('"b.wasm"', 'key_value_stores = []'),
      onHttp(),
    ],
    [
      'a database server for a component without its interface',
      'end',
      other('"b.wasm"', 'allowed_outbound_hosts = ["https://h", ▸"mysql://db"]'),
      '"mysql://db" is granted, and the component imports nothing that speaks mysql',
      other('"b.wasm"', 'allowed_outbound_hosts = ["https://h", "tcp://db:3306"]'),
      onHttp('wasi:http/outgoing-handler@0.2.10'),
    ],
    [
      'a grant where a dependency may use it',
      'end',
      other('"b.wasm"', 'sqlite_databases = ▸["default"]'),
      /`sqlite_databases` is granted/u,
      other('"b.wasm"', 'sqlite_databases = ["default"]\ndependencies."a:b" = { path = "x" }'),
      onHttp(),
    ],
  ),
];
