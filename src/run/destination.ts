import { dirname, join, resolve } from 'node:path';
import { badInput } from '../terminal/failure.ts';
import { isProject, type Remembered, readRemembered } from '../writing/remembered.ts';

/** Where the project is written, and what that place remembers. */
export interface Destination {
  readonly folder: string;
  readonly remembered: Remembered;
}

/**
 * `--out`; else the working directory when it holds a project of ours and no other name is given; else `./NAME`, beside
 * the service when that is its own folder.
 *
 * @param service - the folder of the service that moves
 *
 * @returns `undefined` while it depends on a name that isn't known yet
 * @throws Failure (code 2) when the place is a disk's root, or remembers something broken
 */
export async function findDestination(
  cwd: string,
  out: string | undefined,
  name: string | undefined,
  service?: string,
): Promise<Destination | undefined> {
  if (out !== undefined) return at(notRoot(resolve(cwd, out)));
  const here = await at(cwd);
  if (isProject(here.remembered)) {
    if (name === undefined || here.remembered.answers.get('name') === name) return here;
  }
  if (name === undefined) return undefined;
  const folder = join(cwd, name);
  return at(folder === service ? `${folder}-component` : folder);
}

/** Nobody keeps a project there; `--out "$DIR/"` with an empty variable asks for it. */
function notRoot(folder: string): string {
  if (dirname(folder) !== folder) return folder;
  throw badInput('A project is not written to the root of a disk.', {
    where: '--out',
    hint: 'Name a folder in it.',
  });
}

async function at(folder: string): Promise<Destination> {
  return { folder, remembered: await readRemembered(folder) };
}
