import type { Codecs } from '../../runtime/index.ts';
import type { TypeCode } from '../../runtime/table.ts';

/** One way that a type can go: a case of a union; or none, null or a value where a patch tells them apart. */
export interface Choice {
  /** The code of the union or field. */
  readonly at: object;
  readonly tag: string;
}

const STATES = ['none', 'null', 'value'];

/** Every choice that values of these types can show. */
export function possibleChoices(codecs: Codecs, types: readonly TypeCode[]): readonly Choice[] {
  const visited = new Set<TypeCode>();
  const choices: Choice[] = [];
  const add = (at: object, tags: readonly string[]) => {
    for (const tag of tags) choices.push({ at, tag });
  };
  const left = [...types];
  for (let type = left.pop(); type !== undefined; type = left.pop()) {
    const core = codecs.core(type);
    if (typeof core === 'string' || visited.has(core)) continue;
    visited.add(core);
    if ('list' in core) left.push(core.list);
    else if ('map' in core) left.push(core.map);
    else if ('tuple' in core) left.push(...core.tuple);
    else if ('variant' in core) {
      add(
        core,
        core.variant.map(({ tag }) => tag),
      );
      left.push(...core.variant.map((item) => item.type));
    } else if ('record' in core) {
      for (const field of core.record) if (field.triState) add(field, STATES);
      left.push(...core.record.map((field) => field.type));
      if (core.extra) left.push(core.extra.type);
    }
  }
  return choices;
}

/** The choices that a WIT value of the type shows. */
export function* shownChoices(codecs: Codecs, type: TypeCode, value: unknown): Generator<Choice> {
  const core = codecs.core(type);
  if (value === undefined || typeof core === 'string') return;
  const items = value as readonly unknown[];
  if ('list' in core) {
    for (const item of items) yield* shownChoices(codecs, core.list, item);
  } else if ('map' in core) {
    yield* shownEntries(codecs, core.map, items);
  } else if ('tuple' in core) {
    for (const [index, of] of core.tuple.entries()) yield* shownChoices(codecs, of, items[index]);
  } else if ('variant' in core) {
    const { tag, val } = value as { tag: string; val: unknown };
    yield { at: core, tag };
    const chosen = core.variant.find((item) => item.tag === tag);
    if (chosen) yield* shownChoices(codecs, chosen.type, val);
  } else if ('record' in core) {
    yield* shownFields(codecs, core, value as Record<string, unknown>);
  }
}

function* shownEntries(codecs: Codecs, type: TypeCode, entries: unknown): Generator<Choice> {
  for (const [, value] of entries as [string, unknown][]) yield* shownChoices(codecs, type, value);
}

function* shownFields(
  codecs: Codecs,
  { record, extra }: Extract<TypeCode, { record: unknown }>,
  value: Readonly<Record<string, unknown>>,
): Generator<Choice> {
  for (const field of record) {
    let inner = value[field.js];
    if (field.triState) {
      const { tag, val } = inner as { tag: string; val?: unknown };
      const state = val === undefined ? 'null' : 'value';
      yield { at: field, tag: tag === 'none' ? 'none' : state };
      inner = val;
    }
    yield* shownChoices(codecs, field.type, inner);
  }
  if (extra) yield* shownEntries(codecs, extra.type, value[extra.js]);
}
