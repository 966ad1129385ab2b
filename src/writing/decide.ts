import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectFile } from '../project/file.ts';
import { badInput } from '../terminal/failure.ts';
import { systemCode, systemReason } from '../terminal/system-error.ts';
import { fingerprint } from './fingerprint.ts';
import { checkPath } from './inside.ts';

/** What becomes of a file. */
export type Action =
  /** It is not there yet. */
  | 'create'
  /** It is as we wrote it, and the plan changed. */
  | 'update'
  /** It says what the plan says. */
  | 'identical'
  /** The user edited it and it stays. */
  | 'keep'
  /** The user edited it and wants ours. */
  | 'overwrite'
  /** It is as we wrote it and no longer planned. */
  | 'remove'
  /** The user edited it and somebody has to say what becomes of it. */
  | 'conflict';

export interface Decision {
  /** POSIX, relative to the destination. */
  readonly path: string;
  readonly action: Action;
  /** What the file is for, or why the action. */
  readonly why: string;
  /** What to write; absent when the file is kept or removed. */
  readonly content?: string;
  /** What is on the disk now, when it differs. */
  readonly current?: string;
}

/**
 * Compares the plan with the disk: what the user edited since we wrote it is the user's. A file that was there before
 * us counts as edited.
 *
 * @param written - fingerprints of what earlier runs wrote
 * @throws Failure (code 2) when a path leaves the destination or a folder is where a file should be
 */
export async function decide(
  destination: string,
  plan: readonly ProjectFile[],
  written: ReadonlyMap<string, string>,
): Promise<readonly Decision[]> {
  const planned = new Set(plan.map(({ path }) => path));
  const decisions: Decision[] = [];
  for (const file of plan) {
    checkPath(file.path);
    const current = await readCurrent(destination, file.path);
    decisions.push(decideFile(file, current, written.get(file.path)));
  }
  for (const [path, before] of written) {
    if (planned.has(path)) continue;
    checkPath(path);
    const current = await readCurrent(destination, path);
    if (current !== undefined) decisions.push(decideLeftover(path, current, before));
  }
  return decisions;
}

function decideFile(
  { path, content, owner, why }: ProjectFile,
  current: string | undefined,
  before: string | undefined,
): Decision {
  if (current === undefined) return { path, action: 'create', why, content };
  const now = fingerprint(current);
  if (now === fingerprint(content)) return { path, action: 'identical', why };
  if (now === before) return { path, action: 'update', why, content, current };
  const edited = { path, content, current };
  if (before === undefined) return { ...edited, action: 'conflict', why: 'was there before' };
  if (owner === 'user') return { ...edited, action: 'keep', why: 'yours: you edited it' };
  return { ...edited, action: 'conflict', why: 'generated, but you edited it' };
}

function decideLeftover(path: string, current: string, before: string): Decision {
  return fingerprint(current) === before
    ? { path, action: 'remove', why: 'no longer part of the project' }
    : { path, action: 'keep', why: 'no longer part of the project, but you edited it' };
}

async function readCurrent(destination: string, path: string): Promise<string | undefined> {
  try {
    return await readFile(join(destination, path), 'utf8');
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return undefined;
    if (code === 'EISDIR') {
      throw badInput('A folder is where a file should be.', { where: join(destination, path) });
    }
    if (code === 'ENOTDIR') {
      throw badInput('A file is where a folder should be.', { where: join(destination, path) });
    }
    throw badInput(`The file can not be read: ${systemReason(error)}.`, {
      where: join(destination, path),
      cause: error,
    });
  }
}
