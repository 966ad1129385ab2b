/** Where the parts of a diagram stand; nothing here knows of SVG. */
import type { Arrow, Diagram, DiagramNode } from './diagram.ts';
import { fitLines } from './lines.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode extends Box {
  readonly node: DiagramNode;
  readonly label: readonly string[];
  readonly detail: readonly string[];
}

export interface PlacedTitle {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedArrow {
  /** `curve`: a Bézier of four points. `steps`: straight lines. */
  readonly shape: 'curve' | 'steps';
  readonly points: readonly Point[];
  readonly line: Arrow['line'];
  readonly labels: readonly string[];
  /** Where the labels stand. */
  readonly middle: Point;
}

export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly titles: readonly PlacedTitle[];
  readonly arrows: readonly PlacedArrow[];
}

export const LABEL_LINE = 17;
export const DETAIL_LINE = 15;
const PADDING = 10;
export const TITLE_HEIGHT = 26;

/** Pixels of a column of text: labels in 14, details in 12 pixels of a sans-serif font, with some air. */
const LABEL_COLUMN = 7.8;
const DETAIL_COLUMN = 6.8;

/** A node's lines in a box of a given width, at the origin. */
export function measured(node: DiagramNode, width: number, more: readonly string[]): PlacedNode {
  const room = width - 2 * PADDING;
  const label = fitLines(node.label, Math.floor(room / LABEL_COLUMN));
  const detail = [node.detail ?? '', ...more]
    .filter((text) => text !== '')
    .flatMap((text) => fitLines(text, Math.floor(room / DETAIL_COLUMN)));
  const height = 2 * PADDING + label.length * LABEL_LINE + detail.length * DETAIL_LINE;
  return { node, label, detail, x: 0, y: 0, width, height };
}

/** Arrows between the same two nodes are drawn as one, with all their labels. */
export function merged({
  arrows,
}: Diagram): readonly (Arrow & { readonly labels: readonly string[] })[] {
  const byEnds = new Map<string, Arrow & { readonly labels: readonly string[] }>();
  for (const arrow of arrows) {
    const key = `${arrow.from} ${arrow.to}`;
    const labels = [
      ...(byEnds.get(key)?.labels ?? []),
      ...((arrow.label ?? '') ? [arrow.label ?? ''] : []),
    ];
    byEnds.set(key, { ...(byEnds.get(key) ?? arrow), labels });
  }
  return [...byEnds.values()];
}
