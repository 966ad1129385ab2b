/**
 * Which routes of a host lead to which part: exact ones, and one for all below a prefix where only one part has
 * anything. Hosts prefer an exact route to a prefix and a longer prefix to a shorter one (spinframework/spin 94a8fc8a,
 * `crates/routes/src/lib.rs`).
 */
import { PARAMETER, routeSegments } from './paths.ts';

/** A route and the part it leads to. `/orders/...` stands for all below, `:id` for one segment. */
export interface Route {
  readonly route: string;
  /** Place of the part in the list. */
  readonly part: number;
}

interface Node {
  /** Parts of the paths that end here or below. */
  readonly parts: Set<number>;
  /** Parts of the paths that end here: one, because no cut goes through a path. */
  readonly ends: Set<number>;
  readonly children: Map<string, Node>;
}

/**
 * The fewest routes that lead every path to its part and no path to another's.
 *
 * @param parts - the paths of each part
 */
export function routesOf(parts: readonly (readonly string[])[]): readonly Route[] {
  const root = newNode();
  for (const [part, paths] of parts.entries()) {
    for (const path of paths) {
      let node = root;
      node.parts.add(part);
      for (const segment of routeSegments(path)) {
        node = childOf(node, segment);
        node.parts.add(part);
      }
      node.ends.add(part);
    }
  }
  return routesBelow(root, '', 'prefix');
}

function newNode(): Node {
  return { parts: new Set(), ends: new Set(), children: new Map() };
}

function childOf(node: Node, segment: string): Node {
  const child = node.children.get(segment) ?? newNode();
  node.children.set(segment, child);
  return child;
}

/** @param by - whether one part's own prefix may stand for all below it */
function routesBelow(node: Node, prefix: string, by: 'prefix' | 'exact'): readonly Route[] {
  const [part, ...others] = node.parts;
  if (by === 'prefix' && part !== undefined && others.length === 0 && node.children.size > 0) {
    return [{ route: `${prefix}/...`, part }];
  }
  const here = [...node.ends].map((end) => ({ route: prefix === '' ? '/' : prefix, part: end }));
  const wild = node.children.get(PARAMETER);
  const below = [...node.children].flatMap(([segment, child]) => {
    const name = segment === PARAMETER ? `:p${prefix.split('/').length}` : segment;
    // A prefix would take what the parameter beside it leads elsewhere: `/users/me/...` all of `/users/:id/orders`.
    const overlaps = wild !== undefined && child !== wild && !sameParts(child, wild);
    return routesBelow(child, `${prefix}/${name}`, overlaps ? 'exact' : by);
  });
  return [...here, ...below];
}

function sameParts(a: Node, b: Node): boolean {
  return new Set([...a.parts, ...b.parts]).size === 1;
}
