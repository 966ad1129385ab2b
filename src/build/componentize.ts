import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { BuildProblem, type Project } from '../../templates/node/build.mjs';
import { makeScratch } from '../processes/scratch.ts';
import { componentizer } from './componentizer.ts';
import { asFailure } from './failure.ts';

export interface ComponentizeOptions {
  /** Milliseconds for running the bundle's module level (default 120 000). */
  readonly timeout?: number;
}

export interface Made {
  /** Why it took longer than it could have. */
  readonly fallback?: string;
}

/** What the child process is asked and what it answers (componentize-child.mjs). */
export interface ComponentizeJob {
  readonly project: Project;
  /** An empty folder for files on the way. */
  readonly scratch: string;
  readonly timeout: number;
}
export type ComponentizeAnswer =
  | { readonly made: Made }
  | {
      readonly problem: {
        readonly message: string;
        readonly where?: string | undefined;
        readonly hint?: string | undefined;
      };
    }
  | { readonly crash: string };

/**
 * Makes `dist/NAME.wasm` from the project's bundle, in a process of its own: componentize-js blocks its thread for
 * seconds, prints what the module level prints, and a panic in its WebAssembly tools breaks them for the rest of a
 * process.
 *
 * @throws Failure (code 1) that translates the engine's message, with the user's own file and line when the engine
 *   tells.
 */
export async function componentizeProject(
  project: Project,
  options: ComponentizeOptions = {},
): Promise<Made> {
  // componentize-js leaves its work folder behind when it is killed.
  const parent = withoutBlanks(tmpdir(), '/tmp', project.directory);
  const scratch = await makeScratch('componentize-', parent);
  try {
    const { folder } = scratch;
    const job: ComponentizeJob = { project, scratch: folder, timeout: options.timeout ?? 120_000 };
    const answer = await ask(componentizer.take(), job);
    if ('problem' in answer) throw new BuildProblem(answer.problem.message, answer.problem);
    if ('crash' in answer) throw new BuildProblem(answer.crash);
    return answer.made;
  } catch (error) {
    throw asFailure('Componentizing failed', error);
  } finally {
    await scratch.remove();
  }
}

/** componentize-js 0.23.0 hands the paths of its work folder on in a list separated by blanks. */
function withoutBlanks(preferred: string, ...others: readonly string[]): string {
  const fits = (path: string) => !/\s/.test(path) && existsSync(path);
  return [preferred, ...others].find(fits) ?? preferred;
}

function ask(process: ChildProcess, job: ComponentizeJob): Promise<ComponentizeAnswer> {
  return new Promise((resolve) => {
    let printed = '';
    for (const stream of [process.stdout, process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    process.once('message', (answer) => resolve(answer as ComponentizeAnswer));
    process.once('error', (error) => resolve({ crash: error.message }));
    process.once('close', (code, signal) => {
      resolve({ crash: `componentize-js ended with ${signal ?? code}: ${printed.slice(-4000)}` });
    });
    process.send(job);
  });
}
