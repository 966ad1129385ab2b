import { HIDDEN } from '../text/hidden.ts';
import type { HttpTrigger, SpinComponent, SpinManifest } from './manifest.ts';

/** Lets editors check and complete the file (Taplo, Even Better TOML). */
const SCHEMA = '#:schema https://schemas.spinframework.dev/spin/manifest-v2/latest.json';

/** The text of `spin.toml`. */
export function printManifest(manifest: SpinManifest): string {
  const { name, version, description } = manifest.application;
  const tables = [
    table('application', [
      ['name', tomlString(name)],
      ['version', tomlString(version)],
      ['description', description === undefined ? undefined : tomlString(description)],
    ]),
    ...manifest.httpTriggers.map(triggerTable),
    ...[...manifest.components].flatMap(([id, component]) => componentTables(id, component)),
  ];
  return `${SCHEMA}\nspin_manifest_version = 2\n\n${tables.join('\n')}`;
}

function triggerTable({ route, component }: HttpTrigger): string {
  return table(
    'trigger.http',
    [
      ['route', tomlString(route)],
      ['component', tomlString(component)],
    ],
    { repeated: true },
  );
}

function componentTables(id: string, component: SpinComponent): string[] {
  const path = `component.${tomlKey(id)}`;
  const { commands, watch } = component.build;
  return [
    table(path, [
      ['source', tomlString(component.source)],
      ['allowed_outbound_hosts', tomlStrings(component.allowedOutboundHosts)],
    ]),
    table(`${path}.build`, [
      ['command', commands.length === 1 ? tomlString(commands[0] ?? '') : tomlStrings(commands)],
      ['watch', tomlStrings(watch)],
    ]),
  ];
}

type Line = readonly [key: string, value: string | undefined];

function table(name: string, lines: readonly Line[], shape: { repeated?: boolean } = {}): string {
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
