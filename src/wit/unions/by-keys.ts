import { type Alternative, areOneCase } from './alternatives.ts';
import type { Keys, Setting } from './setting.ts';

/** Alternatives by the properties that are there: the first entry whose keys all are. */
export interface KeyGroups {
  readonly entries: readonly (readonly [keys: readonly string[], at: number])[];
  /** Those that no entry is for; of one case when all could be told apart. */
  readonly rest: readonly Alternative[];
}

/**
 * Finds an order in which the alternatives can be told by keys that they require.
 *
 * An entry is right when its alternative requires all its keys, so that each of its values has them, and no alternative
 * of another case that is still to come can have them all. Values of those before it were taken by their own entries.
 * To take an alternative out only makes it easier for the others, so taking any that can be told is as good as
 * searching.
 */
export function keyGroups(alternatives: readonly Alternative[], setting: Setting): KeyGroups {
  const keys = new Map(
    alternatives.map((alternative) => [alternative, setting.keysOf(alternative.schema)]),
  );
  const entries: [readonly string[], number][] = [];
  let rest = alternatives;
  while (!areOneCase(rest)) {
    const found = firstTold(rest, keys);
    if (found === undefined) break;
    entries.push([found.keys, found.alternative.at]);
    rest = rest.filter((one) => one !== found.alternative);
  }
  return { entries, rest };
}

function firstTold(
  alternatives: readonly Alternative[],
  keys: ReadonlyMap<Alternative, Keys>,
): { readonly alternative: Alternative; readonly keys: readonly string[] } | undefined {
  for (const alternative of alternatives) {
    const others = alternatives
      .filter(({ at }) => at !== alternative.at)
      .flatMap((other) => keys.get(other) ?? []);
    const required = keys.get(alternative)?.required ?? [];
    const telling = tellingKeys(required, others);
    if (telling !== undefined) return { alternative, keys: telling };
  }
  return undefined;
}

/** The fewest of the required keys (greedily) that none of the others can have all of. */
function tellingKeys(
  required: readonly string[],
  others: readonly Keys[],
): readonly string[] | undefined {
  const telling: string[] = [];
  let open = others;
  while (open.length > 0) {
    let best: string | undefined;
    let left = open;
    for (const key of required) {
      const still = open.filter((other) => canHave(other, key));
      if (still.length < left.length) [best, left] = [key, still];
    }
    if (best === undefined) return undefined;
    telling.push(best);
    open = left;
  }
  return telling.length === 0 ? undefined : telling;
}

function canHave({ known, open }: Keys, key: string): boolean {
  return open || known.has(key);
}
