import type { Codecs, ObjectCode } from './codec.ts';
import type { FormTexts } from './form-fields.ts';
import { put } from './json.ts';
import { inside, Mismatch } from './mismatch.ts';
import { onlyOne, textReader } from './parameter-text.ts';
import type { TypeCode } from './table.ts';

/** What is below one name: `a[b][c]=1` is the value `1` at `b`, `c`. */
interface Node {
  readonly values: string[];
  readonly children: Map<string, Node>;
}

/** Nobody's objects are as deep. */
const MAX_DEPTH = 32;

/**
 * A field in style `deepObject` as JSON. OpenAPI 3.1.1 defines one level of scalars; deeper objects and lists are read
 * as web frameworks write them: `a[b][c]=1`, `a[]=1`, `a[0]=1`, and `a[0][b]=1` for a list of objects.
 */
export function readDeepObject(
  form: FormTexts,
  name: string,
  type: TypeCode,
  codecs: Codecs,
): unknown {
  const root = treeOf(form, name);
  return root === undefined ? undefined : jsonOf(root, type, codecs);
}

function treeOf(form: FormTexts, name: string): Node | undefined {
  const root: Node = { values: form.values(name).map(form.decode), children: new Map() };
  const start = `${name}[`;
  for (const field of form.names()) {
    if (!field.startsWith(start) || !field.endsWith(']')) continue;
    const path = field.slice(start.length, -1).split('][');
    if (path.length > MAX_DEPTH) throw new Mismatch(`is nested deeper than ${MAX_DEPTH} levels`);
    const node = path.reduce(childOf, root);
    node.values.push(...form.values(field).map(form.decode));
  }
  return root.values.length === 0 && root.children.size === 0 ? undefined : root;
}

function childOf(node: Node, key: string): Node {
  const known = node.children.get(key);
  if (known !== undefined) return known;
  const child: Node = { values: [], children: new Map() };
  node.children.set(key, child);
  return child;
}

function jsonOf(node: Node, type: TypeCode, codecs: Codecs): unknown {
  const core = codecs.core(type);
  if (typeof core === 'object' && 'list' in core) return listOf(node, core.list, codecs);
  if (node.children.size > 0) {
    if (core === 'json') return objectOf(node, { map: 'json' }, codecs);
    if (typeof core === 'object' && ('record' in core || 'map' in core)) {
      return objectOf(node, core, codecs);
    }
  }
  const text = onlyOne(node.values);
  return text === undefined ? {} : textReader(type, codecs)(text);
}

function objectOf({ children }: Node, core: ObjectCode, codecs: Codecs): object {
  const json = {};
  for (const [key, child] of children) {
    const type = memberType(core, key);
    if (type !== undefined)
      put(
        json,
        key,
        inside(key, (node) => jsonOf(node, type, codecs), child),
      );
  }
  return json;
}

function memberType(core: ObjectCode, key: string): TypeCode | undefined {
  if ('map' in core) return core.map;
  return core.record.find(({ wire }) => wire === key)?.type ?? core.extra?.type;
}

/** Texts of `a` and `a[]` are items each; `a[0]` is one. */
function listOf({ values, children }: Node, item: TypeCode, codecs: Codecs): unknown[] {
  const nodes = [...children].flatMap(([key, child]) =>
    key === '' && child.children.size === 0 ? child.values.map(leaf) : [child],
  );
  return [...values.map(leaf), ...nodes].map((node, index) =>
    inside(index, (one: Node) => jsonOf(one, item, codecs), node),
  );
}

function leaf(text: string): Node {
  return { values: [text], children: new Map() };
}
