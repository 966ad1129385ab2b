import { parseArgs } from 'node:util';
import { badInput, type Failure } from '../terminal/failure.ts';
import { nearest } from '../text/nearest.ts';
import { quote } from '../text/quote.ts';

/** Values by flag, in the order given; a switch has `true`. */
export type Flags = ReadonlyMap<string, readonly (string | true)[]>;

/** The flags that a command has, without their dashes. */
export interface KnownFlags {
  readonly switches: ReadonlySet<string>;
  readonly withValue: ReadonlySet<string>;
  /** One letter for a flag. */
  readonly shorts: ReadonlyMap<string, string>;
  /** Flags that people know from elsewhere, with dashes, and what they are here. */
  readonly elsewhere: ReadonlyMap<string, string>;
}

export interface Words {
  readonly flags: Flags;
  readonly positionals: readonly string[];
}

/**
 * Sorts the words of a command line into flags and arguments.
 *
 * @throws Failure (code 2): an unknown flag (with the nearest one), a missing value, a value for a switch
 */
export function readWords(argv: readonly string[], known: KnownFlags): Words {
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries([
      ...[...known.switches].map((flag) => [flag, { type: 'boolean' }] as const),
      ...[...known.withValue].map((flag) => [flag, { type: 'string' }] as const),
      // Only a short that is declared takes the word after it: `-o DIR`.
      ...[...known.shorts].map(([short, flag]) => {
        const type = known.withValue.has(flag) ? 'string' : 'boolean';
        return [flag, { type, short }] as const;
      }),
    ]),
  });
  const flags = new Map<string, (string | true)[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { flag, value } = readFlag(token, known);
    flags.set(flag, [...(flags.get(flag) ?? []), value]);
  }
  return { flags, positionals };
}

/**
 * The value of a flag; of several the last.
 *
 * @throws Failure (code 2) when it is empty
 */
export function textOf(flag: string, flags: Flags): string | undefined {
  const value = flags.get(flag)?.at(-1);
  if (value === '') throw badInput(`--${flag} is empty.`, { where: `--${flag}` });
  return value === true ? undefined : value;
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function readFlag(token: OptionToken, known: KnownFlags): { flag: string; value: string | true } {
  const { switches, withValue, shorts } = known;
  const flag = token.rawName.startsWith('--') ? token.name : (shorts.get(token.name) ?? token.name);
  if (switches.has(flag)) {
    if (token.value === undefined) return { flag, value: true };
    throw badInput(`--${flag} takes no value.`, { where: `--${flag}` });
  }
  if (!withValue.has(flag)) throw unknownFlag(token.rawName, known);
  // As `parseArgs` does when strict: `--from --yes` is a forgotten value far more often than a file called `--yes`.
  if (token.value === undefined || (!token.inlineValue && token.value.startsWith('-'))) {
    throw badInput(`--${flag} needs a value.`, {
      where: `--${flag}`,
      ...(token.value === undefined
        ? {}
        : { hint: `A value that starts with a dash is written --${flag}=VALUE.` }),
    });
  }
  return { flag, value: token.value };
}

function unknownFlag(rawName: string, { switches, withValue, elsewhere }: KnownFlags): Failure {
  const known = [...switches, ...withValue].map((flag) => `--${flag}`);
  const near = elsewhere.get(rawName) ?? nearest(rawName, known);
  return badInput(`Unknown flag: ${quote(rawName)}.`, {
    where: rawName,
    hint: near === undefined ? 'See --help.' : `Did you mean ${near}?`,
  });
}
