import type { Place, Span } from './node.ts';

/** Lines and columns of a text by offset; columns count characters, as Rust does. */
export class Places {
  readonly #text: string;
  readonly #starts: readonly number[];
  /** Without characters of two UTF-16 units a column is a subtraction. */
  readonly #isPlain: boolean;
  /** Where it was asked last: a line is gone through once, however many values it has. */
  #last = { at: 0, line: 1, column: 1 };

  constructor(text: string) {
    this.#text = text;
    this.#starts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
    this.#isPlain = !/[\ud800-\udfff]/.test(text);
  }

  span(start: number, end: number): Span {
    return { start: this.place(start), end: this.place(end) };
  }

  /** @param at - in UTF-16 units */
  place(at: number): Place {
    const line = this.#lineOf(at);
    const start = this.#starts[line - 1] ?? 0;
    if (this.#isPlain) return { line, column: at - start + 1 };
    const isAhead = this.#last.line === line && this.#last.at <= at;
    const from = isAhead ? this.#last : { at: start, column: 1 };
    const column = from.column + [...this.#text.slice(from.at, at)].length;
    this.#last = { at, line, column };
    return { line, column };
  }

  /** The end of the text is on its last line with anything on it, where Spin has it too. */
  ofRefusal(at: number): Place {
    if (at < this.#text.length || at === 0) return this.place(at);
    const { line, column } = this.place(at - 1);
    return { line, column: column + 1 };
  }

  #lineOf(at: number): number {
    let low = 0;
    for (let high = this.#starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}
