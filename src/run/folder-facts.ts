import { execFile } from 'node:child_process';
import { access, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { localeLang } from '../messages/lang.ts';
import { documentsAmong } from '../openapi/locate.ts';
import type { FolderFacts } from '../questions/question.ts';
import type { PackageManager } from '../service/model.ts';
import { REMEMBERED_FILE } from '../writing/remembered.ts';

const LOCKFILES: ReadonlyMap<string, PackageManager> = new Map([
  ['package-lock.json', 'npm'],
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
]);

/** What the folder in which the run starts says about the answers' defaults. */
export async function readFolderFacts(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<FolderFacts> {
  const entries = await readdir(cwd).catch(() => []);
  const documents = documentsAmong(entries);
  return {
    document: documents.length === 1 ? documents[0] : undefined,
    service: isService(entries) ? '.' : undefined,
    packageManager: ofLockfile(entries) ?? ofUserAgent(env.npm_config_user_agent) ?? 'npm',
    lang: localeLang(env),
    canInitGit: (await hasGit()) && !(await isInRepository(cwd)),
  };
}

/** Files that say how a service is built or run. */
const MANIFESTS =
  /^(?:package\.json|pom\.xml|build\.gradle(?:\.kts)?|go\.mod|pyproject\.toml|requirements\.txt|(?:docker-)?compose\.ya?ml|dockerfile|serverless\.ya?ml)$/iu;

/** A project of ours is where a service has come to already. */
function isService(entries: readonly string[]): boolean {
  return entries.some((name) => MANIFESTS.test(name)) && !entries.includes(REMEMBERED_FILE);
}

function ofLockfile(entries: readonly string[]): PackageManager | undefined {
  const found = new Set(entries.flatMap((entry) => LOCKFILES.get(entry) ?? []));
  return found.size === 1 ? [...found][0] : undefined;
}

/** `pnpm/10.1.0 npm/? node/v20.20.2 linux x64`: npm, pnpm, Yarn and Bun all begin with themselves. */
function ofUserAgent(agent: string | undefined): PackageManager | undefined {
  const name = agent?.split('/')[0];
  return name === 'npm' || name === 'pnpm' || name === 'yarn' || name === 'bun' ? name : undefined;
}

export async function hasGit(): Promise<boolean> {
  return promisify(execFile)('git', ['--version']).then(
    () => true,
    () => false,
  );
}

/** Whether the folder, which need not exist yet, is inside a Git repository (`.git` is a file in a worktree). */
export async function isInRepository(folder: string): Promise<boolean> {
  for (let current = folder; ; current = dirname(current)) {
    const found = await access(join(current, '.git')).then(
      () => true,
      () => false,
    );
    if (found) return true;
    if (dirname(current) === current) return false;
  }
}
