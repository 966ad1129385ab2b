import type { Layout, Piece } from './layout.ts';

export const LINE_WIDTH = 100;

/**
 * Lays a layout out in lines of 100 columns.
 *
 * @param indentation - columns before its first character; broken lines are indented from there
 */
export function print(layout: Layout, indentation = 0): string {
  return new Printer(indentation).print({ layout, indentation, flat: false });
}

/** The text of a layout on one line, however long. */
export function printFlat(layout: Layout): string {
  return new Printer(0).print({ layout, indentation: 0, flat: true });
}

/** Something still to be printed, and how. */
interface Work {
  readonly layout: Layout;
  readonly indentation: number;
  readonly flat: boolean;
}

class Printer {
  private readonly output: string[] = [];
  /** A stack: tables nest deeper than calls may. */
  private readonly stack: Work[] = [];
  private column: number;

  constructor(column: number) {
    this.column = column;
  }

  print(first: Work): string {
    this.stack.push(first);
    for (let work = this.stack.pop(); work !== undefined; work = this.stack.pop()) {
      const { layout } = work;
      if (typeof layout === 'string') this.write(layout);
      else if ('kind' in layout) this.piece(layout, work);
      else pushAll(this.stack, layout, work);
    }
    return this.output.join('');
  }

  private piece(piece: Piece, work: Work): void {
    switch (piece.kind) {
      case 'group': {
        const flat = { ...work, layout: piece.of, flat: true };
        const fits = work.flat || (!mustBreak(piece) && this.fits(flat));
        this.stack.push(fits ? flat : { ...work, layout: piece.of });
        break;
      }
      case 'indent':
        this.stack.push({ ...work, layout: piece.of, indentation: work.indentation + 2 });
        break;
      case 'line':
        if (work.flat) this.write(piece.flat);
        else this.breakLine(work.indentation);
        break;
      case 'ifBroken':
        if (!work.flat) this.write(piece.of);
        break;
      case 'following':
        this.following(piece.of, work);
        break;
      case 'fill':
        this.fill(piece.of, work);
        break;
    }
  }

  private following(layout: Layout, work: Work): void {
    const beside = { ...work, layout: [' ', layout] };
    if (work.flat || this.fits(beside)) {
      this.stack.push(beside);
      return;
    }
    const indentation = work.indentation + 2;
    this.breakLine(indentation);
    this.stack.push({ ...work, layout, indentation });
  }

  private fill(items: readonly string[], { flat, indentation }: Work): void {
    for (const [index, item] of items.entries()) {
      const text = index < items.length - 1 ? `${item},` : item;
      // The last item has its comma too, from the brackets around.
      const full = this.column + textWidth(item) + 2 > LINE_WIDTH;
      if (index > 0 && full && !flat) this.breakLine(indentation);
      else if (index > 0) this.write(' ');
      this.write(text);
    }
  }

  /** Whether `work`, and what comes after it, fits up to the next place where the line may break. */
  private fits(work: Work): boolean {
    let left = LINE_WIDTH - this.column;
    let next = this.stack.length;
    const ahead: Work[] = [work];
    while (left >= 0) {
      const item = ahead.pop() ?? this.stack[--next];
      if (item === undefined) return true;
      const { layout, flat } = item;
      if (typeof layout === 'string') left -= textWidth(layout);
      else if (!('kind' in layout)) pushAll(ahead, layout, item);
      else if (layout.kind === 'line') {
        if (!flat) return true;
        left -= layout.flat.length;
      } else if (layout.kind === 'ifBroken') left -= flat ? 0 : layout.of.length;
      else if (layout.kind === 'fill') left -= textWidth(layout.of.join(', '));
      else if (layout.kind === 'following') ahead.push({ ...item, layout: [' ', layout.of] });
      else ahead.push({ ...item, layout: layout.of });
    }
    return false;
  }

  private write(text: string): void {
    this.output.push(text);
    this.column += textWidth(text);
  }

  private breakLine(indentation: number): void {
    this.output.push(`\n${' '.repeat(indentation)}`);
    this.column = indentation;
  }
}

function pushAll(stack: Work[], layouts: readonly Layout[], work: Work): void {
  for (const layout of layouts.toReversed()) stack.push({ ...work, layout });
}

const breaking = new WeakMap<object, boolean>();

/** Whether a group is told to break, or holds one that is. Remembered: each is asked once for every group around it. */
function mustBreak(layout: Layout): boolean {
  if (typeof layout === 'string') return false;
  const known = breaking.get(layout);
  if (known !== undefined) return known;
  const answer = 'kind' in layout ? pieceMustBreak(layout) : layout.some(mustBreak);
  breaking.set(layout, answer);
  return answer;
}

function pieceMustBreak(piece: Piece): boolean {
  if (piece.kind === 'group') return piece.broken || mustBreak(piece.of);
  return (piece.kind === 'indent' || piece.kind === 'following') && mustBreak(piece.of);
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/gu;
const MARKS = /\p{Mn}|\p{Me}|\p{Cf}/gu;

/** Columns that a text takes: two for East Asian wide characters and emoji, none for combining marks. */
export function textWidth(text: string): number {
  if (/^[ -~]*$/u.test(text)) return text.length;
  const marks = text.match(MARKS)?.length ?? 0;
  const wide = text.match(WIDE)?.length ?? 0;
  return [...text].length - marks + wide;
}
