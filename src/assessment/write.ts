import { basename, dirname } from 'node:path';
import { holdInterrupts } from '../terminal/interrupt.ts';
import { commitChanges } from '../writing/commit.ts';
import { changeOf } from '../writing/own-file.ts';
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
  const change = await changeOf({ file, path: basename(file), mark: MARK, content }, onForeign);
  if (change === undefined) return;
  await holdInterrupts((interruption) => commitChanges(dirname(file), [change], interruption));
}
