import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { badInput, type Failure } from '../../../terminal/failure.ts';
import type { Place, Span, TomlArray, TomlEntry, TomlNode, TomlTable } from './node.ts';

/** Manifests have a few KB; the parser's time is bounded by this (measured: 3 s for a MB). */
export const LARGEST = 256 * 1024;
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
 * @throws Failure (code 2) with line and column: no TOML, more than 256 KB, nested too deeply
 */
export function readToml(text: string, name: string): TomlTable {
  if (text.length > LARGEST) {
    throw badInput(`The file is too large for a manifest: at most ${LARGEST / 1024} KB are read.`, {
      where: name,
    });
  }
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (hasLongKey(source)) throw tooDeep(name);
  const reader = new Reader(new Columns(source), name);
  return reader.document(parse(source, name));
}

function parse(text: string, name: string): AST.TOMLProgram {
  try {
    return parseTOML(text, { tomlVersion: '1.0' });
  } catch (error) {
    if (error instanceof ParseError) {
      const place = new Columns(text).place(error.lineNumber, error.column);
      throw notToml(`${error.message}.`, name, place, error);
    }
    // The parser recurses over nesting and spreads long strings.
    if (error instanceof RangeError) {
      throw tooDeep(name);
    }
    throw error;
  }
}

/** The parser's time grows with the square of a key's parts: longer ones don't get there. */
function hasLongKey(text: string): boolean {
  let parts = 0;
  let isAfterDot = false;
  for (const [token] of text.matchAll(/[\w-]+|"[^"\n]*"|'[^'\n]*'|[ \t]+|./gsu)) {
    if (/^[ \t]/u.test(token)) continue;
    if (token === '.') isAfterDot = true;
    else {
      parts = isAfterDot ? parts + 1 : 0;
      isAfterDot = false;
    }
    if (parts > DEEPEST) return true;
  }
  return false;
}

function tooDeep(name: string): Failure {
  return badInput('The file is no manifest: recursion limit exceeded', { where: name });
}

function notToml(reason: string, name: string, place: Place, cause?: unknown): Failure {
  return badInput(`The file is no TOML 1.0: ${reason}`, {
    where: `${name}:${place.line}:${place.column}`,
    hint: 'Spin reads TOML 1.0 (toml.io/en/v1.0.0).',
    cause,
  });
}

/** The parser counts UTF-16 units from 0; people and Rust count characters from 1. */
class Columns {
  readonly #lines: readonly string[];
  /** Where it was asked last: a line is gone through once, however many values it has. */
  #last = { line: 0, units: 0, characters: 0 };

  constructor(text: string) {
    this.#lines = text.split(/\r?\n/u);
  }

  place(line: number, units: number): Place {
    const text = this.#lines[line - 1] ?? '';
    const isAhead = this.#last.line === line && this.#last.units <= units;
    const from = isAhead ? this.#last : { units: 0, characters: 0 };
    const between = text.slice(from.units, units);
    // Behind the end of the line there is only the line break.
    const beyond = Math.max(0, units - Math.max(text.length, from.units));
    const characters = from.characters + [...between].length + beyond;
    this.#last = { line, units, characters };
    return { line, column: characters + 1 };
  }
}

class Reader {
  readonly #columns: Columns;
  readonly #name: string;

  constructor(columns: Columns, name: string) {
    this.#columns = columns;
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
      start: this.#columns.place(loc.start.line, loc.start.column),
      end: this.#columns.place(loc.end.line, loc.end.column),
    };
  }
}

function keyText(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}
