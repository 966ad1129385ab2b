import { at, type TomlNode, type TomlTable, textOf } from '../toml/node.ts';

/** Ids, each given once. */
export class GivenIds {
  readonly #given: Set<string>;
  /** From where a prefix is counted on: those before are taken. */
  readonly #counts = new Map<string, number>();

  constructor(given: Iterable<string>) {
    this.#given = new Set(given);
  }

  /** This id, unless it is taken. */
  take(id: string): string | undefined {
    if (this.#given.has(id)) return undefined;
    this.#given.add(id);
    return id;
  }

  /** The first of `prefix1`, `prefix2`, … that is free. */
  next(prefix: string): string {
    for (let count = this.#counts.get(prefix) ?? 1; ; count += 1) {
      const id = this.take(`${prefix}${count}`);
      if (id === undefined) continue;
      this.#counts.set(prefix, count + 1);
      return id;
    }
  }
}

/**
 * Gives ids to triggers, in their order, as Spin does (`normalize_trigger_ids` of `crates/manifest`).
 *
 * @param all - the triggers of every type: an id that one has written is taken
 */
export function triggerIds(all: readonly TomlNode[]): (type: string, trigger: TomlTable) => string {
  const given = new GivenIds(all.map((trigger) => textOf(at(trigger, 'id')) ?? ''));
  return (type, trigger) => {
    const written = textOf(at(trigger, 'id')) ?? '';
    if (written !== '') return written;
    const component = textOf(at(trigger, 'component'));
    const natural =
      component === undefined ? undefined : given.take(`${component}-${type}-trigger`);
    return natural ?? given.next(`${type}-trigger`);
  };
}
