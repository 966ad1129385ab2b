import { posix } from 'node:path';
import type { Finding } from '../evidence/finding.ts';

/**
 * Findings without those of front ends: a package of npm whose libraries make pages in the browser and that has nothing to
 * serve them with is no service, and its language and its calls say nothing about the one beside it.
 */
export function withoutFrontEnds(findings: readonly Finding[]): readonly Finding[] {
  const packages = new Set(
    findings.filter(({ file }) => isManifest(file)).map(({ file }) => posix.dirname(file)),
  );
  const servers = new Set(
    findings
      .filter(({ kind, file }) => (kind === 'framework' && isManifest(file)) || isRoute(kind, file))
      .map(({ file }) => ownerOf(file, packages)),
  );
  const frontEnds = new Set(
    findings
      .filter(({ kind }) => kind === 'front-end')
      .map(({ file }) => posix.dirname(file))
      .filter((folder) => !servers.has(folder)),
  );
  if (frontEnds.size === 0) return findings;
  const shared = new Set(
    findings
      .filter(({ kind, what, file }) => isOtherTool(kind, what) && !isManifest(file))
      .map(({ file }) => posix.dirname(file)),
  );
  return findings.filter(({ file }) => {
    const owner = ownerOf(file, packages);
    if (owner === undefined || !frontEnds.has(owner)) return true;
    // Its image is its own, unless something else is built in the same folder.
    const isImage = posix.dirname(file) === owner && /dockerfile/iu.test(posix.basename(file));
    return !(isManifest(file) || isScript(file) || (isImage && !shared.has(owner)));
  });
}

function isManifest(file: string): boolean {
  return posix.basename(file) === 'package.json';
}

function isScript(file: string): boolean {
  return /\.(?:[cm]?[jt]sx?|vue|svelte)$/u.test(file);
}

function isRoute(kind: Finding['kind'], file: string): boolean {
  return kind === 'route' && isScript(file);
}

function isOtherTool(kind: Finding['kind'], what: string): boolean {
  return kind === 'build-tool' && what !== 'compose';
}

/** The folder of the nearest package above a file. */
function ownerOf(file: string, packages: ReadonlySet<string>): string | undefined {
  for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
    if (packages.has(folder)) return folder;
    if (folder === '.' || folder === '/') return undefined;
  }
}
