import type { OnConflict } from '../command-line/run-flags.ts';
import { badInput, cancelled, type Failure } from '../terminal/failure.ts';
import type { Ask } from '../terminal/prompt.ts';
import type { Decision } from './decide.ts';
import { lineDiff } from './line-diff.ts';

export interface ConflictRule {
  readonly onConflict: OnConflict;
  /** Needed to ask; without it, `ask` fails as `fail` does. */
  readonly ask: Ask | undefined;
  /** Shows text between two prompts. */
  show(text: string): void;
}

/**
 * Settles what {@link decide} could not: each conflict becomes `keep` or `overwrite`. `overwrite` also takes the files
 * that are the user's own; nothing else touches those.
 *
 * @throws Failure: code 2 that lists each file when nobody may decide, code 130 when the user stops
 */
export async function settleConflicts(
  decisions: readonly Decision[],
  rule: ConflictRule,
): Promise<readonly Decision[]> {
  const conflicts = decisions.filter(({ action }) => action === 'conflict');
  switch (rule.onConflict) {
    case 'overwrite':
      return decisions.map((decision) =>
        decision.content === undefined || !isOpen(decision) ? decision : overwrite(decision),
      );
    case 'skip':
      return decisions.map((decision) =>
        decision.action === 'conflict' ? keep(decision) : decision,
      );
    default: {
      if (conflicts.length === 0) return decisions;
      if (rule.onConflict === 'fail' || rule.ask === undefined) throw conflictFailure(conflicts);
      return askAboutEach(decisions, rule.ask, rule.show);
    }
  }
}

function isOpen({ action }: Decision): boolean {
  return action === 'conflict' || action === 'keep';
}

function overwrite(decision: Decision): Decision {
  return { ...decision, action: 'overwrite', why: 'replaced, as you asked' };
}

function keep(decision: Decision): Decision {
  return { ...decision, action: 'keep', why: 'kept as it is, as you asked' };
}

type Choice = 'keep' | 'overwrite' | 'diff' | 'keep-all' | 'overwrite-all' | 'stop';

async function askAboutEach(
  decisions: readonly Decision[],
  ask: Ask,
  show: (text: string) => void,
): Promise<readonly Decision[]> {
  let rest: 'keep' | 'overwrite' | undefined;
  const settled: Decision[] = [];
  for (const decision of decisions) {
    if (decision.action !== 'conflict') {
      settled.push(decision);
      continue;
    }
    const choice = rest ?? (await askAbout(decision, ask, show));
    if (choice === 'keep-all') rest = 'keep';
    if (choice === 'overwrite-all') rest = 'overwrite';
    settled.push(choice.startsWith('keep') ? keep(decision) : overwrite(decision));
  }
  return settled;
}

async function askAbout(
  decision: Decision,
  ask: Ask,
  show: (text: string) => void,
): Promise<Exclude<Choice, 'diff' | 'stop'>> {
  for (;;) {
    const choice = (await ask({
      type: 'select',
      name: 'conflict',
      message: `${decision.path}: ${decision.why}`,
      choices: [
        { name: 'Keep mine', value: 'keep' },
        { name: 'Overwrite it', value: 'overwrite' },
        { name: 'Show the difference', value: 'diff' },
        { name: 'Keep mine, here and in all that follow', value: 'keep-all' },
        { name: 'Overwrite this and all that follow', value: 'overwrite-all' },
        { name: 'Stop, and write nothing', value: 'stop' },
      ],
      default: 'keep',
    })) as Choice;
    if (choice === 'stop') throw cancelled();
    if (choice !== 'diff') return choice;
    const lines = lineDiff(decision.current ?? '', decision.content ?? '');
    show(['', ...lines, ''].map((line) => `  ${line}`).join('\n'));
  }
}

function conflictFailure(conflicts: readonly Decision[]): Failure {
  const files = conflicts.map(({ path, why }) => `  ${path} (${why})`);
  const count = conflicts.length === 1 ? 'One file' : `${conflicts.length} files`;
  return badInput(`${count} would be overwritten; nothing was written.\n${files.join('\n')}`, {
    where: '--on-conflict',
    hint: 'Look first with --dry-run; then --on-conflict skip keeps them, --on-conflict overwrite replaces them.',
  });
}
