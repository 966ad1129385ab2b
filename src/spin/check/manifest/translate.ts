import { modernHosts } from '../../http-hosts.ts';
import { kebabProblem } from '../../ids.ts';
import {
  at,
  entriesOf,
  entryAt,
  itemsOf,
  type Span,
  stringsOf,
  type TomlEntry,
  type TomlNode,
  type TomlTable,
  textOf,
} from '../toml/node.ts';

/** What a component of version 1 may reach when it says nothing of hosts: it was so before there was such a list. */
const DATABASES = ['redis://*:*', 'mysql://*:*', 'postgres://*:*'];

/**
 * A manifest of version 1 as the one of version 2 that Spin makes of it (`crates/manifest/src/compat.rs`); every value
 * stands where it is written.
 */
export function translate(root: TomlTable): TomlTable {
  const trigger = at(root, 'trigger');
  const type = textOf(at(trigger, 'type')) ?? '';
  const span = trigger?.span ?? root.span;
  const settings = entriesOf(trigger).filter(({ key }) => key !== 'type');
  const components = itemsOf(at(root, 'component')).filter((item) => item.kind === 'table');
  const application = [
    ...picked(root, ['name', 'version', 'description', 'authors']),
    ...(settings.length === 0
      ? []
      : [entry('trigger', span, table(span, [entry(type, span, table(span, settings))]))]),
  ];
  const triggers: TomlNode = { kind: 'array', span, items: components.map(triggerOf) };
  return table(root.span, [
    ...picked(root, ['variables']),
    entry('application', root.span, table(root.span, application)),
    entry('trigger', span, table(span, [entry(type, span, triggers)])),
    entry('component', root.span, table(root.span, components.flatMap(componentOf))),
  ]);
}

/** Spin mends the two likely mistakes, under_scores and mixedCase, and nothing else. */
export function translatedId(id: string): string {
  return kebabProblem(id) === undefined ? id : id.replaceAll('_', '-').toLowerCase();
}

function triggerOf(component: TomlTable): TomlTable {
  const trigger = at(component, 'trigger');
  const id = at(component, 'id');
  const span = trigger?.span ?? component.span;
  const name = translatedId(textOf(id) ?? '');
  const handler: TomlNode = { kind: 'string', span: id?.span ?? span, value: name };
  return table(span, [
    ...entriesOf(trigger),
    entry('id', span, { ...handler, value: `trigger-${name}` }),
    entry('component', span, handler),
  ]);
}

const KEPT = [
  'source',
  'description',
  'environment',
  'files',
  'exclude_files',
  'key_value_stores',
  'sqlite_databases',
  'ai_models',
  'build',
];

function componentOf(component: TomlTable): readonly TomlEntry[] {
  const id = at(component, 'id');
  if (id?.kind !== 'string') return [];
  const config = entryAt(component, 'config');
  const entries = [
    ...picked(component, KEPT),
    ...(config === undefined ? [] : [entry('variables', config.span, config.value)]),
    ...hostsOf(component),
  ];
  return [entry(translatedId(id.value), id.span, table(component.span, entries))];
}

function hostsOf(component: TomlTable): readonly TomlEntry[] {
  const named = entryAt(component, 'allowed_outbound_hosts');
  const http = stringsOf(at(component, 'allowed_http_hosts'));
  const all = http.find(({ value }) => value === 'insecure:allow-all');
  const converted = (all === undefined ? http : [all]).flatMap(({ value, span }) =>
    modernHosts(value).map((host): TomlNode => ({ kind: 'string', span, value: host })),
  );
  const { span } = named ?? component;
  const given =
    named === undefined
      ? DATABASES.map((value): TomlNode => ({ kind: 'string', span, value }))
      : itemsOf(named.value);
  const items = [...given, ...converted];
  return [entry('allowed_outbound_hosts', span, { kind: 'array', span, items })];
}

function picked(from: TomlTable, keys: readonly string[]): readonly TomlEntry[] {
  return keys.flatMap((key) => entryAt(from, key) ?? []);
}

function entry(key: string, span: Span, value: TomlNode): TomlEntry {
  return { key, span, value };
}

function table(span: Span, entries: readonly TomlEntry[]): TomlTable {
  return { kind: 'table', span, entries: new Map(entries.map((one) => [one.key, one])) };
}
