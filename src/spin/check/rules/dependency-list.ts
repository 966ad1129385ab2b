import type { Component, Manifest } from '../manifest/view.ts';
import { keyIn } from '../serde/shape.ts';
import { at, entriesOf, type TomlEntry } from '../toml/node.ts';

/** A dependency of a component, as it is written. */
export interface Dependency {
  readonly component: Component;
  readonly entry: TomlEntry;
  readonly key: string;
}

export function dependenciesOf(component: Component): readonly Dependency[] {
  return entriesOf(at(component.table, 'dependencies')).map((entry) => ({
    component,
    entry,
    key: keyIn(`${component.key}.dependencies`, entry.key),
  }));
}

/** Those of all components. */
export function allDependencies({ components }: Manifest): readonly Dependency[] {
  return components.flatMap(dependenciesOf);
}
