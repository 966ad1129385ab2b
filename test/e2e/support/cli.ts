import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const packageRoot = fileURLToPath(new URL('../../..', import.meta.url));
export const bin = join(packageRoot, 'dist', 'bin.js');

export interface Finished {
  /** Exit code; -1 when a signal ended it. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Launch {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Runs the program as this user and group; only root may say so. */
  readonly user?: number;
}

/** Runs a program without a terminal and without standard input, to its end. */
export function run(
  command: string,
  args: readonly string[],
  launch: Launch = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: launch.cwd ?? process.cwd(),
      env: { ...cleanEnvironment(), ...launch.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(launch.user !== undefined && { uid: launch.user, gid: launch.user }),
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ status: code ?? -1, stdout, stderr }));
  });
}

/** Runs the built bin. */
export function runBin(args: readonly string[], launch: Launch = {}): Promise<Finished> {
  if (!existsSync(bin)) throw new Error(`${bin} is missing: run \`npm run build\` first`);
  return run(process.execPath, [bin, ...args], launch);
}

/** What the test runner and npm add would change how the programs under test behave. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|VITEST|NODE_ENV$|TEST$|NODE_OPTIONS$)/u.test(name),
    ),
  );
}
