import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { badInput, type Failure } from '../../../terminal/failure.ts';
import type { Place, Span, TomlArray, TomlEntry, TomlNode, TomlTable } from './node.ts';

/** Manifests have a few KB; the parser's time is bounded by this (measured: 3 s for a MB). */
export const LARGEST = 512 * 1024;
/** What the parser of Spin goes down to (`toml` 0.8, "recursion limit exceeded"). */
const DEEPEST = 80;

/** A table that is still being read. */
interface OpenTable {
  readonly kind: 'table';
  span: Span;
  readonly entries: Map<string, TomlEntry>;
}

/**
 * Reads TOML 1.0.0, which is what Spin reads.
 *
 * @param name - what messages call the file
 * @throws Failure (code 2) with line and column: no TOML, more than 512 KB, nested too deeply
 */
export function readToml(text: string, name: string): TomlTable {
  if (text.length > LARGEST) {
    throw badInput(`The file is too large for a manifest: at most ${LARGEST / 1024} KB are read.`, {
      where: name,
    });
  }
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const reader = new Reader(source.split(/\r?\n/u), name);
  return reader.document(parse(source, name));
}

function parse(text: string, name: string): AST.TOMLProgram {
  try {
    return parseTOML(text, { tomlVersion: '1.0' });
  } catch (error) {
    if (error instanceof ParseError) {
      const place = placeIn(text.split(/\r?\n/u), error.lineNumber, error.column);
      throw notToml(`${error.message}.`, name, place, error);
    }
    // The parser recurses over nesting and spreads long strings.
    if (error instanceof RangeError) {
      throw badInput('The file is no manifest: recursion limit exceeded', { where: name });
    }
    throw error;
  }
}

function notToml(reason: string, name: string, place: Place, cause?: unknown): Failure {
  return badInput(`The file is no TOML 1.0: ${reason}`, {
    where: `${name}:${place.line}:${place.column}`,
    hint: 'Spin reads TOML 1.0 (toml.io/en/v1.0.0).',
    cause,
  });
}

/** The parser counts UTF-16 units from 0; people and Rust count characters from 1. */
function placeIn(lines: readonly string[], line: number, column: number): Place {
  const before = lines[line - 1]?.slice(0, column) ?? '';
  return { line, column: before.length < column ? column + 1 : [...before].length + 1 };
}

class Reader {
  readonly #lines: readonly string[];
  readonly #name: string;

  constructor(lines: readonly string[], name: string) {
    this.#lines = lines;
    this.#name = name;
  }

  document(program: AST.TOMLProgram): TomlTable {
    const start = { line: 1, column: 1 };
    const root: OpenTable = { kind: 'table', span: { start, end: start }, entries: new Map() };
    for (const part of program.body[0].body) {
      if (part.type === 'TOMLKeyValue') this.#assign(root, part, 0);
      else this.#table(root, part);
    }
    return root;
  }

  /** `[a.b]` and `[[a.b]]` with what stands below. */
  #table(root: OpenTable, table: AST.TOMLTable): void {
    const { keys } = table.key;
    const span = this.#header(table);
    const parent = keys.slice(0, -1).reduce((open, key) => this.#enter(open, key, span), root);
    const last = keys.at(-1);
    if (last === undefined) return;
    const open =
      table.kind === 'array' ? this.#append(parent, last, span) : this.#enter(parent, last, span);
    // A table that was made by `[a.b]` before `[a]` gets its own header.
    if (table.kind === 'standard') open.span = span;
    this.#checkDepth(keys.length, span);
    for (const line of table.body) this.#assign(open, line, keys.length);
  }

  #append(parent: OpenTable, key: AST.TOMLBare | AST.TOMLQuoted, span: Span): OpenTable {
    const name = keyText(key);
    const item: OpenTable = { kind: 'table', span, entries: new Map() };
    const entry = parent.entries.get(name);
    if (entry?.value.kind === 'array') {
      (entry.value.items as TomlNode[]).push(item);
    } else {
      const value: TomlArray = { kind: 'array', span, items: [item] };
      parent.entries.set(name, { key: name, span: this.#span(key), value });
    }
    return item;
  }

  /** The table under a key, made when it isn't there; of an array of tables the last. */
  #enter(parent: OpenTable, key: AST.TOMLBare | AST.TOMLQuoted, span: Span): OpenTable {
    const name = keyText(key);
    const there = parent.entries.get(name)?.value;
    const value = there?.kind === 'array' ? there.items.at(-1) : there;
    if (value?.kind === 'table') return value as OpenTable;
    const made: OpenTable = { kind: 'table', span, entries: new Map() };
    parent.entries.set(name, { key: name, span: this.#span(key), value: made });
    return made;
  }

  #assign(table: OpenTable, line: AST.TOMLKeyValue, depth: number): void {
    const { keys } = line.key;
    const span = this.#span(line.key);
    const parent = keys.slice(0, -1).reduce((open, key) => this.#enter(open, key, span), table);
    const last = keys.at(-1);
    if (last === undefined) return;
    const value = this.#value(line.value, depth + keys.length);
    const name = keyText(last);
    parent.entries.set(name, { key: name, span: this.#span(last), value });
  }

  #value(node: AST.TOMLContentNode, depth: number): TomlNode {
    const span = this.#span(node);
    this.#checkDepth(depth, span);
    if (node.type === 'TOMLArray') {
      return {
        kind: 'array',
        span,
        items: node.elements.map((item) => this.#value(item, depth + 1)),
      };
    }
    if (node.type === 'TOMLInlineTable') {
      const table: OpenTable = { kind: 'table', span, entries: new Map() };
      for (const line of node.body) this.#assign(table, line, depth);
      return table;
    }
    if (node.kind === 'string') return { kind: 'string', span, value: node.value };
    if (node.kind === 'integer') return this.#integer(node, span);
    if (node.kind === 'float') return this.#float(node, span);
    if (node.kind === 'boolean') return { kind: 'boolean', span, text: String(node.value) };
    return { kind: 'datetime', span, text: node.datetime };
  }

  #integer(node: AST.TOMLIntegerValue, span: Span): TomlNode {
    if (BigInt.asIntN(64, node.bigint) !== node.bigint) {
      throw notToml('number too large to fit in target type', this.#name, span.start);
    }
    return { kind: 'integer', span, text: String(node.bigint) };
  }

  #float({ value, number }: AST.TOMLFloatValue, span: Span): TomlNode {
    if (!Number.isFinite(value) && /\d/u.test(number)) {
      throw notToml('invalid floating-point number', this.#name, span.start);
    }
    const text = Number.isInteger(value) ? `${value}.0` : String(value);
    return { kind: 'float', span, text: text.replace('Infinity', 'inf') };
  }

  #checkDepth(depth: number, { start }: Span): void {
    if (depth > DEEPEST) throw notToml('recursion limit exceeded', this.#name, start);
  }

  /** `[a.b]`, without what stands below. */
  #header(table: AST.TOMLTable): Span {
    const { start } = this.#span(table);
    const brackets = table.kind === 'array' ? 2 : 1;
    const { line, column } = this.#span(table.key).end;
    return { start, end: { line, column: column + brackets } };
  }

  #span({ loc }: { readonly loc: AST.SourceLocation }): Span {
    return {
      start: placeIn(this.#lines, loc.start.line, loc.start.column),
      end: placeIn(this.#lines, loc.end.line, loc.end.column),
    };
  }
}

function keyText(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}
