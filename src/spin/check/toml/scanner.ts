import { type Context, TomlRefusal } from './refusal.ts';

/** A text, and how far it has been read. */
export class Scanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The next UTF-16 unit; empty at the end. */
  get next(): string {
    return this.text.charAt(this.at);
  }

  /** @param pattern - sticky; what it doesn't match is empty */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const taken = pattern.exec(this.text)?.[0] ?? '';
    this.at += taken.length;
    return taken;
  }

  has(words: string): boolean {
    return this.text.startsWith(words, this.at);
  }

  eat(words: string): boolean {
    const found = this.has(words);
    if (found) this.at += words.length;
    return found;
  }

  newline(): boolean {
    return this.eat('\n') || this.eat('\r\n');
  }

  skipSpaces(): void {
    this.take(/[ \t]*/y);
  }

  /** `#` to the end of the line, without the line break. */
  comment(): boolean {
    return this.take(/#[\t\x20-\x7e\x80-\uffff]*/y) !== '';
  }

  /** The rest of a line: spaces, a comment, and a line break or the end of the file. */
  endLine(context: Context): void {
    this.skipSpaces();
    this.comment();
    if (!this.newline() && this.next !== '') this.refuse(context);
  }

  /** Gives up: here, unless it is said where. */
  refuse(context: Context, at = this.at): never {
    throw new TomlRefusal(context, at);
  }
}
