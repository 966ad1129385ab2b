// @ts-check
/** The process in which componentize.ts has one component made. */
import { BuildProblem, componentizeBundle } from '../../templates/node/build.mjs';

/** @typedef {import('./componentize.ts').ComponentizeJob} Job */
/** @typedef {import('./componentize.ts').ComponentizeAnswer} Answer */

/** @param {Job} job @returns {Promise<Answer>} */
async function run({ project, timeout }) {
  try {
    return { made: await componentizeBundle(project, { timeout }) };
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
