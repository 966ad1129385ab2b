import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SkippedFile } from './finding.ts';

/** Folders that hold what tools made or fetched, not what the user wrote. */
const LEFT_OUT = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  'vendor',
  'vendored',
  '_vendor',
  'target',
  'dist',
  'build',
  'out',
  'coverage',
  'venv',
  'site-packages',
  '__pycache__',
  'third_party',
]);

/** Folders with a leading dot that hold what is read: nothing else hidden is looked into. */
const HIDDEN_BUT_READ = new Set(['.docker', '.k8s', '.kube', '.deploy']);

export interface Listing {
  /** Paths from the folder with `/`, in the same order on every system. */
  readonly files: readonly string[];
  readonly skipped: readonly SkippedFile[];
}

/**
 * The files of `folder` that may be read. Links are never followed, whether they lead out or not: what they point at
 * inside the folder is met by itself.
 *
 * @param maxFiles - the listing ends there
 * @throws the system's error if `folder` itself can't be listed
 */
export function walk(folder: string, maxFiles: number): Listing {
  const files: string[] = [];
  const skipped: SkippedFile[] = [];
  const pending = [''];
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
    const folders: string[] = [];
    const entries = list(folder, parent, skipped);
    if (parent !== '' && isOurs(join(folder, parent), entries)) {
      skipped.push({ file: parent, why: 'generated' });
      continue;
    }
    for (const entry of entries) {
      const path = parent === '' ? entry.name : `${parent}/${entry.name}`;
      if (entry.isSymbolicLink()) skipped.push({ file: path, why: 'link' });
      else if (entry.isDirectory()) {
        if (isRead(entry.name)) folders.push(path);
      } else if (entry.isFile()) {
        if (files.length >= maxFiles)
          return { files, skipped: [...skipped, { file: path, why: 'too-many' }] };
        files.push(path);
      }
    }
    pending.push(...folders.reverse());
  }
  return { files, skipped };
}

/** Whether a folder below holds a project that the generator wrote: it says nothing about the service of today. */
function isOurs(folder: string, entries: readonly Dirent[]): boolean {
  if (!entries.some((entry) => entry.name === '.yo-rc.json' && entry.isFile())) return false;
  try {
    return readFileSync(join(folder, '.yo-rc.json'), 'utf8').includes('"generator-wasm-component"');
  } catch {
    return false;
  }
}

function list(folder: string, path: string, skipped: SkippedFile[]): Dirent[] {
  try {
    return readdirSync(join(folder, path), { withFileTypes: true }).sort(byName);
  } catch (error) {
    if (path === '') throw error;
    skipped.push({ file: path, why: 'unreadable' });
    return [];
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

function isRead(name: string): boolean {
  return !LEFT_OUT.has(name) && (!name.startsWith('.') || HIDDEN_BUT_READ.has(name));
}
