import { join } from 'node:path';
import type { Change } from '../writing/commit.ts';
import type { Decision } from '../writing/decide.ts';

/** Yeoman's editor of its in-memory files. */
export interface MemoryEditor {
  write(path: string, content: string): unknown;
  delete(path: string): unknown;
}

/** A file in Yeoman's memory, with the marks of mem-fs-editor 12 (`state.js`). */
export interface MemoryFile {
  contents: Buffer | null;
  state?: unknown;
  stateCleared?: unknown;
  committed?: boolean;
  isNew?: boolean;
}

export interface Memory {
  get(path: string): MemoryFile;
}

/** Puts the decided changes into memory; in Yeoman's, generators that run with us see them. */
export function stageChanges(
  editor: MemoryEditor,
  folder: string,
  decisions: readonly Decision[],
): void {
  for (const { path, action, content } of decisions) {
    if (action === 'remove') editor.delete(join(folder, path));
    else if (changes(action) && content !== undefined) editor.write(join(folder, path), content);
  }
}

/** The changes as they are in memory now: another generator may have transformed them. */
export function stagedChanges(
  memory: Memory,
  folder: string,
  decisions: readonly Decision[],
): readonly Change[] {
  return decisions
    .filter(({ action }) => changes(action))
    .map(({ path, action }) => ({
      path,
      isNew: action === 'create',
      content:
        action === 'remove' ? undefined : memory.get(join(folder, path)).contents?.toString('utf8'),
    }));
}

/** Marks the changes as written, so that Yeoman's own commit leaves them alone. */
export function markWritten(memory: Memory, folder: string, decisions: readonly Decision[]): void {
  for (const { path, action } of decisions) {
    if (!changes(action)) continue;
    const file = memory.get(join(folder, path));
    file.stateCleared = file.state;
    file.committed = true;
    delete file.state;
    delete file.isNew;
  }
}

function changes(action: Decision['action']): boolean {
  return action !== 'identical' && action !== 'keep' && action !== 'conflict';
}
