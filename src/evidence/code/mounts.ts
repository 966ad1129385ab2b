/**
 * Which router stands under which prefix, over all files: a node is a router, an edge says that one mounts another.
 * Prefixes are told when every edge is there.
 */
export class Mounts {
  readonly #edges = new Map<string, { readonly parent: string; readonly prefix: string }[]>();
  readonly #known = new Map<string, readonly string[]>();

  add(parent: string, child: string, prefix: string): void {
    const edges = this.#edges.get(child) ?? [];
    edges.push({ parent, prefix: slashed(prefix) });
    this.#edges.set(child, edges);
  }

  /** Every prefix of a router; `['']` if nothing mounts it. A router that mounts itself in a ring counts once. */
  prefixes(node: string, around: ReadonlySet<string> = new Set()): readonly string[] {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const inner = new Set([...around, node]);
    const found = (this.#edges.get(node) ?? [])
      .filter(({ parent }) => !inner.has(parent))
      .flatMap(({ parent, prefix }) => this.prefixes(parent, inner).map((outer) => outer + prefix));
    const prefixes = found.length > 0 ? [...new Set(found)].slice(0, MOST_PREFIXES) : [''];
    if (around.size === 0) this.#known.set(node, prefixes);
    return prefixes;
  }
}

/** A router under more prefixes than this is no longer told apart by them. */
const MOST_PREFIXES = 16;

function slashed(prefix: string): string {
  return prefix === '' || prefix.startsWith('/') ? prefix : `/${prefix}`;
}
