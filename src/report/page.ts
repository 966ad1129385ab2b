/** A report as its printers see it: what is said, not how it looks. Every text is plain; printers encode it. */
import type { Lang } from '../messages/lang.ts';
import type { Diagram } from './diagram/diagram.ts';

/** A piece of a line. Blanks between pieces are part of them. */
export type Inline =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly link: string; readonly url: string };

export type Text = readonly Inline[];

export interface ListItem {
  readonly text: Text;
  /** To copy into a shell. */
  readonly command?: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Text }
  /** What a reader must not miss. */
  | { readonly kind: 'callout'; readonly tone: Tone; readonly text: Text }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly Row[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | { readonly kind: 'figure'; readonly diagram: Diagram }
  /** Blocks that a later step replaces, between marks of this name. */
  | { readonly kind: 'region'; readonly name: string; readonly blocks: readonly Block[] };

export type Tone = 'good' | 'mixed' | 'bad';
export type Row = readonly Text[];

export interface Page {
  readonly lang: Lang;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export function heading(level: 2 | 3 | 4, text: string): Block {
  return { kind: 'heading', level, text };
}

export function paragraph(...text: Text): Block {
  return { kind: 'paragraph', text };
}

export function table(columns: readonly string[], rows: readonly Row[]): Block {
  return { kind: 'table', columns, rows };
}

export function bullets(items: readonly Text[]): Block {
  return { kind: 'list', ordered: false, items: items.map((text) => ({ text })) };
}

/** A heading and what stands below it; nothing when nothing does. */
export function section(
  level: 2 | 3 | 4,
  title: string,
  blocks: readonly Block[],
): readonly Block[] {
  return blocks.length === 0 ? [] : [heading(level, title), ...blocks];
}

/** Pieces of text with a separator between each two. */
export function joined(pieces: readonly Inline[], separator: string): Text {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]));
}
