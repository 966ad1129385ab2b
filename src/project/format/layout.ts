/**
 * Text before its lines are known: what `print` lays out after Wadler ("A prettier printer", 1998), in the form that
 * Prettier and Biome use. A group stays on one line when it fits, else all its own lines break.
 */
export type Layout = string | readonly Layout[] | Piece;

export type Piece =
  | { readonly kind: 'group'; readonly of: Layout; readonly broken: boolean }
  | { readonly kind: 'indent'; readonly of: Layout }
  | { readonly kind: 'line'; readonly flat: string }
  | { readonly kind: 'ifBroken'; readonly of: string }
  | { readonly kind: 'following'; readonly of: Layout }
  | { readonly kind: 'fill'; readonly of: readonly string[] };

export function group(of: Layout, broken = false): Layout {
  return { kind: 'group', of, broken };
}

export function indent(of: Layout): Layout {
  return { kind: 'indent', of };
}

/** A line break in a broken group; in a flat one nothing. */
export const softline: Layout = { kind: 'line', flat: '' };

/** A line break in a broken group; in a flat one a blank. */
export const spaceOrLine: Layout = { kind: 'line', flat: ' ' };

/** Text that stands only in a broken group. */
export function ifBroken(of: string): Layout {
  return { kind: 'ifBroken', of };
}

/** What follows `=` or `:`: after a blank, or indented on its own line when not even its beginning fits. */
export function following(of: Layout): Layout {
  return { kind: 'following', of };
}

/** Items with commas, in a broken group as many on a line as fit. */
export function fill(of: readonly string[]): Layout {
  return { kind: 'fill', of };
}

export interface Bracketing {
  /** Break even when it would fit. */
  readonly broken?: boolean;
  /** Blanks inside the brackets, as `{ a: 1 }` has them. */
  readonly padded?: boolean;
  /** What stands behind the last item when broken; a comma when not given. */
  readonly trailing?: string;
}

/** `open items close` as one group: flat with `, ` between the items, or one item a line with a trailing comma. */
export function bracketed(
  open: string,
  items: readonly Layout[],
  close: string,
  { broken = false, padded = false, trailing = ',' }: Bracketing = {},
): Layout {
  if (items.length === 0) return `${open}${close}`;
  const edge = padded ? spaceOrLine : softline;
  const inner = items.flatMap((item, index) => (index === 0 ? [item] : [',', spaceOrLine, item]));
  return group([open, indent([edge, ...inner]), ifBroken(trailing), edge, close], broken);
}
