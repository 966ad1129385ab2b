import { expected, Mismatch, under } from './mismatch.ts';
import type { JsonType, SelectorCode } from './table.ts';

/** The index of the case that a JSON value is. Throws Mismatch when it is none. */
export type Selector = (json: unknown) => number;

/** Compiles the tree that tells JSON values apart. */
export function compileSelector(by: SelectorCode): Selector {
  if (typeof by === 'number') return () => by;
  if ('types' in by) return byType(by.types);
  if ('among' in by) return among(by);
  return 'keys' in by ? byKeys(by) : byProperty(by);
}

function byType(types: Readonly<Partial<Record<JsonType, SelectorCode>>>): Selector {
  const selectors = new Map(
    Object.entries(types).map(([type, then]) => [type, compileSelector(then)]),
  );
  return (json) => {
    const select = selectors.get(jsonType(json));
    if (select === undefined) throw expected([...selectors.keys()].join(' or '), json);
    return select(json);
  };
}

function among(by: Extract<SelectorCode, { readonly among: unknown }>): Selector {
  const values = new Set<unknown>(by.among);
  const [then, other] = [compileSelector(by.then), compileSelector(by.other)];
  return (json) => (values.has(json) ? then : other)(json);
}

function byKeys(by: Extract<SelectorCode, { readonly keys: unknown }>): Selector {
  const entries = by.keys.map(([keys, then]) => ({ keys, select: compileSelector(then) }));
  const other = by.other === undefined ? undefined : compileSelector(by.other);
  return (json) => {
    const object = asObject(json);
    const found = entries.find(({ keys }) => keys.every((key) => Object.hasOwn(object, key)));
    const select = found?.select ?? other;
    if (select === undefined) {
      const wanted = entries.map(({ keys }) =>
        keys.map((key) => JSON.stringify(key)).join(' and '),
      );
      throw new Mismatch(`expected ${wanted.join(', or ')}`);
    }
    return select(json);
  };
}

function byProperty(by: Extract<SelectorCode, { readonly property: unknown }>): Selector {
  const selectors = new Map<unknown, Selector>(
    by.values.map(([wire, then]) => [wire, compileSelector(then)]),
  );
  const other = by.other === undefined ? undefined : compileSelector(by.other);
  return (json) => {
    const object = asObject(json);
    const value = Object.hasOwn(object, by.property) ? object[by.property] : undefined;
    const select = selectors.get(value) ?? other;
    if (select !== undefined) return select(json);
    if (value === undefined) throw under(by.property, new Mismatch('is required'));
    const known = [...selectors.keys()].map((wire) => JSON.stringify(wire));
    throw under(by.property, expected(`one of ${known.join(', ')}`, value));
  };
}

function asObject(json: unknown): Readonly<Record<string, unknown>> {
  if (jsonType(json) !== 'object') throw expected('object', json);
  return json as Record<string, unknown>;
}

/** `null` is of no type here: what may be null says so around it. */
function jsonType(json: unknown): string {
  if (Array.isArray(json)) return 'array';
  if (json === null) return 'null';
  return typeof json === 'bigint' ? 'number' : typeof json;
}
