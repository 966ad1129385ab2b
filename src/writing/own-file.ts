import { readFile } from 'node:fs/promises';
import { badInput } from '../terminal/failure.ts';
import { systemCode } from '../terminal/system-error.ts';
import type { Change } from './commit.ts';

/** A file that a command writes again and again, which a mark in its first lines tells from somebody else's. */
export interface OwnFile {
  /** Where it is on the disk. */
  readonly file: string;
  /** The same as `Change` has it. */
  readonly path: string;
  readonly mark: string;
  /** `undefined`: there should be none. */
  readonly content: string | undefined;
}

/** Within this many characters the mark stands. */
const HEAD = 200;

/**
 * What is to be done about a file of ours: nothing when it says that already, or when it isn't ours and there should be
 * none.
 *
 * @param onForeign - what becomes of a file in its place that isn't ours
 * @throws Failure (code 2) when such a file is there, or can't be read
 */
export async function changeOf(
  { file, path, mark, content }: OwnFile,
  onForeign: 'fail' | 'overwrite',
): Promise<Change | undefined> {
  const current = await contentOf(file);
  if (current === content) return undefined;
  const isForeign = current !== undefined && !current.slice(0, HEAD).includes(mark);
  if (isForeign && content === undefined) return undefined;
  if (isForeign && onForeign === 'fail') {
    throw badInput('There is a file already that this command did not write.', {
      where: file,
      hint: 'Write to another place, or over it with --force.',
    });
  }
  return { path, content, isNew: current === undefined };
}

async function contentOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw badInput('A file in the way can not be read.', { where: file, cause: error });
  }
}
