import type { Checked } from '../questions/question.ts';
import { labelProblem, suggestId } from '../spin/ids.ts';
import { mdCode } from '../text/markdown.ts';
import { quote } from '../text/quote.ts';

/** A label of a key-value store or a SQLite database, as Spin takes it. */
export function checkLabel(text: string): Checked {
  const label = text.trim();
  if (labelProblem(label) === undefined) return { value: label };
  const proposal = suggestId(label, '-');
  return {
    problem: `${quote(text)} is no label: words of letters and digits in one case, parted by - or by _, each begins with a letter.`,
    ...(proposal !== undefined && { proposal }),
  };
}

/** For Markdown: the store `orders`, the stores `orders` and `cache`. */
export function labelled(what: string, labels: readonly string[]): string {
  const codes = labels.map(mdCode);
  const last = codes.pop();
  return codes.length === 0 ? `${what} ${last}` : `${what}s ${codes.join(', ')} and ${last}`;
}

/** For Markdown, how the code reaches those after the first; nothing where there is one. */
export function opened(open: string, labels: readonly string[]): string {
  const [, second] = labels;
  return second === undefined ? '' : `; ${mdCode(`${open}('${second}')`)} for another one`;
}
