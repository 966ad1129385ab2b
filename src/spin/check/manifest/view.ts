import { keyIn } from '../serde/shape.ts';
import {
  at,
  entriesOf,
  itemsOf,
  type Span,
  type TomlEntry,
  type TomlNode,
  type TomlString,
  type TomlTable,
  textOf,
} from '../toml/node.ts';

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
  const triggers = entriesOf(at(root, 'trigger')).flatMap(triggersOf);
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
    components: [...named, ...inlineComponents(triggers)],
  };
}

function triggersOf({ key: type, value }: TomlEntry): readonly Trigger[] {
  return itemsOf(value).flatMap((item, index) => {
    if (item.kind !== 'table') return [];
    const key = `${keyIn('trigger', type)}[${index}]`;
    const component = textOf(at(item, 'component'));
    const natural =
      component === undefined ? `${type}-trigger${index + 1}` : `${component}-${type}-trigger`;
    const id = textOf(at(item, 'id')) ?? natural;
    return [{ type, key, id, table: item, references: referencesOf(item, key) }];
  });
}

function referencesOf(table: TomlTable, key: string): readonly Reference[] {
  const reference = (node: TomlNode | undefined, path: string, isHandler: boolean) =>
    node?.kind === 'string' ? [{ node, key: path, isHandler }] : [];
  const more = entriesOf(at(table, 'components')).flatMap(({ key: name, value }) =>
    (value.kind === 'array' ? value.items : [value]).flatMap((node) =>
      reference(node, `${key}.components.${name}`, false),
    ),
  );
  const dependencies = entriesOf(at(table, 'dependencies')).flatMap(({ key: role, value }) =>
    itemsOf(value).flatMap((node) =>
      reference(at(node, 'component'), `${key}.dependencies.${role}`, false),
    ),
  );
  return [...reference(at(table, 'component'), `${key}.component`, true), ...more, ...dependencies];
}

/** Components that stand where their id would (`normalize_inline_components` of `crates/manifest`). */
function inlineComponents(triggers: readonly Trigger[]): readonly Component[] {
  return triggers.flatMap(({ table, id, key }) => {
    const component = at(table, 'component');
    if (component?.kind !== 'table') return [];
    const { span } = component;
    return [
      { id: `${id}-component`, key: `${key}.component`, span, table: component, inline: true },
    ];
  });
}
