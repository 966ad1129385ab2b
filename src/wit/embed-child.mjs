// @ts-check
/** The process in which embed.ts makes components: answers each job with its problem, or null. */
import { componentEmbed, componentNew } from '@bytecodealliance/jco';

process.once('message', async (/** @type {import('./embed.ts').EmbedJob[]} */ jobs) => {
  for (const { witPath, world } of jobs) process.send?.(await problemOf(witPath, world));
  process.disconnect();
});

/**
 * @param {string} witPath
 * @param {string} world
 * @returns {Promise<string | null>}
 */
async function problemOf(witPath, world) {
  try {
    await componentNew(await componentEmbed({ dummy: true, witPath, world }), []);
    return null;
  } catch (error) {
    if (error instanceof Error) return error.message;
    return String(error);
  }
}
