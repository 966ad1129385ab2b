// @ts-check
/** The process in which componentize.ts has one component made. */
import { BuildProblem, componentizeBundle } from '../../templates/node/build.mjs';
import { loadTools } from '../../templates/node/snapshot/componentize.mjs';

/** @typedef {import('./componentize.ts').ComponentizeJob} Job */
/** @typedef {import('./componentize.ts').ComponentizeAnswer} Answer */

/** @param {Job} job @returns {Promise<Answer>} */
async function run({ project, scratch, timeout }) {
  process.chdir(project.directory);
  Object.assign(process.env, { TMPDIR: scratch, TEMP: scratch, TMP: scratch });
  try {
    return { made: await componentizeBundle(project, { timeout, tools }) };
  } catch (error) {
    if (!(error instanceof BuildProblem)) throw error;
    const { message, where, hint } = error;
    return { problem: { message, where, hint } };
  }
}

const tools = loadTools();
tools.catch(() => {}); // The job will tell.

process.once('message', async (job) => {
  const answer = await run(/** @type {Job} */ (job));
  process.send?.(answer, () => process.disconnect());
});
