import type { Codecs } from '../../runtime/index.ts';
import type { SelectorCode, TypeCode } from '../../runtime/table.ts';

/** A place in a JSON value where its type wants something of its own. */
export interface Demand {
  /** The value that says which case it is, a constant, or a property that must be there. */
  readonly kind: 'case' | 'constant' | 'property';
  readonly path: readonly string[];
}

/** What a type wants of a JSON value that it takes, outer places first. */
export function* demandsOf(
  codecs: Codecs,
  type: TypeCode,
  json: unknown,
  path: readonly string[] = [],
): Generator<Demand> {
  const core = codecs.core(type);
  if (typeof core === 'string' || typeof json !== 'object' || json === null) return;
  const inside = (of: TypeCode, key: string) =>
    demandsOf(codecs, of, (json as Record<string, unknown>)[key], [...path, key]);
  if ('list' in core) for (const key of Object.keys(json)) yield* inside(core.list, key);
  if ('map' in core) for (const key of Object.keys(json)) yield* inside(core.map, key);
  if ('tuple' in core) for (const [at, of] of core.tuple.entries()) yield* inside(of, String(at));
  if ('variant' in core) {
    for (const name of tellingProperties(core.by)) {
      if (Object.hasOwn(json, name)) yield { kind: 'case', path: [...path, name] };
    }
    const { tag } = codecs.decode(core, json) as { tag: string };
    const chosen = core.variant.find((item) => item.tag === tag);
    if (chosen) yield* demandsOf(codecs, chosen.type, json, path);
  }
  if ('record' in core) {
    for (const [wire] of core.fixed ?? []) yield { kind: 'constant', path: [...path, wire] };
    for (const { wire, type: of, optional } of core.record) {
      if (!optional) yield { kind: 'property', path: [...path, wire] };
      if (Object.hasOwn(json, wire)) yield* inside(of, wire);
    }
  }
}

/** Properties whose value must be a listed one. */
function tellingProperties(by: SelectorCode): readonly string[] {
  if (typeof by === 'number') return [];
  if ('property' in by) return by.other === undefined ? [by.property] : [];
  if ('types' in by) return Object.values(by.types).flatMap(tellingProperties);
  if ('keys' in by) return by.keys.flatMap(([, then]) => tellingProperties(then));
  return [];
}
