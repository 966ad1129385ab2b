import { HIDDEN } from '../text/hidden.ts';
import type {
  HttpTrigger,
  RedisTrigger,
  SpinComponent,
  SpinFiles,
  SpinManifest,
  SpinVariable,
} from './manifest.ts';

/** Lets editors check and complete the file (Taplo, Even Better TOML). */
const SCHEMA = '#:schema https://schemas.spinframework.dev/spin/manifest-v2/latest.json';

/** The text of `spin.toml`. */
export function printManifest(manifest: SpinManifest): string {
  const { name, version, description } = manifest.application;
  const tables = [
    printTable('application', [
      ['name', tomlString(name)],
      ['version', tomlString(version)],
      ['description', description === undefined ? undefined : tomlString(description)],
    ]),
    ...variableTable(manifest.variables),
    ...manifest.httpTriggers.map(triggerTable),
    ...manifest.redisTriggers.map(redisTriggerTable),
    ...[...manifest.components].flatMap(([id, component]) => componentTables(id, component)),
  ];
  return `${SCHEMA}\nspin_manifest_version = 2\n\n${tables.join('\n')}`;
}

function variableTable(variables: ReadonlyMap<string, SpinVariable>): string[] {
  if (variables.size === 0) return [];
  const lines = [...variables].map(([name, variable]): Line => [name, inlineVariable(variable)]);
  return [printTable('variables', lines)];
}

function inlineVariable({ description, default: fallback, secret }: SpinVariable): string {
  return inlineTable([
    ...(fallback === undefined ? ['required = true'] : [`default = ${tomlString(fallback)}`]),
    ...(secret === true ? ['secret = true'] : []),
    ...(description === undefined ? [] : [`description = ${tomlString(description)}`]),
  ]);
}

function inlineFiles({ source, destination }: SpinFiles): string {
  return inlineTable([
    `source = ${tomlString(source)}`,
    `destination = ${tomlString(destination)}`,
  ]);
}

function inlineTable(pairs: readonly string[]): string {
  return `{ ${pairs.join(', ')} }`;
}

function triggerTable({ route, component }: HttpTrigger): string {
  return printTable(
    'trigger.http',
    [
      ['route', tomlString(route)],
      ['component', tomlString(component)],
    ],
    { repeated: true },
  );
}

function redisTriggerTable({ address, channel, component }: RedisTrigger): string {
  return printTable(
    'trigger.redis',
    [
      ['address', tomlString(address)],
      ['channel', tomlString(channel)],
      ['component', tomlString(component)],
    ],
    { repeated: true },
  );
}

function componentTables(id: string, component: SpinComponent): string[] {
  const path = `component.${tomlKey(id)}`;
  const { commands, watch, workdir } = component.build;
  return [
    printTable(path, [
      ['source', tomlString(component.source)],
      ['allowed_outbound_hosts', tomlStrings(component.allowedOutboundHosts)],
      ['key_value_stores', some(component.keyValueStores, tomlStrings)],
      ['sqlite_databases', some(component.sqliteDatabases, tomlStrings)],
      ['files', some(component.files, (files) => `[${files.map(inlineFiles).join(', ')}]`)],
    ]),
    ...componentVariables(`${path}.variables`, component.variables),
    printTable(`${path}.build`, [
      ['command', commands.length === 1 ? tomlString(commands[0] ?? '') : tomlStrings(commands)],
      ['workdir', workdir === undefined ? undefined : tomlString(workdir)],
      ['watch', tomlStrings(watch)],
    ]),
  ];
}

function componentVariables(name: string, variables: SpinComponent['variables']): string[] {
  if (variables === undefined || variables.size === 0) return [];
  const lines = [...variables].map(([key, value]): Line => [key, tomlString(value)]);
  return [printTable(name, lines)];
}

/** A list's text; nothing where the list is empty. */
function some<T>(list: readonly T[] = [], text: (list: readonly T[]) => string) {
  return list.length === 0 ? undefined : text(list);
}

type Line = readonly [key: string, value: string | undefined];

/** A table and its keys; one without a value is left out. */
export function printTable(
  name: string,
  lines: readonly Line[],
  shape: { repeated?: boolean } = {},
): string {
  const header = shape.repeated === true ? `[[${name}]]` : `[${name}]`;
  const body = lines.flatMap(([key, value]) => (value === undefined ? [] : [`${key} = ${value}`]));
  return [header, ...body, ''].join('\n');
}

/**
 * A TOML basic string (TOML 1.0.0, "String"): hidden characters are escaped, so that a reader sees what is there.
 */
export function tomlString(text: string): string {
  const escaped = text
    .replace(/[\\"]/gu, '\\$&')
    // A lone surrogate is no Unicode scalar value and has no escape.
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(HIDDEN, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return code > 0xffff
        ? `\\U${code.toString(16).padStart(8, '0')}`
        : `\\u${code.toString(16).padStart(4, '0')}`;
    });
  return `"${escaped}"`;
}

/** A key: bare where TOML allows it, else quoted. */
export function tomlKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/u.test(key) ? key : tomlString(key);
}

function tomlStrings(items: readonly string[]): string {
  return `[${items.map(tomlString).join(', ')}]`;
}
