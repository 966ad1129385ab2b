import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** A new folder for files on the way, which is gone afterwards, also when the program ends before its owner removes it. */
export interface Scratch {
  readonly folder: string;
  remove(): Promise<void>;
  /** Leaves it to the user: its path is about to be told. */
  keep(): void;
}

/** @throws Node's error when it can't be made */
export async function makeScratch(prefix: string, parent = tmpdir()): Promise<Scratch> {
  const folder = await mkdtemp(join(parent, prefix));
  const options = { recursive: true, force: true } as const;
  const atExit = (): void => {
    try {
      rmSync(folder, options);
    } catch {
      // Something still writes there, and nobody is left to be told.
    }
  };
  const keep = (): void => void process.off('exit', atExit);
  process.on('exit', atExit);
  return {
    folder,
    keep,
    async remove() {
      await rm(folder, options);
      keep();
    },
  };
}
