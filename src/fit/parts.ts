import { posix } from 'node:path';
import type { Finding, FindingKind } from '../evidence/finding.ts';

/** A folder below the one that was read, which is built and started on its own. */
export interface PartFindings {
  /** From the folder that was read, with `/`. */
  readonly folder: string;
  readonly findings: readonly Finding[];
}

/** What says that a folder is built on its own: a manifest, or an image of its own. */
function isBuilt({ kind, what, file }: Finding): boolean {
  if (kind === 'build-tool') return what !== 'compose';
  return kind === 'image' && /dockerfile/iu.test(posix.basename(file));
}

/** A module without these is a library of others: what it shows says nothing about a service. */
const STARTED: readonly FindingKind[] = ['entrypoint', 'image', 'http-port'];

/** An image that adds files to somebody else's server shows none of these. */
const OWN: readonly FindingKind[] = ['entrypoint', 'framework', 'language', 'route', 'runtime'];

/**
 * The services in a folder of several: each folder that says how it is built and how it is started. A finding belongs to
 * the deepest of them, and what a compose file says of a service to the folder that it builds; so what is said of all is
 * in none. One service alone, with what others made, is no parts.
 */
export function partsOf(findings: readonly Finding[]): readonly PartFindings[] {
  const folders = new Set(findings.filter(isBuilt).map(({ file }) => posix.dirname(file)));
  const composed = composedServices(findings);
  const ownerInCompose = new Map(
    composed.flatMap(({ context, own }) => own.map((finding) => [finding, context] as const)),
  );
  const byFolder = new Map<string, Finding[]>();
  for (const finding of findings) {
    const built = ownerInCompose.get(finding);
    const folder = built ?? ownerOf(finding.file, folders);
    const isOthers = built === undefined && ownerInCompose.has(finding);
    if (folder === undefined || isOthers || (built !== undefined && !folders.has(built))) continue;
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), finding]);
  }
  const parts = [...byFolder]
    .map(([folder, own]) => ({ folder, findings: own }))
    .filter(
      (part) =>
        part.findings.some(({ kind }) => STARTED.includes(kind)) &&
        part.findings.some(({ kind }) => OWN.includes(kind)),
    );
  const elsewhere = composed.filter(({ context, own }) => context === undefined && isOurs(own));
  return parts.length + elsewhere.length < 2 ? [] : parts;
}

interface ComposedService {
  /** The folder that it is built from, seen from the one that was read. */
  readonly context: string | undefined;
  readonly own: readonly Finding[];
}

/** The services of compose files: what a file says between the name of one and that of the next. */
function composedServices(findings: readonly Finding[]): readonly ComposedService[] {
  const services: Finding[][] = [];
  for (const finding of findings) {
    const current = services.at(-1);
    if (finding.kind === 'service' && finding.what === 'compose') services.push([finding]);
    else if (current?.[0]?.file === finding.file) current.push(finding);
  }
  return services.map((own) => {
    const built = own.find(({ kind, what }) => kind === 'build-tool' && what === 'compose');
    if (built === undefined) return { context: undefined, own };
    const context = posix.join(posix.dirname(built.file), built.value).replace(/\/$/u, '');
    return { context, own };
  });
}

/** Whether a composed service is somebody's own: not a database, a cache or a broker that is run beside it. */
function isOurs(own: readonly Finding[]): boolean {
  return own.some(({ kind }) => kind !== 'service' && kind !== 'image') && !own.some(isServer);
}

function isServer({ kind }: Finding): boolean {
  return kind === 'database' || kind === 'cache' || kind === 'broker';
}

function ownerOf(file: string, folders: ReadonlySet<string>): string | undefined {
  for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
    if (folders.has(folder)) return folder;
    if (folder === '.' || folder === '/') return undefined;
  }
}
