import { posix } from 'node:path';
import type { Finding, FindingKind } from '../evidence/finding.ts';

/** A folder below the one that was read, which is built and started on its own. */
export interface PartFindings {
  /** From the folder that was read, with `/`. */
  readonly folder: string;
  readonly findings: readonly Finding[];
}

/** What says that a folder is built on its own: a manifest, or an image of its own. */
function isBuilt({ kind, file }: Finding): boolean {
  if (kind === 'build-tool') return true;
  return kind === 'image' && /dockerfile/iu.test(posix.basename(file));
}

/** A module without these is a library of others: what it shows says nothing about a service. */
const STARTED: readonly FindingKind[] = ['entrypoint', 'image', 'http-port'];

/**
 * The services in a folder of several: each folder that says how it is built and how it is started. A finding belongs to
 * the deepest of them, so that what a file above them says of all is in none. Fewer than two are no parts.
 */
export function partsOf(findings: readonly Finding[]): readonly PartFindings[] {
  const folders = new Set(findings.filter(isBuilt).map(({ file }) => posix.dirname(file)));
  const byFolder = new Map<string, Finding[]>();
  for (const finding of findings) {
    const folder = ownerOf(finding.file, folders);
    if (folder !== undefined) byFolder.set(folder, [...(byFolder.get(folder) ?? []), finding]);
  }
  const parts = [...byFolder]
    .map(([folder, own]) => ({ folder, findings: own }))
    .filter((part) => part.findings.some(({ kind }) => STARTED.includes(kind)));
  return parts.length < 2 ? [] : parts;
}

function ownerOf(file: string, folders: ReadonlySet<string>): string | undefined {
  for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
    if (folders.has(folder)) return folder;
    if (folder === '.' || folder === '/') return undefined;
  }
}
