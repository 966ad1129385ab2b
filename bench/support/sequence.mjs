// @ts-check
import { measured } from './process.mjs';

/** @typedef {{ name: string, seconds: number, problem?: string }} Ran */

/**
 * Does jobs one after the other, whatever becomes of those before, and says on stderr where it is.
 *
 * @param {readonly string[]} names @param {(name: string) => Promise<unknown>} work
 * @returns {Promise<Ran[]>} `problem`: the first line of its error
 */
export async function oneAfterTheOther(names, work) {
  /** @type {Ran[]} */
  const ran = [];
  for (const name of names) {
    process.stderr.write(`\n${ran.length + 1} of ${names.length}: ${name}\n`);
    const { seconds, value } = await measured(() => problemOf(() => work(name)));
    if (value !== undefined) process.stderr.write(`${name}: ${value}\n`);
    ran.push({ name, seconds, ...(value !== undefined && { problem: value }) });
  }
  return ran;
}

/** @param {() => Promise<unknown>} work @returns {Promise<string | undefined>} */
async function problemOf(work) {
  try {
    await work();
    return undefined;
  } catch (error) {
    return String(error instanceof Error ? error.message : error).split('\n')[0];
  }
}
