import { dateTime } from './dates.ts';
import type { Span, TomlNode } from './node.ts';
import { float, integer } from './numbers.ts';
import type { Places } from './places.ts';
import { type Context, TomlRefusal } from './refusal.ts';
import type { Scanner } from './scanner.ts';
import { singleLine, string } from './strings.ts';
import { assign, type KeyPart, KeyProblem, openTable } from './tables.ts';

/** What Spin's parser goes down to, in keys as in values ("recursion limit exceeded"). */
const DEEPEST = 80;
const STRING: Context = { label: 'string', expected: ['`"`', "`'`"] };
const TOO_DEEP: Context = { cause: 'recursion limit exceeded' };

/** Reads keys and values, from where a scanner stands. */
export class ValueReader {
  readonly #scanner: Scanner;
  readonly #places: Places;
  #depth = 0;

  constructor(scanner: Scanner, places: Places) {
    this.#scanner = scanner;
    this.#places = places;
  }

  /** `a."b".c` with the spaces around, or why no key is here. */
  key(): readonly KeyPart[] | TomlRefusal {
    const scanner = this.#scanner;
    const start = scanner.at;
    const first = this.#keyPart();
    if (first instanceof TomlRefusal) return first;
    const parts = [first];
    for (;;) {
      const before = scanner.at;
      const more = scanner.eat('.') ? this.#keyPart() : undefined;
      if (more === undefined || more instanceof TomlRefusal) {
        scanner.at = before;
        break;
      }
      parts.push(more);
    }
    if (parts.length < DEEPEST) return parts;
    scanner.at = start;
    return new TomlRefusal(TOO_DEEP, start);
  }

  #keyPart(): KeyPart | TomlRefusal {
    const scanner = this.#scanner;
    scanner.skipSpaces();
    const start = scanner.at;
    const isQuoted = scanner.has('"') || scanner.has("'");
    const name = isQuoted ? singleLine(scanner) : scanner.take(/[A-Za-z0-9_-]+/y);
    if (!isQuoted && name === '') return new TomlRefusal({ label: 'key' }, start);
    const span = this.#places.span(start, scanner.at);
    scanner.skipSpaces();
    return { name, span };
  }

  /** `= value` after a key. */
  assigned(): TomlNode {
    if (!this.#scanner.eat('=')) this.#scanner.refuse({ expected: ['`.`', '`=`'] });
    this.#scanner.skipSpaces();
    const value = this.value();
    if (value instanceof TomlRefusal) throw value;
    return value;
  }

  /** A value, or why none is here. */
  value(): TomlNode | TomlRefusal {
    const start = this.#scanner.at;
    const made = this.#valueOf(this.#scanner.next);
    if (made instanceof TomlRefusal) return made;
    return { ...made, span: this.#places.span(start, this.#scanner.at) } as TomlNode;
  }

  #valueOf(first: string): WithoutSpan | TomlRefusal {
    const scanner = this.#scanner;
    if (first === '"' || first === "'") return { kind: 'string', value: string(scanner) };
    if (first === '[') return this.#nested(() => this.#array());
    if (first === '{') return this.#nested(() => this.#inlineTable());
    if (/[+\-0-9]/.test(first)) return number(scanner);
    if (first === '_') return leadingDigit('integer', scanner.at);
    if (first === '.') return leadingDigit('floating-point number', scanner.at);
    if (first === 't' || first === 'f') {
      const text = first === 't' ? 'true' : 'false';
      return scanner.eat(text) ? { kind: 'boolean', text } : scanner.refuse(STRING);
    }
    const text = first === 'i' || first === 'n' ? float(scanner) : undefined;
    if (text !== undefined) return { kind: 'float', text };
    return new TomlRefusal(first === '' ? {} : STRING, scanner.at);
  }

  #nested(read: () => WithoutSpan): WithoutSpan {
    this.#depth += 1;
    if (this.#depth >= DEEPEST) this.#scanner.refuse(TOO_DEEP);
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #array(): WithoutSpan {
    const scanner = this.#scanner;
    scanner.at += 1;
    const items: TomlNode[] = [];
    if (!scanner.eat(']')) {
      this.#items(items);
      if (items.length > 0) scanner.eat(',');
      const refusal = this.#blank();
      if (refusal !== undefined) throw refusal;
      if (!scanner.eat(']')) scanner.refuse({ label: 'array', expected: ['`]`'] });
    }
    return { kind: 'array', items };
  }

  /** As far as items can be read; then the scanner stands where the first that can't be begins, or its comma. */
  #items(items: TomlNode[]): void {
    const scanner = this.#scanner;
    for (let before = scanner.at; ; before = scanner.at) {
      if (items.length > 0 && !scanner.eat(',')) return;
      const item = this.#blank() ?? this.value();
      const isItem = !(item instanceof TomlRefusal) && this.#blank() === undefined;
      if (!isItem) {
        scanner.at = before;
        return;
      }
      items.push(item);
    }
  }

  /** White space, line breaks and comments between items; or why they are none. */
  #blank(): TomlRefusal | undefined {
    const scanner = this.#scanner;
    for (let start = -1; start < scanner.at; ) {
      start = scanner.at;
      scanner.skipSpaces();
      const isComment = scanner.comment();
      if (scanner.newline()) continue;
      // The parser has taken the character that is no line break.
      const at = Math.min(scanner.at + 1, scanner.text.length);
      if (isComment || scanner.has('\r')) return new TomlRefusal({}, at);
      return undefined;
    }
    return undefined;
  }

  #inlineTable(): WithoutSpan {
    const scanner = this.#scanner;
    scanner.at += 1;
    const start = scanner.at;
    const pairs = this.#pairs();
    const table = openTable(this.#places.span(start - 1, start), { isInline: true });
    try {
      for (const { path, value } of pairs) assign(table, path, value);
    } catch (error) {
      if (!(error instanceof KeyProblem)) throw error;
      scanner.refuse({ cause: error.message }, start);
    }
    scanner.skipSpaces();
    if (!scanner.eat('}')) scanner.refuse({ label: 'inline table', expected: ['`}`'] });
    return table;
  }

  #pairs(): readonly { readonly path: readonly KeyPart[]; readonly value: TomlNode }[] {
    const scanner = this.#scanner;
    const pairs: { path: readonly KeyPart[]; value: TomlNode }[] = [];
    for (let before = scanner.at; ; before = scanner.at) {
      if (pairs.length > 0 && !scanner.eat(',')) return pairs;
      const path = this.key();
      if (path instanceof TomlRefusal) {
        scanner.at = before;
        return pairs;
      }
      pairs.push({ path, value: this.assigned() });
      scanner.skipSpaces();
    }
  }
}

type WithoutSpan = TomlNode extends infer Node
  ? Node extends { span: Span }
    ? Omit<Node, 'span'>
    : never
  : never;

function number(scanner: Scanner): WithoutSpan | TomlRefusal {
  const date = dateTime(scanner);
  if (date !== undefined) return { kind: 'datetime', text: date };
  const decimals = float(scanner);
  if (decimals !== undefined) return { kind: 'float', text: decimals };
  const text = integer(scanner);
  return text instanceof TomlRefusal ? text : { kind: 'integer', text };
}

function leadingDigit(label: string, at: number): TomlRefusal {
  return new TomlRefusal({ label, expected: ['leading digit'] }, at);
}
