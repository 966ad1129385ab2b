import type { Component } from '../manifest/view.ts';
import { at, stringsOf, type TomlString } from '../toml/node.ts';

export interface HostEntry {
  readonly node: TomlString;
  readonly key: string;
}

/** The entries of a list of hosts. */
export function entriesIn({ table, key }: Component, list: string): readonly HostEntry[] {
  return stringsOf(at(table, list)).map((node, index) => ({
    node,
    key: `${key}.${list}[${index}]`,
  }));
}
