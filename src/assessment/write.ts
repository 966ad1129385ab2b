import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { badInput } from '../terminal/failure.ts';
import { holdInterrupts } from '../terminal/interrupt.ts';
import { systemCode } from '../terminal/system-error.ts';
import { commitChanges } from '../writing/commit.ts';
import { MARK } from './markdown.ts';

/**
 * Writes the report, or leaves everything as it was.
 *
 * @param onForeign - what becomes of a file in its place that isn't a report of ours
 * @throws Failure: code 2 when such a file is there, or the disk says no; code 130 when interrupted
 */
export async function writeReport(
  file: string,
  content: string,
  onForeign: 'fail' | 'overwrite',
): Promise<void> {
  const current = await contentOf(file);
  if (current === content) return;
  if (current !== undefined && onForeign === 'fail' && !current.startsWith(MARK)) {
    throw badInput('There is a file already that this command did not write.', {
      where: file,
      hint: 'Write to another file, or over it with --force.',
    });
  }
  const change = { path: basename(file), content, isNew: current === undefined };
  await holdInterrupts((interruption) => commitChanges(dirname(file), [change], interruption));
}

async function contentOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw badInput('A file in the way can not be read.', { where: path, cause: error });
  }
}
