import { kebabProblem } from '../../ids.ts';
import { keyIn } from '../serde/shape.ts';
import {
  at,
  entriesOf,
  itemsOf,
  type Span,
  type TomlNode,
  type TomlString,
  type TomlTable,
} from '../toml/node.ts';
import { GivenIds, triggerIds } from './given-ids.ts';

/** A manifest, seen as its parts. What has another type than Spin's isn't here: `serde`'s rules tell it. */
export interface Manifest {
  /** As it is written: what is seen of version 1 is its translation. */
  readonly version: 1 | 2;
  readonly root: TomlTable;
  readonly application: TomlTable | undefined;
  readonly variables: readonly Variable[];
  readonly triggers: readonly Trigger[];
  /** Those of `[component]`, then those that stand in a trigger. */
  readonly components: readonly Component[];
}

export interface Variable {
  readonly name: string;
  /** Of the name. */
  readonly span: Span;
  readonly key: string;
  readonly table: TomlTable;
}

export interface Trigger {
  readonly type: string;
  readonly key: string;
  /** As Spin names it when it has no id: `orders-http-trigger`. */
  readonly id: string;
  readonly table: TomlTable;
  /** The ids of components that it names: in `component`, `components` and `dependencies`. */
  readonly references: readonly Reference[];
}

export interface Reference {
  readonly node: TomlString;
  readonly key: string;
  /** The component that the trigger runs. */
  readonly isHandler: boolean;
}

export interface Component {
  /** Of an inline component the one that Spin makes up. */
  readonly id: string;
  readonly key: string;
  /** Of the id, or of the inline table. */
  readonly span: Span;
  readonly table: TomlTable;
  readonly inline: boolean;
}

/** @param root - of a manifest of version 2, or translated to it */
export function viewManifest(root: TomlTable, version: Manifest['version'] = 2): Manifest {
  const application = at(root, 'application');
  const triggers = triggersOf(root);
  const named = entriesOf(at(root, 'component')).flatMap(({ key, span, value }) =>
    value.kind === 'table'
      ? [{ id: key, key: keyIn('component', key), span, table: value, inline: false }]
      : [],
  );
  return {
    version,
    root,
    application: application?.kind === 'table' ? application : undefined,
    variables: entriesOf(at(root, 'variables')).flatMap(({ key, span, value }) =>
      value.kind === 'table'
        ? [{ name: key, span, key: keyIn('variables', key), table: value }]
        : [],
    ),
    triggers,
    components: [...named, ...inlineComponents(triggers, named)],
  };
}

function triggersOf(root: TomlTable): readonly Trigger[] {
  const written = entriesOf(at(root, 'trigger')).map(({ key: type, value }) => ({
    type,
    items: itemsOf(value).map((item, index) => ({ item, index })),
  }));
  const nextId = triggerIds(written.flatMap(({ items }) => items.map(({ item }) => item)));
  return written.flatMap(({ type, items }) =>
    items.flatMap(({ item, index }) => {
      if (item.kind !== 'table') return [];
      const key = `${keyIn('trigger', type)}[${index}]`;
      const id = nextId(type, item);
      return [{ type, key, id, table: item, references: referencesOf(item, key) }];
    }),
  );
}

function referencesOf(table: TomlTable, key: string): readonly Reference[] {
  const dependencies = entriesOf(at(table, 'dependencies')).flatMap(({ key: role, value }) =>
    itemsOf(value).flatMap((item) => {
      const node = at(item, 'component');
      return node === undefined ? [] : [{ node, key: `${key}.dependencies.${role}` }];
    }),
  );
  const handler = at(table, 'component');
  return [...specsOf(table, key), ...dependencies].flatMap(({ node, key: path }) =>
    node.kind === 'string' ? [{ node, key: path, isHandler: node === handler }] : [],
  );
}

/** Components that stand where their id would, with the ids that Spin gives them (`normalize_inline_components`). */
function inlineComponents(
  triggers: readonly Trigger[],
  named: readonly Component[],
): readonly Component[] {
  const given = new GivenIds(named.map(({ id }) => id));
  return triggers.flatMap((trigger) => {
    const specs = specsOf(trigger.table, trigger.key);
    return specs.flatMap(({ node, key }) => {
      if (node.kind !== 'table') return [];
      const natural = `${trigger.id}-component`;
      const isFree = specs.length === 1 && kebabProblem(natural) === undefined;
      const id = (isFree ? given.take(natural) : undefined) ?? given.next('inline-component');
      return [{ id, key, span: node.span, table: node, inline: true }];
    });
  });
}

/** What stands for components in a trigger. */
function specsOf(table: TomlTable, key: string): readonly { node: TomlNode; key: string }[] {
  const component = at(table, 'component');
  const more = entriesOf(at(table, 'components')).flatMap(({ key: name, value }) =>
    (value.kind === 'array' ? value.items : [value]).map((node) => ({
      node,
      key: `${key}.components.${name}`,
    })),
  );
  return [
    ...(component === undefined ? [] : [{ node: component, key: `${key}.component` }]),
    ...more,
  ];
}
