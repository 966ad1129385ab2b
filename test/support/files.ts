import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';

/** A folder of its own for a test; the global set-up removes it. Its name has blanks, as users' folders do. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'a test folder '));
}

/** Writes files, by their POSIX path below a folder. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string> | Readonly<Record<string, string>>,
): Promise<void> {
  const entries = files instanceof Map ? files : Object.entries(files);
  for (const [path, content] of entries) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Every file below a folder, by its POSIX path; an empty folder is `path/`. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    if (entry.isFile()) files[name] = await readFile(path, 'utf8');
    else if (entry.isDirectory() && (await readdir(path)).length === 0) files[`${name}/`] = '';
  }
  return files;
}

const ORDINARY = 1000;

/** Runs `work` without root's powers: to root, permissions mean nothing. */
export async function asOrdinaryUser(work: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(ORDINARY);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}
