// @ts-check
import { parseArgs } from 'node:util';

/**
 * `--rounds N`, and `--only NAME` (repeatable) for a few contenders.
 *
 * @template {{ readonly name: string }} C
 * @param {readonly C[]} contenders @param {number} rounds when not given
 * @returns {{ contenders: readonly C[], rounds: number, complete: boolean }} `complete`: its figures may be saved
 */
export function readArguments(contenders, rounds) {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: String(rounds) },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  const unknown = values.only.find((name) => contenders.every((known) => known.name !== name));
  if (unknown !== undefined || !/^[1-9]\d*$/.test(values.rounds)) {
    const names = contenders.map(({ name }) => name).join(', ');
    process.stderr.write(`usage: [--rounds N] [--only NAME]…\nnames: ${names}\n`);
    process.exit(2);
  }
  const chosen = contenders.filter(
    ({ name }) => values.only.length === 0 || values.only.includes(name),
  );
  return { contenders: chosen, rounds: Number(values.rounds), complete: values.only.length === 0 };
}
