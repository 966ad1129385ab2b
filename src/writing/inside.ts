import { realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { badInput } from '../terminal/failure.ts';

/**
 * Checks that a project path stays inside the project on every system.
 *
 * @throws Failure (code 2)
 */
export function checkPath(path: string): void {
  const segments = path.split('/');
  const isInside =
    !/[\\:\p{Cc}]/u.test(path) &&
    segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..');
  if (!isInside) throw badInput(`${JSON.stringify(path)} is no path inside the project.`);
}

/**
 * Checks that writing `path` would not follow a link out of the destination.
 *
 * @throws Failure (code 2) that names the link
 */
export async function checkNoWayOut(destination: string, path: string): Promise<void> {
  const root = await realpath(destination);
  const folder = await existingFolder(destination, path);
  const way = relative(root, await realpath(folder));
  if (way === '..' || way.startsWith(`..${sep}`) || /^[A-Za-z]:/u.test(way)) {
    throw badInput('A link leads out of the project: nothing is written through it.', {
      where: folder,
      hint: 'Remove the link, or write the project somewhere else with --out.',
    });
  }
}

/** The nearest folder of `path` that exists, inside `destination`. */
async function existingFolder(destination: string, path: string): Promise<string> {
  let folder = dirname(join(destination, path));
  while (folder !== destination && folder.length > destination.length) {
    const exists = await realpath(folder).then(
      () => true,
      () => false,
    );
    if (exists) return folder;
    folder = dirname(folder);
  }
  return destination;
}
