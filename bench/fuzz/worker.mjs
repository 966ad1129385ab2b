// @ts-check
/** The thread in which fuzz.mjs tries mutants, one after the other: it may run out of time or memory. */
import { parentPort, workerData } from 'node:worker_threads';
import { componentEmbed, componentNew } from '@bytecodealliance/jco';
import { readApiText } from '../../dist/src/openapi/read-api.js';
import { planProject } from '../../dist/src/project/plan.js';
import { Failure } from '../../dist/src/terminal/failure.js';
import { typeApi } from '../../dist/src/wit/lower.js';
import { printWit } from '../../dist/src/wit/printing/print.js';
import { createHandler } from '../../dist/templates/runtime/handler.js';
import { judge } from './judge.mjs';
import { mutantOf } from './mutate.mjs';

const { documents, dependencies, seed } = workerData;
const subject = { readApiText, typeApi, printWit, planProject, createHandler, Failure };

/** @typedef {{ number: number, plans: boolean, embeds: boolean }} Job */

parentPort?.on('message', async (/** @type {Job} */ { number, plans, embeds }) => {
  const mutant = mutantOf(documents, `${seed}/${number}`);
  const verdict = await judge(/** @type {any} */ (subject), mutant, plans);
  const problem =
    verdict.end === 'typed' && embeds
      ? await embedProblem(verdict.wit)
      : verdict.end === 'broken' && verdict.problem;
  parentPort?.postMessage({ number, end: problem ? 'broken' : verdict.end, problem, mutant });
});

/** @param {string} wit @returns {Promise<string | undefined>} */
async function embedProblem(wit) {
  try {
    const witSource = `${wit}\n${dependencies}`;
    await componentNew(await componentEmbed({ dummy: true, witSource, world: 'service' }), []);
    return undefined;
  } catch (error) {
    return `WIT: ${error instanceof Error ? error.message : error}`;
  }
}
