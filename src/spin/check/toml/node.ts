/** A TOML document whose values know where they stand (TOML 1.0.0). */
import { tomlKey } from '../../print.ts';
import { rustString } from '../../rust-text.ts';

/** A position in the text, both from 1; columns count characters. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Span {
  readonly start: Place;
  readonly end: Place;
}

export type TomlNode = TomlTable | TomlArray | TomlString | TomlScalar;

export interface TomlTable {
  readonly kind: 'table';
  /** Of a `[table]` its header, of an inline table its braces. */
  readonly span: Span;
  /** In the order of the text. */
  readonly entries: ReadonlyMap<string, TomlEntry>;
}

export interface TomlEntry {
  readonly key: string;
  /** The key where it is written first. */
  readonly span: Span;
  readonly value: TomlNode;
}

export interface TomlArray {
  readonly kind: 'array';
  readonly span: Span;
  readonly items: readonly TomlNode[];
}

export interface TomlString {
  readonly kind: 'string';
  readonly span: Span;
  readonly value: string;
}

/** A value whose type matters here, not what it is worth. */
export interface TomlScalar {
  readonly kind: 'integer' | 'float' | 'boolean' | 'datetime';
  readonly span: Span;
  /** As messages show it: `1`, `1.5`, `true`. */
  readonly text: string;
}

/** The value under a key, when `node` is a table that has it. */
export function at(node: TomlNode | undefined, key: string): TomlNode | undefined {
  return entryAt(node, key)?.value;
}

/** The entry under a key, when `node` is a table that has it. */
export function entryAt(node: TomlNode | undefined, key: string): TomlEntry | undefined {
  return node?.kind === 'table' ? node.entries.get(key) : undefined;
}

/** The entries of a table; of anything else none. */
export function entriesOf(node: TomlNode | undefined): readonly TomlEntry[] {
  return node?.kind === 'table' ? [...node.entries.values()] : [];
}

/** The items of an array; of anything else none. */
export function itemsOf(node: TomlNode | undefined): readonly TomlNode[] {
  return node?.kind === 'array' ? node.items : [];
}

/** The strings of an array; what is no string is told elsewhere. */
export function stringsOf(node: TomlNode | undefined): readonly TomlString[] {
  return itemsOf(node).filter((item) => item.kind === 'string');
}

/** The text of a string; of anything else `undefined`. */
export function textOf(node: TomlNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.value : undefined;
}

/** Deeper values are cut off: dotted keys in braces nest thousands of levels within the parser's limits. */
const DEEPEST_SHOWN = 80;

/** A value as TOML on one line, as Spin's messages show it. */
export function tomlText(node: TomlNode, depth = 0): string {
  if (depth > DEEPEST_SHOWN) return '…';
  const inside = (value: TomlNode) => tomlText(value, depth + 1);
  if (node.kind === 'string') return rustString(node.value);
  if (node.kind === 'array') return `[${node.items.map(inside).join(', ')}]`;
  if (node.kind !== 'table') return node.text;
  const entries = entriesOf(node).map(({ key, value }) => `${tomlKey(key)} = ${inside(value)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
