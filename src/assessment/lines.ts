/** Lines of a terminal report, none wider than it. */
import { printable } from '../text/quote.ts';
import { wrap } from '../text/wrap.ts';

const WIDTH = 96;

/** A text after a mark, its further lines below its first word. */
export function hanging(mark: string, text: string): readonly string[] {
  const indent = 2 + mark.length;
  return wrap(printable(text), WIDTH - indent).map(
    (line, index) => (index === 0 ? `  ${mark}` : ' '.repeat(indent)) + line,
  );
}

/** A text whose lines are all indented. */
export function paragraph(text: string, indent: number): readonly string[] {
  return wrap(printable(text), WIDTH - indent).map((line) => ' '.repeat(indent) + line);
}
