import { lstat, mkdir, mkdtemp, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { badInput, cancelled, Failure } from '../terminal/failure.ts';
import type { Interruption } from '../terminal/interrupt.ts';
import { systemCode, systemReason } from '../terminal/system-error.ts';
import { checkNoWayOut } from './inside.ts';

/** One file to write, or to remove when it has no content. */
export interface Change {
  /** POSIX, relative to the destination. */
  readonly path: string;
  readonly content: string | undefined;
  /** There was no such file when this was decided; one that is there now is somebody else's. */
  readonly isNew?: boolean;
}

/**
 * Writes all changes or none. Everything is staged next to its place first, so that a full disk shows before a file is
 * touched; then files are renamed in, and back when one of them can't be. A folder made for this is removed again.
 *
 * @param interruption - looked at between files; a stop before the end undoes everything
 * @throws Failure: code 2 when the disk or the permissions say no, code 130 when interrupted
 */
export async function commitChanges(
  destination: string,
  changes: readonly Change[],
  interruption: Interruption = { happened: false },
): Promise<void> {
  const undo = new Undo();
  let place = destination;
  const step = async (path: string, work: () => Promise<void>): Promise<void> => {
    place = join(destination, path);
    if (interruption.happened) throw cancelled();
    await work();
  };
  try {
    await ((await exists(destination))
      ? changeProject(destination, changes, undo, step)
      : createProject(destination, changes, undo, step));
  } catch (error) {
    const left = await undo.run();
    throw describe(error, place, left);
  }
  await undo.removeStaging();
}

type Step = (path: string, work: () => Promise<void>) => Promise<void>;

/** A new project appears in one rename. */
async function createProject(
  destination: string,
  changes: readonly Change[],
  undo: Undo,
  step: Step,
): Promise<void> {
  const parent = dirname(destination);
  await makeFolders(parent, undo);
  const staging = await undo.stagingFolder(parent);
  // Not the staging folder itself: `mkdtemp` makes it private (mode 0700).
  const project = join(staging, 'project');
  await mkdir(project);
  await stage(project, changes, step);
  await step('.', () => rename(project, destination));
}

async function changeProject(
  destination: string,
  changes: readonly Change[],
  undo: Undo,
  step: Step,
): Promise<void> {
  if (changes.length === 0) return;
  const staging = await undo.stagingFolder(destination);
  await stage(join(staging, 'new'), changes, step);
  await mkdir(join(staging, 'old'));
  for (const [index, { path, content, isNew }] of changes.entries()) {
    await step(path, async () => {
      const target = join(destination, path);
      await checkNoWayOut(destination, path);
      if (isNew) await checkStillMissing(target);
      await setAside(target, join(staging, 'old', String(index)), undo);
      if (content === undefined) return;
      await makeFolders(dirname(target), undo);
      await rename(join(staging, 'new', path), target);
      undo.push(() => rm(target));
    });
  }
  for (const { path, content } of changes) {
    if (content === undefined) await removeEmptyFolders(destination, path);
  }
}

async function stage(folder: string, changes: readonly Change[], step: Step): Promise<void> {
  for (const { path, content } of changes) {
    if (content === undefined) continue;
    await step(path, async () => {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    });
  }
}

async function checkStillMissing(target: string): Promise<void> {
  if ((await stat(target).catch(() => undefined)) === undefined) return;
  throw badInput('Nothing was written: somebody else made this file meanwhile.', {
    where: target,
    hint: 'Run the same command again, when nothing else writes there.',
  });
}

async function setAside(target: string, aside: string, undo: Undo): Promise<void> {
  const stats = await lstat(target).catch(ignoreMissing);
  if (stats === undefined) return;
  if (stats.isDirectory()) throw badInput('A folder is where a file should be.', { where: target });
  await rename(target, aside);
  undo.push(() => rename(aside, target));
}

/** Makes a folder and what is missing above it; undone from below. */
async function makeFolders(folder: string, undo: Undo): Promise<void> {
  if (await exists(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) await makeFolders(parent, undo);
  await mkdir(folder);
  undo.push(() => rmdir(folder));
}

async function removeEmptyFolders(destination: string, path: string): Promise<void> {
  let folder = dirname(join(destination, path));
  while (folder.startsWith(destination + sep)) {
    const removed = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!removed) return;
    folder = dirname(folder);
  }
}

/** What to do to be where we started, last thing first. */
class Undo {
  readonly #steps: (() => Promise<void>)[] = [];
  #staging: string | undefined;
  #failed = false;

  push(step: () => Promise<void>): void {
    this.#steps.push(step);
  }

  async stagingFolder(parent: string): Promise<string> {
    this.#staging = await mkdtemp(join(parent, '.wasm-component-'));
    // A file that could not be put back is still in there.
    this.push(async () => {
      if (!this.#failed) await this.removeStaging();
    });
    return this.#staging;
  }

  async removeStaging(): Promise<void> {
    if (this.#staging === undefined) return;
    await rm(this.#staging, { recursive: true, force: true, maxRetries: 3 });
  }

  /** @returns where files are left that could not be put back, when there are such */
  async run(): Promise<string | undefined> {
    for (const step of this.#steps.toReversed()) {
      await step().catch(() => {
        this.#failed = true;
      });
    }
    return this.#failed ? this.#staging : undefined;
  }
}

function describe(error: unknown, place: string, left: string | undefined): unknown {
  const isOurs = error instanceof Failure;
  if (!isOurs && systemCode(error) === undefined) return error;
  const reason = isOurs ? error.message : systemReason(error);
  if (left !== undefined) {
    return badInput(`Nothing more was written: ${reason}. Some files could not be put back.`, {
      where: place,
      hint: `They are kept in ${left}.`,
      cause: error,
    });
  }
  if (isOurs) return error;
  return badInput(`Nothing was written: ${reason}.`, { where: place, cause: error });
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(ignoreMissing)) !== undefined;
}

function ignoreMissing(error: unknown): undefined {
  if (systemCode(error) === 'ENOENT') return undefined;
  throw error;
}
