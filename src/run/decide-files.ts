import type { ProjectFile } from '../project/file.ts';
import type { Ask } from '../terminal/prompt.ts';
import { type Decision, decide } from '../writing/decide.ts';
import { fingerprint } from '../writing/fingerprint.ts';
import { printRemembered, REMEMBERED_FILE } from '../writing/remembered.ts';
import { settleConflicts } from '../writing/settle.ts';
import type { Asked } from './ask.ts';
import type { Context } from './context.ts';

/**
 * What becomes of each file of the plan, of files that are no longer planned, and of `.yo-rc.json`.
 *
 * @throws Failure: code 2 for conflicts that nobody may settle, code 130 when the user stops
 */
export async function decideFiles(
  context: Context,
  asked: Asked,
  plan: readonly ProjectFile[],
  ask: Ask | undefined,
): Promise<readonly Decision[]> {
  const { folder, remembered } = asked.destination;
  const { dryRun, onConflict } = context.line.options;
  const open = await decide(folder, plan, remembered.files);
  const decisions = dryRun
    ? open
    : await settleConflicts(open, {
        onConflict: onConflict ?? (ask === undefined ? 'fail' : 'ask'),
        ask,
        show: (text) => context.host.stderr.write(`${text}\n`),
      });
  return [...decisions, ...(await decideRemembered(asked, plan, decisions))];
}

async function decideRemembered(
  { answers, given, destination }: Asked,
  plan: readonly ProjectFile[],
  decisions: readonly Decision[],
): Promise<readonly Decision[]> {
  const { folder, remembered } = destination;
  const files = fingerprints(plan, decisions, remembered.files);
  const content = printRemembered(remembered, answers, given, files, folder);
  const why = 'answers and fingerprints, so that a later run knows what you edited';
  const file = { path: REMEMBERED_FILE, content, owner: 'generated', why } as const;
  const [decision] = await decide(folder, [file], new Map());
  if (decision === undefined) return [];
  // It merges what is there, so it is never in conflict with it.
  return [decision.action === 'conflict' ? { ...decision, action: 'update', why } : decision];
}

/** What we wrote, now or before. A file that was there before us and is kept has never been ours. */
function fingerprints(
  plan: readonly ProjectFile[],
  decisions: readonly Decision[],
  before: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const actions = new Map(decisions.map(({ path, action }) => [path, action]));
  const files = new Map<string, string>();
  for (const { path, content } of plan) {
    const isTheirs = actions.get(path) === 'keep' || actions.get(path) === 'conflict';
    const known = isTheirs ? before.get(path) : fingerprint(content);
    if (known !== undefined) files.set(path, known);
  }
  return files;
}
