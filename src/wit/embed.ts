/**
 * WIT → a component, in a process of its own: the only check that finds all that a host would refuse. `jco types` alone
 * accepts empty records and labels that collide (probed with jco 1.34.0).
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export interface EmbedJob {
  /** Absolute path of a folder with WIT and its `deps`. */
  readonly witPath: string;
  readonly world: string;
}

/** Why a job failed, `undefined` when it didn't. */
export type EmbedProblem = string | undefined;

const TIMEOUT_MS = 60_000;

/**
 * What the child runs, as text because the sources are TypeScript, which Node 20 doesn't run. It embeds each WIT into a
 * module of stubs and makes that a component, and answers with a problem or null for each.
 */
const CHILD = `
const { jco, jobs } = JSON.parse(process.argv[1]);
const { componentEmbed, componentNew } = await import(jco);
for (const { witPath, world } of jobs) {
  let problem = null;
  try {
    await componentNew(await componentEmbed({ dummy: true, witPath, world }), []);
  } catch (error) {
    problem = String(error?.payload ?? error?.message ?? error);
  }
  process.stdout.write(JSON.stringify(problem) + '\\n');
}
`;

/**
 * Embeds each WIT and makes a component of it.
 *
 * A panic inside wasm-tools poisons it for the rest of its process (`cannot enter component instance`), so that jobs
 * after one that panicked fail as well.
 *
 * @returns a problem or `undefined` for each job; jobs that the child didn't come to have its problem
 */
export async function embed(
  jobs: readonly EmbedJob[],
  timeout = TIMEOUT_MS,
): Promise<readonly EmbedProblem[]> {
  const jco = pathToFileURL(createRequire(import.meta.url).resolve('@bytecodealliance/jco')).href;
  const { stdout, ending } = await run(JSON.stringify({ jco, jobs }), timeout);
  const answers = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): EmbedProblem => JSON.parse(line) ?? undefined);
  return jobs.map((_job, index) => (index < answers.length ? answers[index] : ending));
}

function run(
  jobs: string,
  timeout: number,
): Promise<{ readonly stdout: string; readonly ending: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', CHILD, jobs], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const how = signal === null ? `exit ${code}` : `${signal} after ${timeout} ms`;
      resolve({ stdout, ending: `the check ended early: ${how}\n${stderr}`.trim() });
    });
  });
}
