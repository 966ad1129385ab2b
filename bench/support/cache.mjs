// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What benches install and build, kept between runs. */
export const cacheFolder = fileURLToPath(new URL('../../.cache/bench', import.meta.url));

/** @template T @param {(folder: string) => Promise<T>} work in a folder that is gone afterwards @returns {Promise<T>} */
export async function inTemporaryFolder(work) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
