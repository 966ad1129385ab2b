import type { SpinComponent } from './manifest.ts';
import { printTable, tomlKey, tomlString } from './print.ts';

/** Beside the manifest; Spin reads it when it is told to. */
export const RUNTIME_CONFIG = 'runtime-config.toml';

/** The store or database that is there without one. */
export const DEFAULT_LABEL = 'default';

/** How `spin up` is told of the runtime configuration. */
export const RUNTIME_CONFIG_OPTION = `--runtime-config-file ${RUNTIME_CONFIG}`;

/**
 * The text of `runtime-config.toml`: where the stores and databases are kept whose label isn't `default`. Without a path
 * they would be in memory; one of a store is seen from the file, one of a database from where Spin is started
 * (spinframework/spin, `crates/runtime-config/src/lib.rs`, read 2026-11-24).
 *
 * @returns `undefined` when `default` is all there is, which needs no configuration
 */
export function runtimeConfig(components: Iterable<Labelled>): string | undefined {
  const all = [...components];
  const stores = all.flatMap(({ keyValueStores = [] }) => keyValueStores);
  const databases = all.flatMap(({ sqliteDatabases = [] }) => sqliteDatabases);
  const tables = [
    ...others(stores).map((label) => location('key_value_store', label)),
    ...others(databases).map((label) => location('sqlite_database', label)),
  ];
  if (tables.length === 0) return undefined;
  return `${HEAD}\n${tables.join('\n')}`;
}

type Labelled = Pick<SpinComponent, 'keyValueStores' | 'sqliteDatabases'>;

const HEAD = `# Where Spin keeps what spin.toml calls by these labels: spin up ${RUNTIME_CONFIG_OPTION}
# Each place has a configuration of its own: in production it may name Redis, Azure or AWS, or a libSQL server. With
# credentials in it the file is a secret: keep it out of git.
`;

function others(labels: readonly string[]): readonly string[] {
  return [...new Set(labels)].filter((label) => label !== DEFAULT_LABEL);
}

function location(kind: 'key_value_store' | 'sqlite_database', label: string): string {
  const folder = kind === 'key_value_store' ? 'key-value' : 'sqlite';
  return printTable(`${kind}.${tomlKey(label)}`, [
    ['type', tomlString('spin')],
    ['path', tomlString(`.spin/${folder}/${label}.db`)],
  ]);
}
