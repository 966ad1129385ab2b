/**
 * A small pretty printer after Wadler ("A prettier printer", 1998), in the form Prettier and Biome use: a group stays on
 * one line when it fits, else all its own lines break. Emitted TypeScript comes out as Biome would format it.
 */
export type Layout =
  | string
  | readonly Layout[]
  | { readonly group: Layout; readonly broken?: boolean }
  | { readonly indent: Layout }
  /** A line break in a broken group; in a flat one its text. */
  | { readonly line: string }
  /** Text that stands only in a broken group. */
  | { readonly ifBroken: string }
  /** What follows `=` or `:`: after a space, or indented on its own line when not even its beginning fits. */
  | { readonly following: Layout }
  /** Items with commas, in a broken group as many on a line as fit. */
  | { readonly fill: readonly string[] };

export const LINE_WIDTH = 100;
export const softline: Layout = { line: '' };
export const spaceOrLine: Layout = { line: ' ' };

export interface Bracketing {
  /** Break even when it would fit. */
  readonly broken?: boolean;
  /** What stands between bracket and items on one line. */
  readonly padding?: string;
  /** What stands behind the last item when broken; a comma when not given. */
  readonly trailing?: string;
}

/** `open items close` as one group: flat with `, ` between the items, or one item a line with a trailing comma. */
export function bracketed(
  open: string,
  items: readonly Layout[],
  close: string,
  options: Bracketing = {},
): Layout {
  if (items.length === 0) return `${open}${close}`;
  const edge: Layout = { line: options.padding ?? '' };
  const inner = items.flatMap((item, index) => (index === 0 ? [item] : [',', spaceOrLine, item]));
  const last: Layout = { ifBroken: options.trailing ?? ',' };
  return {
    group: [open, { indent: [edge, ...inner] }, last, edge, close],
    broken: options.broken ?? false,
  };
}

/** The text of `layout` on one line, however long. */
export function flat(layout: Layout): string {
  const text: string[] = [];
  const stack: Layout[] = [layout];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') text.push(node);
    else if (isList(node)) stack.push(...node.toReversed());
    else if ('indent' in node) stack.push(node.indent);
    else if ('group' in node) stack.push(node.group);
    else if ('following' in node) stack.push([' ', node.following]);
    else if ('fill' in node) text.push(node.fill.join(', '));
    else if ('line' in node) text.push(node.line);
  }
  return text.join('');
}

/**
 * Lays `layout` out in lines of 100 columns.
 *
 * @param indentation - columns at which the text starts; broken lines are indented from there
 */
export function print(layout: Layout, indentation = 0): string {
  const output: string[] = [];
  let column = indentation;
  const stack: Work[] = [{ layout, indent: indentation, flat: false }];
  const write = (text: string) => {
    output.push(text);
    column += textWidth(text);
  };
  const breakLine = (indent: number) => {
    output.push(`\n${' '.repeat(indent)}`);
    column = indent;
  };
  for (let work = stack.pop(); work !== undefined; work = stack.pop()) {
    const { layout: node, indent, flat } = work;
    if (typeof node === 'string') write(node);
    else if (isList(node)) {
      for (const item of node.toReversed()) stack.push({ layout: item, indent, flat });
    } else if ('indent' in node) {
      stack.push({ layout: node.indent, indent: indent + 2, flat });
    } else if ('ifBroken' in node) {
      if (!flat) stack.push({ layout: node.ifBroken, indent, flat });
    } else if ('line' in node) {
      if (flat) stack.push({ layout: node.line, indent, flat });
      else breakLine(indent);
    } else if ('fill' in node) {
      for (const [index, item] of node.fill.entries()) {
        const comma = index < node.fill.length - 1 ? ',' : '';
        if (index > 0 && !flat && column + item.length + 2 > LINE_WIDTH) breakLine(indent);
        else if (index > 0) write(' ');
        write(item + comma);
      }
    } else if ('following' in node) {
      const beside = [' ', node.following];
      if (flat || fitsIn(LINE_WIDTH - column, { layout: beside, indent, flat }, stack)) {
        stack.push({ layout: beside, indent, flat });
      } else {
        breakLine(indent + 2);
        stack.push({ layout: node.following, indent: indent + 2, flat });
      }
    } else {
      const fits =
        flat ||
        (!mustBreak(node) &&
          fitsIn(LINE_WIDTH - column, { ...work, layout: node.group, flat: true }, stack));
      stack.push({ layout: node.group, indent, flat: fits });
    }
  }
  return output.join('');
}

interface Work {
  readonly layout: Layout;
  readonly indent: number;
  readonly flat: boolean;
}

/** Whether `work`, and what follows it, fits in `width` columns up to the next place where the line may break. */
function fitsIn(width: number, work: Work, following: readonly Work[]): boolean {
  let left = width;
  let next = following.length;
  const stack: Work[] = [work];
  while (left >= 0) {
    const item = stack.pop() ?? following[--next];
    if (item === undefined) return true;
    const { layout: node, flat } = item;
    if (typeof node === 'string') left -= textWidth(node);
    else if (isList(node)) {
      for (const layout of node.toReversed()) stack.push({ ...item, layout });
    } else if ('indent' in node) stack.push({ ...item, layout: node.indent });
    else if ('fill' in node) left -= textWidth(node.fill.join(', '));
    else if ('ifBroken' in node) left -= flat ? 0 : textWidth(node.ifBroken);
    else if ('following' in node) stack.push({ ...item, layout: [' ', node.following] });
    else if ('group' in node) stack.push({ ...item, layout: node.group });
    else if (flat) left -= textWidth(node.line);
    else return true;
  }
  return false;
}

const breaking = new WeakMap<object, boolean>();

/** Whether a group is told to break, or holds one that is. Remembered: tables nest deep. */
function mustBreak(layout: Layout): boolean {
  if (typeof layout === 'string') return false;
  const known = breaking.get(layout);
  if (known !== undefined) return known;
  const answer = isList(layout)
    ? layout.some(mustBreak)
    : 'indent' in layout
      ? mustBreak(layout.indent)
      : 'following' in layout
        ? mustBreak(layout.following)
        : 'group' in layout && (layout.broken === true || mustBreak(layout.group));
  breaking.set(layout, answer);
  return answer;
}

/** `Array.isArray` does not narrow a readonly array out of a union. */
function isList(layout: Layout): layout is readonly Layout[] {
  return Array.isArray(layout);
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/gu;
const ZERO = /\p{Mn}|\p{Me}|\p{Cf}/gu;

/** Columns a text takes in a terminal: two for East Asian wide characters and emoji, none for combining marks. */
export function textWidth(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range, the common case
  if (/^[\x00-\x7f]*$/u.test(text)) return text.length;
  const marks = text.match(ZERO)?.length ?? 0;
  const wide = text.match(WIDE)?.length ?? 0;
  return [...text].length - marks + wide;
}
