/**
 * Path templates to targets, as a tree of segments. At each level a literal segment goes before a partial one
 * (`{x}.json`), and that before a whole parameter (`{x}`); a branch that leads nowhere, or has not got the method,
 * is left for the next one. The order is that of OpenAPI 3.1.1, "Path Templating Matching".
 */

export interface Route<T> {
  readonly method: string;
  /** `/orders/{id}`; what follows a `?` must be in the query (`/?action=list`), what follows a `#` never arrives. */
  readonly path: string;
  readonly target: T;
}

export interface Match<T> {
  readonly target: T;
  /** Percent-encoded values of the template's parameters, in the order of `templateNames`. */
  readonly captures: readonly string[];
}

export interface Router<T> {
  /** The match, else the methods that the path has: none means that there is no such path. */
  match(method: string, path: string, search: string): Match<T> | readonly string[];
}

interface Leaf<T> {
  readonly method: string;
  readonly target: T;
  readonly query: readonly string[];
}

/**
 * Texts are found by comparing, not in a Map: the engine makes a lasting string of whatever a Map is asked for, which
 * writes to a dozen pages of a fresh instance (wasmtime 49.0.3, a GET by three segments: 29 of 186 faults).
 */
interface Node<T> {
  /** Sorted; `below` has the node of each. */
  readonly texts: string[];
  readonly below: Node<T>[];
  /** Those with the longest literal text first. */
  readonly partials: { readonly texts: readonly string[]; readonly node: Node<T> }[];
  whole: Node<T> | undefined;
  readonly leaves: Leaf<T>[];
}

/** Names of a template's parameters in order: `/a/{x}/{y}.json` → `x`, `y`. */
export function templateNames(template: string): string[] {
  return [...pathOf(template).matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}

/** Builds the tree. Of routes with the same method and equal templates the first wins. */
export function createRouter<T>(routes: readonly Route<T>[]): Router<T> {
  const root = newNode<T>();
  for (const route of routes) insert(root, route);
  return {
    match(method, path, search) {
      const found = straightThrough(root, method, path);
      if (found) return found;
      const lookup = new Lookup<T>(method, path, search);
      return lookup.walk(root, 1) ?? lookup.allowed();
    },
  };
}

/**
 * The first way down, when it arrives: one function without a way back, because in the engine's interpreter the calls
 * of `Lookup` cost several times the comparing.
 */
function straightThrough<T>(root: Node<T>, method: string, path: string): Match<T> | undefined {
  if (path.includes('%')) return undefined;
  const captures: string[] = [];
  const end = endOf(path);
  let node = root;
  for (let start = 1; start <= end; ) {
    const slash = path.indexOf('/', start);
    const stop = slash === -1 ? end : slash;
    const segment = path.slice(start, stop);
    const place = placeOf(node.texts, segment);
    if (node.texts[place] === segment) node = node.below[place] as Node<T>;
    else if (node.whole && node.partials.length === 0 && segment !== '') {
      captures.push(segment);
      node = node.whole;
    } else return undefined;
    start = stop + 1;
  }
  const { leaves } = node;
  for (let index = 0; index < leaves.length; index += 1) {
    const leaf = leaves[index] as Leaf<T>;
    if (leaf.method !== method) continue;
    return leaf.query.length === 0 ? { target: leaf.target, captures } : undefined;
  }
  return undefined;
}

function newNode<T>(): Node<T> {
  return { texts: [], below: [], partials: [], whole: undefined, leaves: [] };
}

function pathOf(template: string): string {
  return template.split(/[?#]/)[0] ?? '';
}

function insert<T>(root: Node<T>, { method, path, target }: Route<T>): void {
  let node = root;
  for (const segment of segmentsOf(pathOf(path))) node = child(node, segment);
  node.leaves.push({ method, target, query: requiredQuery(path) });
  node.leaves.sort((a, b) => b.query.length - a.query.length);
}

/** `/x?action=list&id={id}` → `action=list`, `id`. */
function requiredQuery(template: string): string[] {
  const pairs = /\?([^#]*)/.exec(template)?.[1]?.split('&') ?? [];
  return pairs.map((pair) => pair.replace(/=\{.*/, '')).filter((pair) => pair !== '');
}

/** The node below for a template's segment, made when missing. */
function child<T>(node: Node<T>, segment: string): Node<T> {
  const texts = segment.split(/\{[^{}]*\}/).map(decodeOr);
  const [text = '', ...others] = texts;
  if (others.length === 0) {
    const place = placeOf(node.texts, text);
    const known = node.texts[place] === text ? node.below[place] : undefined;
    if (known) return known;
    const next = newNode<T>();
    node.texts.splice(place, 0, text);
    node.below.splice(place, 0, next);
    return next;
  }
  if (others.length === 1 && texts.join('') === '') {
    node.whole ??= newNode<T>();
    return node.whole;
  }
  const key = JSON.stringify(texts);
  const known = node.partials.find((partial) => JSON.stringify(partial.texts) === key);
  if (known) return known.node;
  const next = newNode<T>();
  node.partials.push({ texts, node: next });
  node.partials.sort((a, b) => b.texts.join('').length - a.texts.join('').length);
  return next;
}

/** The place of a text in sorted ones, or where it would be. */
function placeOf(texts: readonly string[], text: string): number {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((texts[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

function segmentsOf(path: string): string[] {
  const end = endOf(path);
  return end < 1 ? [] : path.slice(1, end).split('/');
}

/** Without one trailing slash: Spin's `:id` hands over `/orders/o1/` too (seen on 4.0). */
function endOf(path: string): number {
  return path.endsWith('/') ? path.length - 1 : path.length;
}

function decodeOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

class Lookup<T> {
  private readonly method: string;
  private readonly path: string;
  private readonly search: string;
  private readonly end: number;
  private readonly isEncoded: boolean;
  private readonly captures: string[] = [];
  private allow: Set<string> | undefined;

  constructor(method: string, path: string, search: string) {
    this.method = method;
    this.path = path;
    this.search = search;
    this.end = endOf(path);
    this.isEncoded = path.includes('%');
  }

  /** `start`: of the segment that comes next. */
  walk(node: Node<T>, start: number): Match<T> | undefined {
    if (start > this.end) return this.arrive(node);
    const slash = this.path.indexOf('/', start);
    const end = slash === -1 || slash > this.end ? this.end : slash;
    const raw = this.path.slice(start, end);
    const segment = this.isEncoded ? decodeOr(raw) : raw;
    const straight = this.straight(node, segment, end + 1);
    if (straight || segment === '') return straight;
    const found = this.partially(node, segment, end + 1);
    if (found) return found;
    return node.whole && this.through(node.whole, end + 1, [raw]);
  }

  private straight(node: Node<T>, segment: string, next: number): Match<T> | undefined {
    const place = placeOf(node.texts, segment);
    const below = node.texts[place] === segment ? node.below[place] : undefined;
    return below && this.walk(below, next);
  }

  private partially({ partials }: Node<T>, segment: string, next: number): Match<T> | undefined {
    // Asked first: in the engine's interpreter an iterator costs more than the rest of a level, even over nothing.
    if (partials.length === 0) return undefined;
    for (const { texts, node } of partials) {
      const pieces = split(texts, segment);
      const found = pieces && this.through(node, next, this.encode(pieces));
      if (found) return found;
    }
    return undefined;
  }

  private through(node: Node<T>, next: number, captured: readonly string[]) {
    const before = this.captures.length;
    for (let index = 0; index < captured.length; index += 1) {
      this.captures.push(captured[index] ?? '');
    }
    const found = this.walk(node, next);
    if (!found) this.captures.length = before;
    return found;
  }

  /** Captures are percent-encoded, as the raw path is. */
  private encode(pieces: readonly string[]): readonly string[] {
    return this.isEncoded ? pieces.map(encodeURIComponent) : pieces;
  }

  private arrive(node: Node<T>): Match<T> | undefined {
    const leaf = this.pick(node, this.method) ?? (this.method === 'HEAD' && this.pick(node, 'GET'));
    if (leaf) return { target: leaf.target, captures: this.captures };
    for (const { method } of node.leaves) {
      if (this.pick(node, method)) this.allow = (this.allow ?? new Set()).add(method);
    }
    return undefined;
  }

  private pick({ leaves }: Node<T>, method: string): Leaf<T> | undefined {
    for (let index = 0; index < leaves.length; index += 1) {
      const leaf = leaves[index];
      if (leaf?.method === method && this.asksAll(leaf.query)) return leaf;
    }
    return undefined;
  }

  private asksAll(query: readonly string[]): boolean {
    return query.length === 0 || query.every((pair) => this.asks(pair));
  }

  private asks(pair: string): boolean {
    return this.search.split('&').some((given) => given === pair || given.startsWith(`${pair}=`));
  }

  /** What `Allow` says: the handler answers HEAD wherever it answers GET, and OPTIONS on every path. */
  allowed(): readonly string[] {
    const { allow } = this;
    if (allow === undefined) return [];
    if (allow.has('GET')) allow.add('HEAD');
    return [...allow.add('OPTIONS')];
  }
}

/**
 * What stands between the literal texts of a partial segment, each at least one character: `['', '-', '']` splits
 * `x-y-z` into `x` and `y-z`. The leftmost place of each text leaves most for the rest, so nothing has to be tried
 * twice.
 */
function split(texts: readonly string[], segment: string): string[] | undefined {
  const first = texts[0] ?? '';
  const last = texts[texts.length - 1] ?? '';
  if (!segment.startsWith(first) || !segment.endsWith(last)) return undefined;
  const end = segment.length - last.length;
  const pieces: string[] = [];
  let from = first.length;
  for (const [index, text] of texts.entries()) {
    if (index === 0 || index === texts.length - 1) continue;
    const isLast = index === texts.length - 2;
    const at =
      isLast && text === '' ? border(segment, from + 1, end) : segment.indexOf(text, from + 1);
    if (at === -1) return undefined;
    pieces.push(segment.slice(from, at));
    from = at + text.length;
  }
  if (end <= from) return undefined;
  pieces.push(segment.slice(from, end));
  return pieces;
}

/** `{id}{extension}`: with nothing between them the second begins at the last dot; without one, as soon as it can. */
function border(segment: string, from: number, end: number): number {
  return Math.max(segment.lastIndexOf('.', end - 1), from);
}
