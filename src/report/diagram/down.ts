import type { Diagram } from './diagram.ts';
import {
  measured,
  merged,
  type Placed,
  type PlacedArrow,
  type PlacedNode,
  type PlacedTitle,
  TITLE_HEIGHT,
} from './layout.ts';

const WIDTH = 340;
const LANE = 14;
const BETWEEN_ROWS = 10;

/**
 * All nodes in one column, for narrow screens: every node that calls has a lane of its own at the left, and what arrows say
 * stands in the node that they lead to.
 */
export function layOutDown(diagram: Diagram): Placed {
  const arrows = merged(diagram);
  const sources = [...new Set(arrows.map(({ from }) => from))];
  const left = (sources.length + 1) * LANE;
  const titles: PlacedTitle[] = [];
  const nodes: PlacedNode[] = [];
  let y = 0;
  for (const layer of diagram.layers.filter((one) => one.nodes.length > 0)) {
    titles.push({ text: layer.title, x: left, y: y + 16 });
    y += TITLE_HEIGHT;
    for (const node of layer.nodes) {
      const said = arrows.filter(({ to }) => to === node.id).flatMap(({ labels }) => labels);
      const box = { ...measured(node, WIDTH - left, said), x: left, y };
      nodes.push(box);
      y += box.height + BETWEEN_ROWS;
    }
  }
  const byId = new Map(nodes.map((one) => [one.node.id, one]));
  return {
    width: WIDTH,
    height: y,
    nodes,
    titles,
    arrows: arrows.flatMap(({ from, to, line }): readonly PlacedArrow[] => {
      const [source, target] = [byId.get(from), byId.get(to)];
      if (source === undefined || target === undefined) return [];
      // The first to call has the outermost lane, so that no lane crosses its own end.
      const lane = (sources.indexOf(from) + 1) * LANE - LANE / 2;
      return [{ ...steps(source, target, lane), line, labels: [] }];
    }),
  };
}

function steps(from: PlacedNode, to: PlacedNode, lane: number) {
  // An arrow leaves below the middle and arrives above it: the two never lie on each other.
  const start = { x: from.x, y: from.y + from.height * 0.65 };
  const end = { x: to.x, y: to.y + to.height * 0.35 };
  const points = [start, { x: lane, y: start.y }, { x: lane, y: end.y }, end];
  return { shape: 'steps', points, middle: { x: lane, y: (start.y + end.y) / 2 } } as const;
}
