import type { Diagram } from './diagram.ts';
import {
  measured,
  merged,
  type Placed,
  type PlacedArrow,
  type PlacedNode,
  TITLE_HEIGHT,
} from './layout.ts';

const WIDTH = 172;
const BETWEEN_ROWS = 16;
const GAP = 56;
const GAP_FOR_LABELS = 120;

/** Layers side by side, for wide screens and paper. */
export function layOutAcross(diagram: Diagram): Placed {
  const layers = diagram.layers.filter(({ nodes }) => nodes.length > 0);
  const arrows = merged(diagram);
  const gap = arrows.some(({ labels }) => labels.length > 0) ? GAP_FOR_LABELS : GAP;
  const columns = layers.map(({ nodes }) => nodes.map((node) => measured(node, WIDTH, [])));
  const tallest = Math.max(0, ...columns.map(heightOf));
  const placed = columns.flatMap((column, index) =>
    stacked(column, index * (WIDTH + gap), tallest),
  );
  const byId = new Map(placed.map((one) => [one.node.id, one]));
  return {
    width: layers.length * WIDTH + Math.max(0, layers.length - 1) * gap,
    height: TITLE_HEIGHT + tallest,
    nodes: placed,
    titles: layers.map(({ title }, index) => ({ text: title, x: index * (WIDTH + gap), y: 14 })),
    arrows: arrows.flatMap((arrow): readonly PlacedArrow[] => {
      const [from, to] = [byId.get(arrow.from), byId.get(arrow.to)];
      return from === undefined || to === undefined
        ? []
        : [{ ...curve(from, to), line: arrow.line, labels: arrow.labels }];
    }),
  };
}

function heightOf(nodes: readonly PlacedNode[]): number {
  const gaps = Math.max(0, nodes.length - 1) * BETWEEN_ROWS;
  return nodes.reduce((sum, { height }) => sum + height, gaps);
}

/** A column of nodes, in the middle of the tallest. */
function stacked(nodes: readonly PlacedNode[], x: number, tallest: number): readonly PlacedNode[] {
  let y = TITLE_HEIGHT + (tallest - heightOf(nodes)) / 2;
  return nodes.map((node) => {
    const placed = { ...node, x, y };
    y += node.height + BETWEEN_ROWS;
    return placed;
  });
}

function curve(from: PlacedNode, to: PlacedNode): Pick<PlacedArrow, 'shape' | 'points' | 'middle'> {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  const half = (start.x + end.x) / 2;
  return {
    shape: 'curve',
    points: [start, { x: half, y: start.y }, { x: half, y: end.y }, end],
    middle: { x: half, y: (start.y + end.y) / 2 },
  };
}
