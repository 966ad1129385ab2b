/**
 * Names in brackets, `filter[size][min]=3`: style `deepObject`. OpenAPI 3.1.1 says what it is for an object of scalars;
 * deeper, and for lists, this reads what clients write: `a[]=1`, `a[0]=1`, `a=1&a=2`, `a[0][b]=1`.
 */
import type { Codecs } from './codec.ts';
import { Mismatch, show } from './mismatch.ts';
import { type ItemsCode, memberReader, textsReader } from './parameter-text.ts';
import type { Pairs } from './request-parts.ts';
import type { TypeCode } from './table.ts';
import { caseReader, type Reader } from './union-text.ts';

/** What is said under one name: texts, and what its brackets hold. */
export interface Nested {
  readonly texts: readonly string[];
  readonly inner: ReadonlyMap<string, Nested>;
}

class Node implements Nested {
  texts: readonly string[] = [];
  readonly inner = new Map<string, Node>();

  at(name: string): Node {
    const node = this.inner.get(name) ?? new Node();
    this.inner.set(name, node);
    return node;
  }
}

/** Everything under `name`; `text` decodes a value. `undefined` when there is nothing. */
export function nestedIn(
  pairs: Pairs,
  name: string,
  text: (raw: string) => string,
): Nested | undefined {
  const root = new Node();
  let isThere = false;
  for (const [full, raws] of pairs) {
    const path = full === name ? [] : bracketed(full, name);
    if (path === undefined) continue;
    const node = path.reduce((inner, key) => inner.at(key), root);
    node.texts = raws.map(text);
    isThere = true;
  }
  return isThere ? root : undefined;
}

/** `a[b][c]` → `b`, `c`. */
function bracketed(full: string, name: string): readonly string[] | undefined {
  if (!full.startsWith(`${name}[`) || !full.endsWith(']')) return undefined;
  return full.slice(name.length + 1, -1).split('][');
}

/** Reads a value of the type from names in brackets. */
export function nestedReader(type: TypeCode, codecs: Codecs): Reader<Nested> {
  const core = codecs.core(type);
  if (typeof core === 'object') {
    if ('variant' in core) return caseReader(core, codecs, (of) => nestedReader(of, codecs));
    if ('list' in core || 'tuple' in core) return listReader(core, codecs);
    if ('record' in core || 'map' in core) {
      const addMember = memberReader(core, (of) => nestedReader(of, codecs));
      const readText = textsReader(type, codecs);
      return ({ texts, inner }) => {
        if (inner.size === 0) return readText(texts);
        const json = {};
        for (const [name, member] of inner) addMember(json, name, member);
        return json;
      };
    }
  }
  const read = textsReader(type, codecs);
  return ({ texts }) => read(texts);
}

function listReader(code: ItemsCode & TypeCode, codecs: Codecs): Reader<Nested> {
  const read = textsReader(code, codecs);
  const types = 'tuple' in code ? code.tuple : [code.list];
  const readers = types.map((item) => nestedReader(item, codecs));
  const last = readers.at(-1) ?? nestedReader('json', codecs);
  return ({ texts, inner }) => {
    if (inner.size === 0) return read(texts);
    const items = itemsIn(inner);
    return items.map((item, index) => (readers[index] ?? last)(item));
  };
}

/** By their indexes, then those without one. */
function itemsIn(inner: Nested['inner']): readonly Nested[] {
  const indexed = [...inner].filter(([index]) => index !== '');
  for (const [index] of indexed) {
    if (!/^\d+$/.test(index)) throw new Mismatch(`has ${show(index)} in the place of an index`);
  }
  const others = inner.get('');
  return [
    ...indexed.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, item]) => item),
    ...(others === undefined ? [] : separate(others)),
  ];
}

/** `a[]=1&a[]=2` are two items, `a[][b]=1&a[][c]=2` is one. */
function separate({ texts, inner }: Nested): readonly Nested[] {
  const items: Nested[] = texts.map((text) => ({ texts: [text], inner: new Map() }));
  return inner.size === 0 ? items : [...items, { texts: [], inner }];
}
