import { columnsOf, wrap } from '../../text/wrap.ts';

const MOST_LINES = 2;

/**
 * A text in at most two lines of so many columns. A word that is too long keeps its end, which tells files apart; a text
 * that is too long loses its own.
 */
export function fitLines(text: string, columns: number): readonly string[] {
  const words = text.split(' ').map((word) => shortened(word, columns));
  const lines = wrap(words.join(' '), columns);
  if (lines.length <= MOST_LINES) return lines;
  const kept = lines.slice(0, MOST_LINES);
  return kept.map((line, index) => (index === MOST_LINES - 1 ? `${line}…` : line));
}

function shortened(word: string, columns: number): string {
  if (columnsOf(word) <= columns) return word;
  let end = word;
  while (columnsOf(end) > columns - 1) end = end.slice(1);
  return `…${end}`;
}
