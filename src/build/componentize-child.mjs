// @ts-check
/** The process in which componentize.ts has one component made. */
import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

/** @typedef {import('./componentize.ts').ComponentizeJob} Job */
/** @typedef {import('./componentize.ts').ComponentizeAnswer} Answer */

/**
 * componentize-js runs the module level by `spawnSync` without a limit, so a loop there would never end, and nobody
 * could stop wizer from outside without stopping all that share the terminal.
 *
 * @param {number} timeout
 */
function limitSpawnSync(timeout) {
  const { spawnSync } = childProcess;
  childProcess.spawnSync = /** @type {typeof spawnSync} */ (
    (/** @type {string} */ file, /** @type {string[]} */ args, /** @type {object} */ options) =>
      spawnSync(file, args, { ...options, timeout, killSignal: 'SIGKILL' })
  );
  syncBuiltinESMExports();
}

/** @param {Job} job @returns {Promise<Answer>} */
async function run({ project, wizerBin, timeout }) {
  limitSpawnSync(timeout);
  const { BuildProblem, componentizeBundle } = await import('../../templates/node/build.mjs');
  try {
    await componentizeBundle(project, wizerBin === undefined ? {} : { wizerBin });
    return { done: true };
  } catch (error) {
    if (!(error instanceof BuildProblem)) throw error;
    const { message, where, hint } = error;
    return { problem: { message, where, hint } };
  }
}

process.once('message', async (job) => {
  const answer = await run(/** @type {Job} */ (job));
  process.send?.(answer, () => process.disconnect());
});
