import { mermaidText } from '../../text/mermaid.ts';
import type { Arrow, Diagram, DiagramNode } from './diagram.ts';

const SHAPES: Readonly<Record<DiagramNode['kind'], readonly [string, string]>> = {
  caller: ['([', '])'],
  component: ['[[', ']]'],
  container: ['[', ']'],
  store: ['[(', ')]'],
  other: ['[/', '/]'],
};

/** The diagram as Mermaid's flowchart, which GitHub and GitLab draw. */
export function mermaid({ layers, arrows }: Diagram): string {
  return [
    'flowchart LR',
    ...layers
      .filter(({ nodes }) => nodes.length > 0)
      .flatMap(({ title, nodes }, index) => [
        `  subgraph layer${index} ["${mermaidText(title)}"]`,
        ...nodes.map(node),
        '  end',
      ]),
    ...arrows.map(arrow),
  ].join('\n');
}

function node({ id, label, detail, kind }: DiagramNode): string {
  const [open, close] = SHAPES[kind];
  const second = detail === undefined ? '' : `<br/>${mermaidText(detail)}`;
  return `    ${id}${open}"${mermaidText(label)}${second}"${close}`;
}

function arrow({ from, to, label, line }: Arrow): string {
  const shaft = line === 'solid' ? '-->' : '-.->';
  return `  ${from} ${shaft}${label === undefined ? '' : `|"${mermaidText(label)}"|`} ${to}`;
}
