/**
 * A graph that stays without cycles while it grows: an order of its nodes is kept in which every edge leads forward
 * (Pearce and Kelly, "A Dynamic Topological Sort Algorithm for Directed Acyclic Graphs", 2006). To look through the
 * whole graph for each edge would take minutes for the thousands of schemas that some documents tie together.
 */
export class AcyclicGraph<Node> {
  readonly #place = new Map<Node, number>();
  readonly #next = new Map<Node, Node[]>();
  readonly #previous = new Map<Node, Node[]>();

  /** @param order - all nodes; the more edges lead forward in it, the faster it is */
  constructor(order: Iterable<Node>) {
    for (const node of order) this.#place.set(node, this.#place.size);
  }

  /** Adds an edge, unless it would close a cycle: then it answers false. */
  add(from: Node, to: Node): boolean {
    const [last, first] = [this.#placeOf(from), this.#placeOf(to)];
    if (from === to) return false;
    if (first < last) {
      const after = this.#reached(to, this.#next, (place) => place <= last);
      if (after.has(from)) return false;
      this.#reorder(
        this.#reached(from, this.#previous, (place) => place >= first),
        after,
      );
    }
    append(this.#next, from, to);
    append(this.#previous, to, from);
    return true;
  }

  #placeOf(node: Node): number {
    const place = this.#place.get(node);
    if (place === undefined) throw new Error('the node is not in the graph');
    return place;
  }

  #reached(
    start: Node,
    edges: ReadonlyMap<Node, readonly Node[]>,
    within: (place: number) => boolean,
  ): ReadonlySet<Node> {
    const seen = new Set([start]);
    // A Set's iterator also visits what is added meanwhile.
    for (const node of seen) {
      for (const other of edges.get(node) ?? []) {
        if (within(this.#placeOf(other))) seen.add(other);
      }
    }
    return seen;
  }

  /** Gives the places of both groups to the nodes of the first, then to those of the second. */
  #reorder(before: ReadonlySet<Node>, after: ReadonlySet<Node>): void {
    const inOrder = (nodes: ReadonlySet<Node>) =>
      [...nodes].sort((a, b) => this.#placeOf(a) - this.#placeOf(b));
    const nodes = [...inOrder(before), ...inOrder(after)];
    const places = nodes.map((node) => this.#placeOf(node)).sort((a, b) => a - b);
    for (const [index, node] of nodes.entries()) this.#place.set(node, places[index] ?? 0);
  }
}

function append<Node>(edges: Map<Node, Node[]>, from: Node, to: Node): void {
  const known = edges.get(from);
  if (known === undefined) edges.set(from, [to]);
  else known.push(to);
}
