// @ts-check
/** What spin.toml grants a component: the values that the host modules beside this file obey. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'smol-toml';

/**
 * @typedef {object} Grants
 * @property {string} component its id, which Spin's messages name
 * @property {readonly string[]} keyValueStores
 * @property {readonly string[]} sqliteDatabases
 * @property {readonly string[]} allowedOutboundHosts their variables filled in
 * @property {Readonly<Record<string, string>>} variables by name, as the component may read them
 * @property {readonly FileGrant[]} files
 * @property {Readonly<Record<string, string>>} neighbours where other components of the application are served, by their ids
 * @property {string} [state] the folder that stores and databases are kept in; without it they are in memory
 */
/**
 * Files of a folder, all or those that match a pattern, and where the component finds them. What is excluded is told from the
 * folder of spin.toml.
 * @typedef {{ source: string, pattern?: string, destination: string, exclude: readonly string[], base: string }} FileGrant
 */

const RUNTIME_CONFIG = 'runtime-config.toml';

/** A manifest that Spin would refuse, or a variable that has no value. */
export class GrantError extends Error {
  /** @override */
  name = 'GrantError';
  /** Names of the required variables that have no value. @type {readonly string[]} */
  missing;

  /** @param {string} message @param {readonly string[]} [missing] */
  constructor(message, missing = []) {
    super(message);
    this.missing = missing;
  }
}

/**
 * Reads the grants of one component. A variable's value is `SPIN_VARIABLE_NAME` of the environment, else of `.env` beside
 * the manifest, else its default.
 *
 * @param {string} manifest the path of spin.toml
 * @param {string} component its id
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Promise<Grants>}
 * @throws GrantError when spin.toml has no such component, names an unknown variable, leaves one without a value, or has a
 *   label that runtime-config.toml does not define
 */
export async function readGrants(manifest, component, env) {
  const text = await readFile(manifest, 'utf8');
  const { variables = {}, component: components = {} } = /** @type {any} */ (parse(text));
  const table = Object.hasOwn(components, component) ? components[component] : undefined;
  if (table === undefined) throw new GrantError(`${manifest} has no component "${component}".`);
  const file = await environmentFile(join(dirname(manifest), '.env'));
  const values = valuesOf(variables, (name) => env[name] ?? file.get(name));
  const fill = (/** @type {string} */ template) => filled(template, values);
  const { key_value_stores: keyValueStores = [], sqlite_databases: sqliteDatabases = [] } = table;
  const config = await runtimeConfig(dirname(manifest));
  refuseUnknown('key_value_stores', keyValueStores, config.key_value_store, component);
  refuseUnknown('sqlite_databases', sqliteDatabases, config.sqlite_database, component);
  return {
    component,
    keyValueStores,
    sqliteDatabases,
    allowedOutboundHosts: (table.allowed_outbound_hosts ?? []).map(fill),
    variables: mapped(table.variables ?? {}, fill),
    neighbours: neighbours(env, file),
    files: (table.files ?? []).map((/** @type {any} */ entry) =>
      fileGrant(dirname(manifest), entry, table.exclude_files ?? []),
    ),
  };
}

/**
 * Spin starts with all variables or not at all, used or not.
 *
 * @param {Record<string, { default?: string }>} declared
 * @param {(name: string) => string | undefined} given
 */
function valuesOf(declared, given) {
  /** @type {Map<string, string>} */
  const values = new Map();
  const missing = [];
  for (const [name, { default: byDefault }] of Object.entries(declared)) {
    const value = given(`SPIN_VARIABLE_${name.toUpperCase()}`) ?? byDefault;
    if (value === undefined) missing.push(name);
    else values.set(name, value);
  }
  if (missing.length > 0) {
    const names = missing.map((name) => `SPIN_VARIABLE_${name.toUpperCase()}`).join(', ');
    throw new GrantError(
      `Required variables have no value: set ${names} in the environment or in .env beside spin.toml.`,
      missing,
    );
  }
  return values;
}

/** @param {string} template @param {ReadonlyMap<string, string>} values */
function filled(template, values) {
  return template.replace(/\{\{\s*(.*?)\s*\}\}/g, (_, name) => {
    const value = values.get(name);
    if (value === undefined) throw new GrantError(`spin.toml has no variable "${name}".`);
    return value;
  });
}

/** @param {Record<string, string>} record @param {(value: string) => string} change */
const mapped = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

/**
 * @param {string} folder
 * @param {string | { source: string, destination: string }} entry
 * @param {readonly string[]} exclude
 * @returns {FileGrant}
 */
function fileGrant(folder, entry, exclude) {
  return typeof entry === 'string'
    ? { source: folder, pattern: entry, destination: '/', exclude, base: folder }
    : { source: join(folder, entry.source), destination: entry.destination, exclude, base: folder };
}

/**
 * Where Spin keeps what isn't `default`. Here a store or database is of this machine, whatever the file says, so that tests
 * reach no one else's.
 *
 * @param {string} folder
 */
async function runtimeConfig(folder) {
  const text = await readFile(join(folder, RUNTIME_CONFIG), 'utf8').catch(() => '');
  return /** @type {{ key_value_store?: object, sqlite_database?: object }} */ (parse(text));
}

/**
 * Spin would not start.
 *
 * @param {string} list @param {readonly string[]} labels @param {object | undefined} defined @param {string} component
 */
function refuseUnknown(list, labels, defined, component) {
  const unknown = labels.find(
    (label) => label !== 'default' && !Object.hasOwn(defined ?? {}, label),
  );
  if (unknown === undefined) return;
  const table = `${list.slice(0, -1)}.${unknown}`;
  throw new GrantError(
    `unknown ${list} label "${unknown}" for component "${component}": define it in ${RUNTIME_CONFIG} beside spin.toml, as [${table}] type = "spin".`,
  );
}

/**
 * Spin calls `http://ID.spin.internal` within itself. Here the component is another process, and `SPIN_INTERNAL_ID` of the
 * environment or of `.env` says where.
 *
 * @param {Readonly<Record<string, string | undefined>>} env @param {ReadonlyMap<string, string>} file
 */
function neighbours(env, file) {
  const all = Object.entries({ ...Object.fromEntries(file), ...env });
  const prefix = 'SPIN_INTERNAL_';
  return Object.fromEntries(
    all.flatMap(([name, url]) =>
      name.startsWith(prefix) && url
        ? [[name.slice(prefix.length).toLowerCase().replaceAll('_', '-'), url]]
        : [],
    ),
  );
}

/** `NAME=value` a line, `#` comments, values in quotes or not. @param {string} path @returns {Promise<Map<string, string>>} */
async function environmentFile(path) {
  const text = await readFile(path, 'utf8').catch(() => '');
  const lines = text.matchAll(/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=[ \t]*(.*?)[ \t]*$/gm);
  return new Map(
    [...lines].map(([, name = '', value = '']) => [name, value.replace(/^(["'])(.*)\1$/, '$2')]),
  );
}
