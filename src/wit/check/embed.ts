import { fileURLToPath } from 'node:url';
import { EarlyProcess } from '../../processes/early-process.ts';

export interface EmbedJob {
  /** Absolute path of a folder with WIT and its `deps`. */
  readonly witPath: string;
  readonly world: string;
  /** The same WIT as one text: jco 1.34 tells what is wrong with a text, and of a folder only that something is. */
  readonly source?: string;
}

/** Why a WIT was refused; `undefined` when it wasn't. */
export type EmbedProblem = string | undefined;

const TIMEOUT_MS = 60_000;

const program = new EarlyProcess(fileURLToPath(new URL('./embed-child.mjs', import.meta.url)));

/** Has the process of the next `embed` load its tools. */
export function prepareEmbedding(): void {
  program.prepare();
}

/**
 * Embeds each WIT into a module of stubs and makes a component of that, which finds all that a host would refuse: jco's
 * `types` accepts empty records and labels that collide (probed with jco 1.34.0).
 *
 * It runs in a process of its own, because a panic inside wasm-tools poisons it for the rest of the process (`cannot
 * enter component instance`). Jobs after one that panicked fail as well.
 *
 * @param timeout - milliseconds for all jobs together
 */
export function embed(
  jobs: readonly EmbedJob[],
  timeout = TIMEOUT_MS,
): Promise<readonly EmbedProblem[]> {
  return new Promise((resolve) => {
    const started = program.take();
    const limit = setTimeout(() => started.kill(), timeout);
    const answers: EmbedProblem[] = [];
    let printed = '';
    const finish = (ending: string): void => {
      clearTimeout(limit);
      resolve(jobs.map((_job, index) => (index < answers.length ? answers[index] : ending)));
    };
    for (const stream of [started.stdout, started.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    started.on('message', (problem: string | null) => answers.push(problem ?? undefined));
    started.once('error', (error) => finish(error.message));
    started.once('close', (code, signal) => {
      const how = signal === null ? `with exit code ${code}` : `by ${signal} (limit ${timeout} ms)`;
      finish(`the check ended early ${how}: ${printed.slice(-4000)}`);
    });
    started.send(jobs);
  });
}
