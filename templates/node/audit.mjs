// @ts-check
/**
 * What a component asks of its host, against what spin.toml grants it: nothing may be asked that isn't granted, and
 * nothing granted that isn't asked.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { BuildProblem } from './problem.mjs';

/** What every host of WASI 0.2 has, whatever its patch version. */
const PORTABLE = /^wasi:(cli|clocks|filesystem|http|io|random|sockets)\/[a-z-]+@0\.2\.\d+$/;

/** Interfaces that only have types, which others use. */
const TYPES_ONLY = ['fermyon:spin/rdbms-types@2.0.0', 'fermyon:spin/redis-types'];

/**
 * @typedef {object} Project
 * @property {string} directory absolute
 * @property {string} name
 * @property {string} wit
 */
/** @typedef {{ specifier: string, where: string }} Import an import statement, as `file:line:column` */
/** @typedef {{ imports: readonly string[], exports: readonly string[] }} Interfaces of the component */
/**
 * The part of spin.toml that is about the component.
 * @typedef {object} Manifest
 * @property {string} id
 * @property {Readonly<Record<string, any>>} table `[component.ID]`
 * @property {readonly string[]} schemes of allowed_outbound_hosts; `*` for any
 * @property {boolean} redisTrigger
 */
/**
 * Interfaces that come with one grant. Sources: spinframework/spin 94a8fc8a, `wit/` and
 * `crates/manifest/src/schema/v2.rs`.
 * @typedef {object} Rule
 * @property {readonly string[]} interfaces names, without their last digits where those only add
 * @property {string} grant the key that gives it
 * @property {string} line as it may be written
 * @property {string} [table] where, when it isn't the component's own table
 * @property {(manifest: Manifest) => boolean} isGranted
 * @property {(manifest: Manifest) => boolean} [isNamed] whether the grant is for this rule alone; absent: as `isGranted`
 */

/** @type {readonly Rule[]} */
const RULES = [
  listRule('key_value_stores', '["default"]', [
    'fermyon:spin/key-value@2.0.0',
    'wasi:keyvalue/store@0.2.0-draft2',
    'wasi:keyvalue/atomics@0.2.0-draft2',
    'wasi:keyvalue/batch@0.2.0-draft2',
  ]),
  listRule('sqlite_databases', '["default"]', [
    'spin:sqlite/sqlite@3.0.0',
    'spin:sqlite/sqlite@3.1.0',
    'fermyon:spin/sqlite@2.0.0',
  ]),
  {
    interfaces: ['fermyon:spin/variables@2.0.0', 'wasi:config/store@0.2.0-draft-2024-09-27'],
    grant: 'variables',
    line: 'log_level = "{{ log_level }}"',
    table: '.variables',
    isGranted: ({ table }) => Object.keys(table.variables ?? {}).length > 0,
  },
  hostRule(['postgres'], 'postgres://{{ postgres_host }}:{{ postgres_port }}', [
    'spin:postgres/postgres@3.0.0',
    'spin:postgres/postgres@4.0.0',
    'spin:postgres/postgres@4.1.0',
    'spin:postgres/postgres@4.2.0',
  ]),
  hostRule(['mysql'], 'mysql://{{ mysql_host }}:{{ mysql_port }}', ['fermyon:spin/mysql@2.0.0']),
  hostRule(['redis', 'rediss'], '{{ redis_address }}', ['fermyon:spin/redis@2.0.0']),
];

/**
 * Interfaces of WASI that every component of this engine imports, used or not: what the service uses of them its world says.
 * `fetch` comes without an import, so the world is the only place that can.
 */
const IN_THE_WORLD = [
  hostRule(['http', 'https', '*'], 'https://api.example.com', [
    'wasi:http/outgoing-handler@0.2.10',
  ]),
  listRule('files', '[{ source = "assets", destination = "/" }]', [
    'wasi:filesystem/preopens@0.2.10',
  ]),
];

const REDIS_DOOR = 'fermyon:spin/inbound-redis';

/**
 * Refuses a component that only some hosts run, or that spin.toml doesn't fit.
 *
 * @param {Interfaces} interfaces
 * @param {Project} project
 * @param {readonly Import[]} hostImports of the bundle, which tell who asks
 * @returns {Promise<string>} what it imports, in words
 * @throws {BuildProblem} naming the import, and the line of spin.toml that is missing or too much
 */
export async function audit(interfaces, project, hostImports) {
  const { imports, exports } = interfaces;
  const manifest = await readManifest(project);
  for (const name of imports) auditImport(name, manifest, hostImports);
  const inWorld = await worldImports(project);
  for (const rule of IN_THE_WORLD) {
    const declared = inWorld.find((name) => rule.interfaces.includes(name));
    if (declared !== undefined && !rule.isGranted(manifest))
      throw notGranted(declared, rule, manifest, hostImports);
  }
  for (const rule of RULES) auditGrant(rule, imports, manifest);
  for (const rule of IN_THE_WORLD) auditGrant(rule, inWorld, manifest);
  auditTrigger(exports.includes(REDIS_DOOR), manifest);
  const granted = imports.filter((name) => !PORTABLE.test(name) && !TYPES_ONLY.includes(name));
  const rest = granted.length === 0 ? 'all WASI 0.2' : `WASI 0.2 and ${granted.join(', ')}`;
  return `${imports.length} imports, ${rest}`;
}

/** @param {string} name @param {Manifest} manifest @param {readonly Import[]} hostImports */
function auditImport(name, manifest, hostImports) {
  if (PORTABLE.test(name) || TYPES_ONLY.includes(name)) return;
  const rule = RULES.find(({ interfaces }) => interfaces.includes(name));
  if (rule === undefined) throw foreign(name, hostImports);
  if (!rule.isGranted(manifest)) throw notGranted(name, rule, manifest, hostImports);
}

/** @param {Rule} rule @param {readonly string[]} imports of the component or of its world @param {Manifest} manifest */
function auditGrant(rule, imports, manifest) {
  const { interfaces, isGranted, isNamed = isGranted } = rule;
  if (isNamed(manifest) && !interfaces.some((name) => imports.includes(name))) {
    throw unused(rule, manifest);
  }
}

/** @param {string} name @param {readonly Import[]} hostImports */
function foreign(name, hostImports) {
  return new BuildProblem(`The component imports ${name}, which WASI 0.2 hosts do not have.`, {
    where: askerOf(name, hostImports),
    hint: name.startsWith('jco:')
      ? 'jco:* interfaces exist in jco only: replace the Node builtin behind it by a Web API.'
      : 'Remove the import, or take an interface of wasi:cli, clocks, filesystem, http, io, random or sockets @0.2.',
  });
}

/** @param {string} name @param {Rule} rule @param {Manifest} manifest @param {readonly Import[]} hostImports */
function notGranted(name, { line, grant, table = '' }, { id }, hostImports) {
  return new BuildProblem(
    `The component imports ${name}, and spin.toml does not grant it ${grant}.`,
    {
      where: askerOf(name, hostImports),
      hint: `Add to [component.${id}${table}] in spin.toml: ${line} — or remove the import, which wit/world.wit names.`,
    },
  );
}

/** @param {Rule} rule @param {Manifest} manifest */
function unused({ grant, interfaces }, { id }) {
  return new BuildProblem(
    `spin.toml grants the component ${grant}, and its world imports nothing that uses it.`,
    {
      where: `spin.toml [component.${id}] ${grant}`,
      hint: `Remove the line, or import ${interfaces[0]} in wit/world.wit.`,
    },
  );
}

/** @param {string} name @param {readonly Import[]} hostImports */
function askerOf(name, hostImports) {
  const [unversioned] = name.split('@');
  return (
    hostImports.find(({ specifier }) => specifier.split('@')[0] === unversioned)?.where ??
    'wit/world.wit'
  );
}

/** @param {boolean} isExported @param {Manifest} manifest */
function auditTrigger(isExported, { id, redisTrigger }) {
  if (isExported === redisTrigger) return;
  throw isExported
    ? new BuildProblem(
        `The component exports ${REDIS_DOOR}, and no trigger of spin.toml calls it.`,
        {
          where: 'wit/world.wit',
          hint: `Add to spin.toml: [[trigger.redis]] with address, channel and component = "${id}" — or remove the export.`,
        },
      )
    : new BuildProblem(
        `[[trigger.redis]] calls the component, which does not export ${REDIS_DOOR}.`,
        {
          where: 'spin.toml [[trigger.redis]]',
          hint: `Remove the trigger, or export ${REDIS_DOOR} in wit/world.wit.`,
        },
      );
}

/** @param {string} key @param {string} value @param {readonly string[]} interfaces @returns {Rule} */
function listRule(key, value, interfaces) {
  return {
    ...{ interfaces, grant: key, line: `${key} = ${value}` },
    isGranted: ({ table }) => (table[key] ?? []).length > 0,
  };
}

/**
 * An entry for every scheme (`*://*:*`) grants the interface too, but is for no interface alone.
 *
 * @param {readonly string[]} schemes @param {string} host @param {readonly string[]} interfaces @returns {Rule}
 */
function hostRule(schemes, host, interfaces) {
  const has = (/** @type {readonly string[]} */ some, /** @type {Manifest} */ manifest) =>
    some.some((scheme) => manifest.schemes.includes(scheme));
  return {
    interfaces,
    grant: `a host with ${schemes.map((scheme) => `${scheme}://`).join(' or ')} in allowed_outbound_hosts`,
    line: `allowed_outbound_hosts = ["${host}"]`,
    isGranted: (manifest) => has([...schemes, '*'], manifest),
    isNamed: (manifest) => has(schemes, manifest),
  };
}

/** @param {Project} project @returns {Promise<Manifest>} */
async function readManifest({ directory, name }) {
  const file = join(directory, 'spin.toml');
  const text = await readFile(file, 'utf8').catch(() => '');
  /** @type {any} */
  let manifest;
  try {
    manifest = parse(text);
  } catch (error) {
    const { message, line, column } = /** @type {any} */ (error);
    const [reason] = String(message).split('\n');
    throw new BuildProblem(`spin.toml is no TOML: ${reason}`, {
      where: `spin.toml:${line}:${column}`,
    });
  }
  const components = Object.entries(manifest.component ?? {});
  const [id, table] = components.find(([, { source }]) =>
    String(source).endsWith(`/${name}.wasm`),
  ) ?? [name, {}];
  const triggers = [manifest.trigger?.redis ?? []].flat();
  return {
    id,
    table,
    schemes: (table.allowed_outbound_hosts ?? []).map((/** @type {string} */ entry) =>
      schemeOf(entry, manifest.variables ?? {}),
    ),
    redisTrigger: triggers.some(({ component }) => component === id),
  };
}

/** @param {string} entry @param {Record<string, { default?: string }>} variables */
function schemeOf(entry, variables) {
  const filled = entry.replace(/\{\{\s*(.*?)\s*\}\}/g, (_, name) => variables[name]?.default ?? '');
  return /^([a-z]+|\*):\/\//.exec(filled)?.[1] ?? '';
}

/** What the world says that the service needs. @param {Project} project */
async function worldImports({ wit }) {
  const names = await readdir(wit).catch(() => []);
  const texts = await Promise.all(
    names.filter((name) => name.endsWith('.wit')).map((name) => readFile(join(wit, name), 'utf8')),
  );
  const imports = texts.join('\n').matchAll(/^\s*import\s+([\w:/@.-]+)\s*;/gm);
  return [...imports].map(([, name = '']) => name);
}
