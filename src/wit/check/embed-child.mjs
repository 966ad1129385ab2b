// @ts-check
/** The process in which embed.ts makes components: answers each job with its problem, or null. */
import { componentEmbed, componentNew } from '@bytecodealliance/jco';
import { compileForShortRuns } from '../../../templates/node/snapshot/v8.mjs';

compileForShortRuns();
// jco loads its tools when they are first used: that need not wait for a job.
const loaded = refusal({
  witSource: 'package any:any; world any { import any: func(); }',
  world: 'any',
});

process.once('message', async (/** @type {import('./embed.ts').EmbedJob[]} */ jobs) => {
  await loaded;
  for (const job of jobs) process.send?.(await problemOf(job));
  process.disconnect();
});

/**
 * @param {import('./embed.ts').EmbedJob} job
 * @returns {Promise<string | null>}
 */
async function problemOf({ witPath, world, source }) {
  const problem = await refusal({ witPath, world });
  if (problem === null || source === undefined) return problem;
  return (await refusal({ witSource: source, world })) ?? problem;
}

/**
 * @param {{ witPath?: string, witSource?: string, world: string }} wit
 * @returns {Promise<string | null>}
 */
async function refusal(wit) {
  try {
    await componentNew(await componentEmbed({ dummy: true, ...wit }), []);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
