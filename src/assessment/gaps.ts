import type { SkippedFile } from '../evidence/finding.ts';
import type { Progress } from '../terminal/progress.ts';
import { quote } from '../text/quote.ts';
import type { Assessment } from './assess.ts';

/** Facts that are this old are worth a warning. */
const OLD_DAYS = 180;

/** Reasons for which a file is not read on purpose. */
const MEANT: readonly SkippedFile['why'][] = ['binary', 'link', 'generated'];

/** Warns of what a verdict could not take into account: files that were not read, facts that are old. */
export function warnOfGaps({ evidence, facts }: Assessment, progress: Progress): void {
  const unread = evidence.skipped.filter(({ why }) => !MEANT.includes(why));
  const [first] = unread;
  if (first !== undefined) {
    const files = unread.length === 1 ? '1 file was' : `${unread.length} files were`;
    progress.warn(`${files} not read: ${quote(first.file)} is ${first.why}.`);
  }
  if (facts.days > OLD_DAYS) {
    progress.warn(
      `The facts are ${facts.days} days old: see --facts-age, or update the generator.`,
    );
  }
}
