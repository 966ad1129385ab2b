import type { Codecs, CoreCode } from './codec.ts';
import { Mismatch } from './mismatch.ts';
import type { Codec } from './scalars.ts';
import type { TypeCode } from './table.ts';

/** Reads what is given as JSON for a codec; `undefined` when it says nothing. Throws Mismatch. */
export type Reader<Given> = (given: Given) => unknown;

export type VariantCode = Extract<TypeCode, { readonly variant: unknown }>;

/**
 * Reads a value of a union, given without types: as the first case that takes it. Lists of several items come first,
 * then numbers and booleans, then texts (which take anything), then what else a single text can be: a list of one, an
 * object.
 *
 * @param make - makes the reader of a case
 */
export function caseReader<Given>(
  variant: VariantCode,
  codecs: Codecs,
  make: (type: TypeCode) => Reader<Given>,
): Reader<Given> {
  const cases = casesOf(variant, codecs)
    .map((type) => ({ rank: rankOf(codecs.core(type)), read: make(type) }))
    .toSorted((a, b) => a.rank - b.rank);
  const lists = cases.filter(({ rank }) => rank === RANK.list);
  const attempts = [...lists.map(ifSeveral), ...cases];
  const { decode } = codecs.codec(variant);
  return (given) => firstTaken(attempts, given, decode);
}

interface Attempt<Given> {
  readonly rank: number;
  readonly read: Reader<Given>;
}

/** Types of the cases, those of a union inside the union too. */
function casesOf({ variant }: VariantCode, codecs: Codecs): TypeCode[] {
  return variant.flatMap(({ type }) => {
    const core = codecs.core(type);
    return typeof core === 'object' && 'variant' in core ? casesOf(core, codecs) : [type];
  });
}

const RANK = { number: 0, text: 1, list: 2, object: 3 };

function rankOf(core: CoreCode): number {
  if (typeof core === 'object') {
    if ('list' in core || 'tuple' in core) return RANK.list;
    return 'enum' in core || 'constant' in core ? RANK.text : RANK.object;
  }
  return core === 'string' || core === 'bytes' || core === 'json' ? RANK.text : RANK.number;
}

function ifSeveral<Given>({ rank, read }: Attempt<Given>): Attempt<Given> {
  return {
    rank,
    read(given) {
      const json = read(given);
      return Array.isArray(json) && json.length > 1 ? json : undefined;
    },
  };
}

/** When none is taken: the first that says something, for the codec to say what is wrong with it. */
function firstTaken<Given>(
  attempts: readonly Attempt<Given>[],
  given: Given,
  decode: Codec['decode'],
): unknown {
  let refused: unknown;
  let failure: Mismatch | undefined;
  for (const { rank, read } of attempts) {
    try {
      const json = read(given);
      if (json === undefined) continue;
      // What does not look like a number is still a text, and may be so in a case of its own.
      const isOwn = typeof json !== 'string' || rank === RANK.text;
      if (isOwn && takes(decode, json)) return json;
      refused ??= json;
    } catch (error) {
      if (!(error instanceof Mismatch)) throw error;
      failure ??= error;
    }
  }
  if (refused === undefined && failure) throw failure;
  return refused;
}

/** Whether a codec takes this JSON. */
export function takes(decode: Codec['decode'], json: unknown): boolean {
  try {
    decode(json);
    return true;
  } catch (error) {
    if (error instanceof Mismatch) return false;
    throw error;
  }
}
