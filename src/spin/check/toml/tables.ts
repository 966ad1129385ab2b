/** How keys make tables, and which they may not add to: by the state that `toml_edit` 0.22 keeps, which is `toml` 0.8's. */
import { tomlKey } from '../../print.ts';
import type { Span, TomlArray, TomlEntry, TomlNode } from './node.ts';

/** A part of a dotted key. */
export interface KeyPart {
  readonly name: string;
  readonly span: Span;
}

/** A table that is still being read. */
export interface OpenTable {
  readonly kind: 'table';
  span: Span;
  readonly entries: Map<string, TomlEntry>;
  /** Of braces: closed for everything that stands outside of them. */
  readonly isInline: boolean;
  /** It is only there because a longer key names it. */
  isImplicit: boolean;
  /** That longer key is no header. */
  isDotted: boolean;
}

/** `[[a]]` */
interface TableArray extends TomlArray {
  readonly items: OpenTable[];
}

export function openTable(span: Span, options: Partial<OpenTable> = {}): OpenTable {
  const made = { isInline: false, isImplicit: false, isDotted: false, ...options };
  return { kind: 'table', span, entries: new Map(), ...made };
}

/** What is wrong with a key. */
export class KeyProblem extends Error {}

/**
 * The table that a path leads to, made where it isn't there; of an array of tables the last.
 *
 * @throws KeyProblem when there is something else, or a table that is closed
 */
export function descend(table: OpenTable, path: readonly KeyPart[], isDotted: boolean): OpenTable {
  let open = table;
  for (const [index, { name, span: place }] of path.entries()) {
    const there = open.entries.get(name)?.value;
    if (there === undefined) {
      const { isInline } = table;
      const made = openTable(place, { isInline, isImplicit: true, isDotted });
      open.entries.set(name, { key: name, span: place, value: made });
      open = made;
    } else if (isTableArray(there)) {
      open = there.items.at(-1) ?? open;
    } else if (isOpen(there, table)) {
      if (isDotted && !there.isImplicit) throw duplicate(name);
      open = there;
    } else {
      const dotted = dottedName(path.slice(0, index + 1));
      throw new KeyProblem(
        `dotted key \`${dotted}\` attempted to extend non-table type (${typeName(there)})`,
      );
    }
  }
  return open;
}

function isTableArray(node: TomlNode): node is TableArray {
  return node.kind === 'array' && ARRAYS_OF_TABLES.has(node);
}

/** What headers made, told from arrays of inline tables. */
const ARRAYS_OF_TABLES = new WeakSet<TomlArray>();

function isOpen(node: TomlNode, from: OpenTable): node is OpenTable {
  return node.kind === 'table' && (node as OpenTable).isInline === from.isInline;
}

function typeName({ kind }: TomlNode): string {
  return kind === 'table' ? 'inline table' : kind;
}

/** @param where - the table; without it the message has none */
function duplicate(name: string, where?: readonly KeyPart[]): KeyProblem {
  if (where === undefined) return new KeyProblem(`duplicate key \`${name}\``);
  const table = where.length === 0 ? 'document root' : `table \`${dottedName(where)}\``;
  return new KeyProblem(`duplicate key \`${name}\` in ${table}`);
}

function dottedName(path: readonly KeyPart[]): string {
  return path.map(({ name }) => name).join('.');
}

/**
 * `a.b = value` within a table.
 *
 * @param where - the header above, when it may be named
 * @throws KeyProblem when the key is there already, or can't be
 */
export function assign(
  table: OpenTable,
  path: readonly KeyPart[],
  value: TomlNode,
  where?: readonly KeyPart[],
): void {
  const last = path.at(-1);
  if (last === undefined) return;
  const parents = path.slice(0, -1);
  const parent = descend(table, parents, true);
  const isMixed = parent.isDotted === (parents.length === 0);
  if (isMixed) throw duplicate(last.name);
  if (parent.entries.has(last.name)) throw duplicate(last.name, where);
  parent.entries.set(last.name, { key: last.name, span: last.span, value });
}

/**
 * `[a.b]`
 *
 * @throws KeyProblem when the table was there already
 */
export function startTable(root: OpenTable, path: readonly KeyPart[], span: Span): OpenTable {
  const { parent, last, parents } = parentOf(root, path);
  const there = parent.entries.get(last.name)?.value;
  if (there === undefined) {
    const made = openTable(span);
    parent.entries.set(last.name, { key: last.name, span: last.span, value: made });
    return made;
  }
  const isFree = isOpen(there, root) && there.isImplicit && !there.isDotted;
  if (!isFree) throw duplicate(tomlKey(last.name), parents);
  there.isImplicit = false;
  there.span = span;
  return there;
}

/**
 * `[[a.b]]`
 *
 * @throws KeyProblem when something else is there
 */
export function startArrayItem(root: OpenTable, path: readonly KeyPart[], span: Span): OpenTable {
  const { parent, last, parents } = parentOf(root, path);
  const there = parent.entries.get(last.name)?.value;
  const made = openTable(span);
  if (there === undefined) {
    const value: TableArray = { kind: 'array', span, items: [made] };
    ARRAYS_OF_TABLES.add(value);
    parent.entries.set(last.name, { key: last.name, span: last.span, value });
  } else if (isTableArray(there)) there.items.push(made);
  else throw duplicate(tomlKey(last.name), parents);
  return made;
}

function parentOf(root: OpenTable, path: readonly KeyPart[]) {
  const parents = path.slice(0, -1);
  const last = path.at(-1) ?? { name: '', span: root.span };
  return { parent: descend(root, parents, false), last, parents };
}
