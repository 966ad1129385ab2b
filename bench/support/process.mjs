// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/**
 * @template T
 * @typedef {{ seconds: number, cpu: number, value: T }} Measured `cpu`: seconds of all processes that were started and
 *   have ended, together; NaN where there is no /proc
 */
/** @typedef {{ cwd?: string, env?: Readonly<Record<string, string>> }} Surroundings */
/** @typedef {{ readonly output: () => string, readonly pid: number, readonly stop: () => Promise<void> }} Running */

/** Clock ticks a second in /proc: 100 on every Linux that Node runs on. */
const TICKS = 100;

/** @template T @param {() => Promise<T>} work @returns {Promise<Measured<T>>} */
export async function measured(work) {
  const cpu = cpuOfChildren();
  const start = performance.now();
  const value = await work();
  return { seconds: (performance.now() - start) / 1000, cpu: cpuOfChildren() - cpu, value };
}

/** Seconds that the finished children of this process, and theirs, have used (proc(5): cutime and cstime). */
function cpuOfChildren() {
  const stat = '/proc/self/stat';
  return existsSync(stat)
    ? (Number(processFields(stat)[13]) + Number(processFields(stat)[14])) / TICKS
    : Number.NaN;
}

/** Fields of proc(5)'s `stat` from the third on. @param {string} file */
export function processFields(file) {
  // The second field, the program's name, is in brackets and may hold blanks.
  return readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
}

/**
 * Runs a program to its end.
 *
 * @param {string} command @param {readonly string[]} args @param {Surroundings} [surroundings]
 * @returns {Promise<string>} its stdout
 * @throws {Error} with what it printed, when it fails
 */
export function run(command, args, surroundings = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, surroundings);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(stdout);
      else
        reject(
          new Error(`${[command, ...args].join(' ')}\nended with ${code}\n${stdout}\n${stderr}`),
        );
    });
  });
}

/** As `run`, by this Node. @param {readonly string[]} args @param {Surroundings} [surroundings] */
export function runNode(args, surroundings) {
  return run(process.execPath, args, surroundings);
}

/**
 * Runs a program whose output is ours.
 *
 * @param {string} command @param {readonly string[]} args @returns {Promise<void>} @throws {Error} when it fails
 */
export function passOn(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`ended with ${code ?? signal}`));
    });
  });
}

/** As `run`, npm. @param {readonly string[]} args @param {Surroundings} [surroundings] */
export function npm(args, surroundings) {
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, surroundings);
}

/**
 * Starts a server.
 *
 * @param {string} command @param {readonly string[]} args @param {Surroundings} surroundings
 * @param {(output: string) => boolean | Promise<boolean>} ready asked until it says yes
 * @returns {Promise<Running>}
 * @throws {Error} with what it printed, when it ends or isn't ready in a minute
 */
export async function serve(command, args, surroundings, ready) {
  const child = start(command, args, surroundings);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    endWithChildren(child);
    await ended;
  };
  const end = performance.now() + 60_000;
  while (performance.now() < end && child.exitCode === null && child.pid !== undefined) {
    if (await ready(output)) return { output: () => output, pid: child.pid, stop };
    await new Promise((later) => setTimeout(later, 5));
  }
  await stop();
  throw new Error(`${[command, ...args].join(' ')}\nis not ready\n${output}`);
}

/** @param {string} command @param {readonly string[]} args @param {Surroundings} surroundings */
function start(command, args, { cwd = process.cwd(), env = {} }) {
  return spawn(command, args, {
    cwd,
    detached: process.platform !== 'win32',
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** `jco serve` starts a process of its own, which would stay. @param {import('node:child_process').ChildProcess} child */
function endWithChildren(child) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** @returns {Promise<number>} a port of this machine that nothing listens on */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
      server.close(() => resolve(port));
    });
  });
}
