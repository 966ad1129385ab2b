import type { TomlTable } from './node.ts';
import { Places } from './places.ts';
import { type Context, TomlRefusal } from './refusal.ts';
import { Scanner } from './scanner.ts';
import {
  assign,
  type KeyPart,
  KeyProblem,
  openTable,
  startArrayItem,
  startTable,
} from './tables.ts';
import { ValueReader } from './values.ts';

/**
 * Reads TOML 1.0 as Spin does: what the crate `toml` 0.8 (`toml_edit` 0.22) takes is taken, what it refuses is refused
 * where it does and in its words.
 *
 * @param text - without a byte order mark
 * @throws TomlRefusal
 */
export function readToml(text: string): TomlTable {
  return new Document(text).read();
}

const LINE_END: Context = { expected: ['newline', '`#`'] };
const HEADER = 'table header';

class Document {
  readonly #scanner: Scanner;
  readonly #places: Places;
  readonly #values: ValueReader;
  readonly #root: ReturnType<typeof openTable>;
  /** What the last header opened. */
  #table: ReturnType<typeof openTable>;
  #path: readonly KeyPart[] = [];

  constructor(text: string) {
    this.#scanner = new Scanner(text);
    this.#places = new Places(text);
    this.#values = new ValueReader(this.#scanner, this.#places);
    this.#root = openTable(this.#places.span(0, 0));
    this.#table = this.#root;
  }

  read(): TomlTable {
    const scanner = this.#scanner;
    for (scanner.skipSpaces(); scanner.next !== ''; scanner.skipSpaces()) this.#line(scanner.next);
    return this.#root;
  }

  #line(first: string): void {
    const scanner = this.#scanner;
    if (first === '[') this.#header();
    else if (first === '#') scanner.endLine({});
    else if (first !== '\n' && first !== '\r') this.#pair();
    else if (!scanner.newline()) scanner.refuse({});
  }

  /** `a.b = value` */
  #pair(): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    const path = this.#values.key();
    if (path instanceof TomlRefusal) throw path;
    const value = this.#values.assigned();
    scanner.endLine(LINE_END);
    this.#unless(start, {}, () => assign(this.#table, path, value, this.#path));
  }

  /** `[a.b]` or `[[a.b]]` */
  #header(): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    // The parser looks two bytes ahead.
    if (start + 1 === scanner.text.length) scanner.refuse({ label: HEADER });
    const [open, close] = scanner.has('[[') ? ['[[', ']]'] : ['[', ']'];
    scanner.at += open.length;
    const path = this.#values.key();
    if (path instanceof TomlRefusal) {
      throw new TomlRefusal({ label: HEADER, ...path.context }, path.at);
    }
    if (!scanner.eat(close)) scanner.refuse({ label: HEADER, expected: ['`.`', `\`${close}\``] });
    const span = this.#places.span(start, scanner.at);
    scanner.endLine({ label: HEADER, ...LINE_END });
    this.#unless(start, { label: HEADER }, () => {
      const begin = open === '[[' ? startArrayItem : startTable;
      this.#table = begin(this.#root, path, span);
      this.#path = path;
    });
  }

  /** Does what a line says; what is wrong with its key is told of the whole line. */
  #unless(start: number, context: Context, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof KeyProblem)) throw error;
      this.#scanner.refuse({ ...context, cause: error.message }, start);
    }
  }
}
