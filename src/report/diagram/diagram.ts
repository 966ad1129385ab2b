/** A small picture of who calls whom, in layers: what calls stands before what is called. */
export interface Diagram {
  /** What it shows, for those who don't see it too. */
  readonly title: string;
  readonly layers: readonly Layer[];
  readonly arrows: readonly Arrow[];
}

export interface Layer {
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
}

export interface DiagramNode {
  /** Unique in the diagram: letters, digits and `_`. */
  readonly id: string;
  readonly label: string;
  /** A second line, smaller. */
  readonly detail?: string;
  readonly kind: 'caller' | 'component' | 'container' | 'store' | 'other';
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** `dashed`: goes away, or is not there yet. */
  readonly line: 'solid' | 'dashed';
}
