/**
 * Names in brackets, `filter[size][min]=3`: style `deepObject`. OpenAPI 3.1.1 defines one level of scalars; deeper
 * objects and lists are read as web frameworks write them: `a[b][c]=1`, `a[]=1`, `a[0]=1`, `a=1&a=2`, and `a[0][b]=1`
 * for a list of objects.
 */
import type { Codecs } from './codec.ts';
import { inside, Mismatch, show } from './mismatch.ts';
import { type ItemsCode, memberReader, onlyOne, textsReader } from './parameter-text.ts';
import type { TypeCode } from './table.ts';
import { caseReader, type Reader } from './union-text.ts';

/** Texts by name, of a query or a form. */
export interface NamedTexts {
  names(): Iterable<string>;
  /** Under one name: none when it is absent, several when it is repeated. Not decoded: delimiters are found first. */
  values(name: string): readonly string[];
  /** A value or a piece of it, decoded. Throws Mismatch. */
  decode(piece: string): string;
}

/** What is below one name: `a[b][c]=1` is the text `1` at `b`, `c`. */
interface Node {
  readonly texts: string[];
  readonly children: Map<string, Node>;
}

/** Nobody's objects are as deep. */
const MAX_DEPTH = 32;

/** Compiles the reading of a value from the names that begin with its own; `undefined` when there are none. */
export function compileDeepObject(
  name: string,
  type: TypeCode,
  codecs: Codecs,
): Reader<NamedTexts> {
  const read = nodeReader(type, codecs);
  return (given) => {
    const root = treeOf(given, name);
    return root.texts.length === 0 && root.children.size === 0 ? undefined : read(root);
  };
}

function treeOf(given: NamedTexts, name: string): Node {
  const root = leaf(given.values(name).map(given.decode));
  const start = `${name}[`;
  for (const full of given.names()) {
    if (!full.startsWith(start) || !full.endsWith(']')) continue;
    const path = full.slice(start.length, -1).split('][');
    if (path.length > MAX_DEPTH) throw new Mismatch(`is nested deeper than ${MAX_DEPTH} levels`);
    path.reduce(childOf, root).texts.push(...given.values(full).map(given.decode));
  }
  return root;
}

function childOf({ children }: Node, key: string): Node {
  const child = children.get(key) ?? leaf([]);
  children.set(key, child);
  return child;
}

function leaf(texts: string[]): Node {
  return { texts, children: new Map() };
}

function nodeReader(type: TypeCode, codecs: Codecs): Reader<Node> {
  const core = codecs.core(type);
  if (core === 'json') return readFree;
  const readTexts = textsReader(type, codecs);
  if (typeof core === 'object') {
    if ('variant' in core) return caseReader(core, codecs, (of) => nodeReader(of, codecs));
    if ('list' in core || 'tuple' in core) return listReader(core, codecs);
    if ('record' in core || 'map' in core) {
      const addMember = memberReader(core, (of) => nodeReader(of, codecs));
      return ({ texts, children }) => {
        if (children.size === 0) return readTexts(texts);
        const json = {};
        for (const [key, child] of children) addMember(json, key, child);
        return json;
      };
    }
  }
  return ({ texts }) => readTexts(texts);
}

/** What has no type in the document is a text, or an object of such. */
function readFree({ texts, children }: Node): unknown {
  if (children.size === 0) return onlyOne(texts);
  return Object.fromEntries([...children].map(([key, child]) => [key, readFree(child)]));
}

function listReader(code: ItemsCode, codecs: Codecs): Reader<Node> {
  const readTexts = textsReader(code, codecs);
  const types = 'tuple' in code ? code.tuple : [code.list];
  const readers = types.map((item) => nodeReader(item, codecs));
  return ({ texts, children }) => {
    if (children.size === 0) return readTexts(texts);
    return [...texts.map((text) => leaf([text])), ...itemsIn(children)].map((item, index) =>
      inside(index, readers[index] ?? readers.at(-1) ?? readFree, item),
    );
  };
}

/** Texts of `a[]` are items each; others stand by their indexes. */
function itemsIn(children: Node['children']): readonly Node[] {
  const { texts, children: below } = children.get('') ?? leaf([]);
  const indexed = [...children].filter(([index]) => index !== '');
  for (const [index] of indexed) {
    if (!/^\d+$/.test(index)) throw new Mismatch(`has ${show(index)} in the place of an index`);
  }
  return [
    ...texts.map((text) => leaf([text])),
    ...(below.size === 0 ? [] : [{ texts: [], children: below }]),
    ...indexed.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, item]) => item),
  ];
}
