import { htmlText } from '../../text/html.ts';
import { layOutAcross } from '../diagram/across.ts';
import type { Diagram } from '../diagram/diagram.ts';
import { layOutDown } from '../diagram/down.ts';
import {
  DETAIL_LINE,
  LABEL_LINE,
  type Placed,
  type PlacedArrow,
  type PlacedNode,
} from '../diagram/layout.ts';

/**
 * The diagram twice: across for wide screens and paper, down for narrow ones; style shows one of them.
 *
 * @param id - unique in the page
 */
export function figure(diagram: Diagram, id: string): string {
  return [
    '<figure>',
    svg(layOutAcross(diagram), diagram, `${id}-across`, 'across'),
    svg(layOutDown(diagram), diagram, `${id}-down`, 'down'),
    `<figcaption>${htmlText(diagram.title)}</figcaption>`,
    '</figure>',
  ].join('\n');
}

const EDGE = 4;

function svg(placed: Placed, diagram: Diagram, id: string, className: string): string {
  const { width, height, nodes, titles, arrows } = placed;
  const box = `${-EDGE} ${-EDGE} ${width + 2 * EDGE} ${height + 2 * EDGE}`;
  return [
    `<svg class="${className}" role="img" aria-labelledby="${id}-title ${id}-says" viewBox="${box}" width="${width + 2 * EDGE}" height="${height + 2 * EDGE}">`,
    `<title id="${id}-title">${htmlText(diagram.title)}</title>`,
    `<desc id="${id}-says">${htmlText(inWords(diagram))}</desc>`,
    `<defs><marker id="${id}-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>`,
    ...arrows.map((arrow) => arrowPath(arrow, `${id}-tip`)),
    ...titles.map(
      ({ x, y, text }) => `<text class="layer" x="${x}" y="${y}">${htmlText(text)}</text>`,
    ),
    ...nodes.map(nodeGroup),
    ...arrows.flatMap(arrowLabels),
    '</svg>',
  ].join('\n');
}

/** What the picture shows, for those who hear it: `Clients → orders (7 endpoints)`. */
function inWords({ layers, arrows }: Diagram): string {
  const labels = new Map(layers.flatMap(({ nodes }) => nodes.map(({ id, label }) => [id, label])));
  return arrows
    .map(({ from, to, label }) => {
      const said = label === undefined ? '' : ` (${label})`;
      return `${labels.get(from)} → ${labels.get(to)}${said}`;
    })
    .join('; ');
}

function arrowPath({ shape, points, line }: PlacedArrow, tip: string): string {
  const [start, ...rest] = points.map(({ x, y }) => `${round(x)} ${round(y)}`);
  const d = `M${start}${shape === 'curve' ? `C${rest.join(',')}` : rest.map((at) => `L${at}`).join('')}`;
  return `<path class="arrow ${line}" d="${d}" marker-end="url(#${tip})"/>`;
}

function arrowLabels({ labels, middle }: PlacedArrow): readonly string[] {
  const top = middle.y - 6 - (labels.length - 1) * DETAIL_LINE;
  return labels.map(
    (label, index) =>
      `<text class="said" x="${round(middle.x)}" y="${round(top + index * DETAIL_LINE)}">${htmlText(label)}</text>`,
  );
}

function nodeGroup({ node, label, detail, x, y, width, height }: PlacedNode): string {
  const middle = round(x + width / 2);
  const lines = [
    ...label.map((text, index) => ({ text, className: 'label', at: y + 23 + index * LABEL_LINE })),
    ...detail.map((text, index) => ({
      text,
      className: 'detail',
      at: y + 21 + label.length * LABEL_LINE + index * DETAIL_LINE,
    })),
  ];
  return [
    `<g class="node ${node.kind}">`,
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${node.kind === 'caller' ? 18 : 6}"/>`,
    ...lines.map(
      ({ text, className, at }) =>
        `<text class="${className}" x="${middle}" y="${round(at)}">${htmlText(text)}</text>`,
    ),
    '</g>',
  ].join('');
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
