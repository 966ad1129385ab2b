/** How a language writes comments and strings. */
export interface Syntax {
  readonly line: '//' | '#';
  readonly block: boolean;
  /** Delimiters of strings, longest first. */
  readonly quotes: readonly string[];
  /** Delimiters whose strings know no escapes. */
  readonly raw?: readonly string[];
  /** Delimiters whose strings may hold `${code}`. */
  readonly template?: string;
  readonly regex?: boolean;
}

export const SYNTAX = {
  javascript: { line: '//', block: true, quotes: ["'", '"', '`'], template: '`', regex: true },
  java: { line: '//', block: true, quotes: ['"""', '"', "'"] },
  python: { line: '#', block: false, quotes: ['"""', "'''", '"', "'"] },
  go: { line: '//', block: true, quotes: ['"', "'", '`'], raw: ['`'] },
} as const satisfies Record<string, Syntax>;

export interface Lexed {
  /** The source with comments and the content of strings blanked; offsets stay. */
  readonly code: string;
  /** The source with comments blanked; offsets stay. */
  readonly text: string;
}

/** Tells code from comments and strings. A cheap reading: what it can't close it blanks to the end of the line. */
export function lex(source: string, syntax: Syntax): Lexed {
  return new Lexer(source, syntax).run();
}

const REGEX_MAY_FOLLOW = /(?:^|[(,=:[!&|?{};+*%~^<>-]|\b(?:return|typeof|case|in|of))\s*$/u;

class Lexer {
  readonly #source: string;
  readonly #syntax: Syntax;
  readonly #code: string[] = [];
  readonly #text: string[] = [];
  /** Depth of braces at which each open `${` of a template ends. */
  readonly #templates: number[] = [];
  #braces = 0;
  #at = 0;

  constructor(source: string, syntax: Syntax) {
    this.#source = source;
    this.#syntax = syntax;
  }

  run(): Lexed {
    const { line, block, quotes, template } = this.#syntax;
    const stops = new RegExp(
      `${line}|${block ? '/\\*|' : ''}${quotes.map((quote) => quote).join('|')}|[{}]${this.#syntax.regex ? '|/' : ''}`,
      'gu',
    );
    while (this.#at < this.#source.length) {
      stops.lastIndex = this.#at;
      const stop = stops.exec(this.#source);
      this.#keep(stop?.index ?? this.#source.length);
      if (stop === null) break;
      const [found] = stop;
      if (found === line) this.#blank(this.#lineEnd());
      else if (found === '/*') this.#blank(this.#after('*/', this.#at + 2));
      else if (found === '/') this.#regex();
      else if (found === '{' || found === '}') this.#brace(found);
      else if (found === template) this.#template(1);
      else this.#string(found);
    }
    return { code: this.#code.join(''), text: this.#text.join('') };
  }

  #brace(brace: string): void {
    if (brace === '{') this.#braces += 1;
    else if (this.#templates.at(-1) === this.#braces) {
      this.#templates.pop();
      this.#template(1);
      return;
    } else this.#braces -= 1;
    this.#keep(this.#at + 1);
  }

  #string(quote: string): void {
    const isRaw = this.#syntax.raw?.includes(quote) ?? false;
    const spans = quote.length > 1 || isRaw;
    let end = this.#at + quote.length;
    while (end < this.#source.length && !this.#source.startsWith(quote, end)) {
      if (this.#source[end] === '\\' && !isRaw) end += 1;
      else if (this.#source[end] === '\n' && !spans) break;
      end += 1;
    }
    this.#quoted(quote.length, Math.min(end, this.#source.length), quote.length);
  }

  /** From a delimiter of `opening` characters to the next `${` or the template's end. */
  #template(opening: number): void {
    let end = this.#at + opening;
    while (end < this.#source.length && this.#source[end] !== '`') {
      if (this.#source[end] === '\\') end += 1;
      else if (this.#source.startsWith('${', end)) {
        this.#quoted(opening, end, 2);
        this.#templates.push(this.#braces);
        return;
      }
      end += 1;
    }
    this.#quoted(opening, Math.min(end, this.#source.length), 1);
  }

  #quoted(opening: number, end: number, closing: number): void {
    const from = this.#at + opening;
    this.#keep(from);
    const content = this.#source.slice(from, end);
    this.#code.push(blanked(content));
    this.#text.push(content);
    this.#at = end;
    this.#keep(Math.min(end + closing, this.#source.length));
  }

  #regex(): void {
    const before = this.#code.at(-1)?.slice(-20) ?? '';
    const literal = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.){0,300}\]){1,1000}\//uy;
    literal.lastIndex = this.#at;
    const found = REGEX_MAY_FOLLOW.test(before) ? literal.exec(this.#source) : null;
    if (found === null) this.#keep(this.#at + 1);
    else this.#quoted(1, this.#at + found[0].length - 1, 1);
  }

  #keep(end: number): void {
    const piece = this.#source.slice(this.#at, end);
    this.#code.push(piece);
    this.#text.push(piece);
    this.#at = end;
  }

  #blank(end: number): void {
    const piece = blanked(this.#source.slice(this.#at, end));
    this.#code.push(piece);
    this.#text.push(piece);
    this.#at = end;
  }

  #lineEnd(): number {
    const end = this.#source.indexOf('\n', this.#at);
    return end < 0 ? this.#source.length : end;
  }

  #after(text: string, from: number): number {
    const end = this.#source.indexOf(text, from);
    return end < 0 ? this.#source.length : end + text.length;
  }
}

function blanked(text: string): string {
  return text
    .split('\n')
    .map(({ length }) => ' '.repeat(length))
    .join('\n');
}
