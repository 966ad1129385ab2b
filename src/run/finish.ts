import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { MANAGERS } from '../project/package-manager.ts';
import type { PackageManager } from '../service/model.ts';
import { proofFailed } from '../terminal/failure.ts';
import { hasGit, isInRepository } from './folder-facts.ts';

/** Lines of a failed install that are worth showing. */
const LAST_LINES = 20;

/**
 * Installs the project's dependencies.
 *
 * @throws Failure (code 1) with the end of the package manager's output
 */
export async function installDependencies(
  directory: string,
  packageManager: PackageManager,
): Promise<void> {
  const output: string[] = [];
  const status = await new Promise<number | null>((resolve, reject) => {
    // A shell, because npm and its like are .cmd files on Windows; the words are ours, none is the user's.
    const child = spawn(MANAGERS[packageManager].install, {
      cwd: directory,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => output.push(chunk));
    }
    child.on('error', reject);
    child.on('close', resolve);
  }).catch((error) => {
    throw proofFailed(`${packageManager} could not be started.`, {
      hint: 'Leave the installing out with --skip-install.',
      cause: error,
    });
  });
  if (status === 0) return;
  const tail = output.join('').trimEnd().split('\n').slice(-LAST_LINES).join('\n');
  throw proofFailed(`${packageManager} install failed.\n${tail}`, {
    where: directory,
    hint: 'The project is complete; install its dependencies yourself.',
  });
}

/**
 * Makes the project a Git repository, unless it is in one.
 *
 * @returns whether it did: `made`; or why not: it is `inside` one already, Git is `missing`
 */
export async function initGit(directory: string): Promise<'made' | 'inside' | 'missing'> {
  if (await isInRepository(directory)) return 'inside';
  if (!(await hasGit())) return 'missing';
  await promisify(execFile)('git', ['-c', 'init.defaultBranch=main', 'init', '--quiet'], {
    cwd: directory,
  });
  return 'made';
}
