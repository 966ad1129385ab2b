import { describe, expect, it } from 'vitest';
import { layOutAcross } from '../../../src/report/diagram/across.ts';
import type { Diagram, DiagramNode } from '../../../src/report/diagram/diagram.ts';
import { layOutDown } from '../../../src/report/diagram/down.ts';
import type { Box, Placed } from '../../../src/report/diagram/layout.ts';
import { fitLines } from '../../../src/report/diagram/lines.ts';
import { columnsOf } from '../../../src/text/wrap.ts';

const node = (id: string, label = id): DiagramNode => ({ id, label, kind: 'store' });

/** So many nodes in each layer, each joined to all of the next. */
function diagramOf(...sizes: readonly number[]): Diagram {
  const layers = sizes.map((size, layer) => ({
    title: `layer ${layer}`,
    nodes: Array.from({ length: size }, (_, index) =>
      node(`n${layer}_${index}`, `a rather long name ${'x'.repeat(index * 7)} of ${layer}`),
    ),
  }));
  const arrows = layers.flatMap(({ nodes }, layer) =>
    nodes.flatMap(({ id: from }) =>
      (layers[layer + 1]?.nodes ?? []).map(({ id: to }) => ({
        from,
        to,
        label: 'calls',
        line: 'solid' as const,
      })),
    ),
  );
  return { title: 'a test', layers, arrows };
}

function overlap(a: Box, b: Box): boolean {
  const apart =
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
  return !apart;
}

const ways = [
  ['across', layOutAcross],
  ['down', layOutDown],
] as const;
const sizes: readonly (readonly [readonly number[]])[] = [
  [[1]],
  [[1, 1]],
  [[2, 1, 5]],
  [[1, 1, 7, 12]],
  [[0, 3, 0, 2]],
];

describe.each(ways)('a diagram laid out %s', (_way, layOut: (diagram: Diagram) => Placed) => {
  it.each(sizes)('has no two nodes on each other, and all inside: %j', (layers) => {
    const diagram = diagramOf(...layers);
    const { nodes, arrows, width, height, titles } = layOut(diagram);
    expect(nodes).toHaveLength(layers.reduce((sum, size) => sum + size, 0));
    expect(titles).toHaveLength(layers.filter((size) => size > 0).length);
    for (const [index, a] of nodes.entries()) {
      for (const b of nodes.slice(index + 1)) expect(overlap(a, b)).toBe(false);
      expect(a.x >= 0 && a.x + a.width <= width).toBe(true);
      expect(a.y >= 0 && a.y + a.height <= height).toBe(true);
    }
    expect(arrows).toHaveLength(diagram.arrows.length);
    for (const { points } of arrows) {
      for (const { x, y } of points)
        expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
    }
  });

  it('draws arrows between the same two once, with what both say', () => {
    const diagram: Diagram = {
      ...diagramOf(1, 1),
      arrows: ['HTTP', 'WebSocket'].map((label) => ({
        ...{ from: 'n0_0', to: 'n1_0', label },
        line: 'solid',
      })),
    };
    const { arrows, nodes } = layOut(diagram);
    expect(arrows).toHaveLength(1);
    const said = [...arrows.flatMap(({ labels }) => labels), ...(nodes[1]?.detail ?? [])];
    expect(said).toEqual(['HTTP', 'WebSocket']);
  });

  it('leaves out an arrow to nowhere', () => {
    const diagram = diagramOf(1, 1);
    const lost = { from: 'n0_0', to: 'nobody', line: 'solid' } as const;
    expect(layOut({ ...diagram, arrows: [lost] }).arrows).toEqual([]);
  });
});

describe('lines of a node', () => {
  it.each([
    ['orders', 20, ['orders']],
    ['a gateway that splits by path', 20, ['a gateway that', 'splits by path']],
    ['src/main/java/com/acme/OrderService.java:44', 20, ['…rderService.java:44']],
    ['one two three four five six seven', 9, ['one two', 'three…']],
    ['컨테이너, 마지막 단계까지', 20, ['컨테이너, 마지막', '단계까지']],
  ])('%j in %i columns: %j', (text, columns, want) => {
    const lines = fitLines(text, columns);
    expect(lines).toEqual(want);
    for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns + 1);
  });
});
