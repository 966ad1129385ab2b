/** A function from an offset into `text` to its line, from 1. */
export function lineFinder(text: string): (offset: number) => number {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}

/** Further from its beginning than this, a line is none that people write. */
const LONGEST_LINE = 1000;

/** Whether the line of an offset begins with a blank, as lines inside of functions do. */
export function isIndented(text: string, offset: number): boolean {
  const from = Math.max(offset - LONGEST_LINE, 0);
  const before = text.slice(from, offset).lastIndexOf('\n');
  const first = before < 0 && from > 0 ? undefined : text[from + before + 1];
  return first === ' ' || first === '\t';
}
