// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ seconds: number, cpu: number, stdout: string }} Run `cpu`: seconds of all its processes together; NaN where there is no /proc */

/** Clock ticks a second in /proc: 100 on every Linux that Node runs on. */
const TICKS = 100;

/**
 * Runs a program to its end.
 *
 * @param {string} command @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Readonly<Record<string, string>> }} [options]
 * @returns {Promise<Run>}
 * @throws {Error} with what it printed, when it fails
 */
export async function timed(command, args, { cwd = process.cwd(), env = {} } = {}) {
  const cpuBefore = cpuOfChildren();
  const start = performance.now();
  const stdout = await finished(command, args, cwd, env);
  return { seconds: (performance.now() - start) / 1000, cpu: cpuOfChildren() - cpuBefore, stdout };
}

/** As `timed`, by this Node. @param {readonly string[]} args @param {Parameters<typeof timed>[2]} [options] */
export function timedNode(args, options) {
  return timed(process.execPath, args, options);
}

/** @param {string} command @param {readonly string[]} args @param {string} cwd @param {Readonly<Record<string, string>>} env @returns {Promise<string>} */
function finished(command, args, cwd, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    for (const stream of /** @type {const} */ (['stdout', 'stderr'])) {
      child[stream].setEncoding('utf8').on('data', (text) => {
        said[stream] += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve(said.stdout);
      const words = [command, ...args].join(' ');
      reject(new Error(`${words}\nended with ${code}\n${said.stdout}\n${said.stderr}`));
    });
  });
}

/** Seconds that the finished children of this process, and theirs, have used (proc(5): cutime and cstime). */
function cpuOfChildren() {
  const stat = '/proc/self/stat';
  if (!existsSync(stat)) return Number.NaN;
  // The second field, the program's name, is in brackets and may hold blanks.
  const fields = readFileSync(stat, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}
