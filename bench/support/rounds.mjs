// @ts-check

/** @typedef {{ readonly name: string }} Contender */

/**
 * Measures every contender once a round, the order reversed in every second round: what else the machine does at the
 * time, and what a contender leaves behind, meets all of them.
 *
 * @template {Contender} C, M
 * @param {readonly C[]} contenders
 * @param {number} rounds
 * @param {(contender: C, round: number) => Promise<M>} measure
 * @returns {Promise<Map<string, M[]>>} by name
 */
export async function alternate(contenders, rounds, measure) {
  const measured = new Map(contenders.map(({ name }) => [name, /** @type {M[]} */ ([])]));
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? contenders : contenders.toReversed();
    for (const contender of order) {
      process.stderr.write(`round ${round + 1} of ${rounds}: ${contender.name}\n`);
      measured.get(contender.name)?.push(await measure(contender, round));
    }
  }
  return measured;
}
