// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { hosts } from '../../scripts/get-hosts.mjs';
import { cacheFolder } from './cache.mjs';
import { freePort, processFields, run, serve } from './process.mjs';

function wasmtime() {
  const program = hosts.wasmtime;
  if (program === undefined) throw new Error('wasmtime is missing: `node scripts/get-hosts.mjs`');
  return program;
}

/** @returns {Promise<string>} `wasmtime 49.0.3` */
export async function hostName() {
  const [name = '', version = ''] = (await run(wasmtime(), ['--version'])).split(' ');
  return `${name} ${version.trim()}`;
}

/** Compiles a component, once for the same bytes. @param {string} component @returns {Promise<string>} path */
export async function precompile(component) {
  const folder = join(cacheFolder, 'compiled');
  const hash = createHash('sha256').update(readFileSync(component)).digest('hex').slice(0, 16);
  const compiled = join(folder, `${hash}.cwasm`);
  if (existsSync(compiled)) return compiled;
  mkdirSync(folder, { recursive: true });
  await run(wasmtime(), ['compile', component, '-o', `${compiled}.part`]);
  renameSync(`${compiled}.part`, compiled);
  return compiled;
}

/**
 * `wasmtime serve -S cli`: a fresh instance for every request.
 *
 * @param {string} compiled of `precompile`
 * @returns {Promise<{ port: number, stop: () => Promise<void>, faults: () => number, peakMiB: () => number }>} `faults`:
 *   pages it has got so far without reading a disk; NaN where there is no /proc
 */
export async function serveCompiled(compiled) {
  const port = await freePort();
  const args = ['serve', '-S', 'cli', '--allow-precompiled', '--addr', `127.0.0.1:${port}`];
  const { pid, stop } = await serve(wasmtime(), [...args, compiled], {}, () => listens(port));
  const proc = `/proc/${pid}`;
  return {
    port,
    stop,
    faults: () => (existsSync(proc) ? Number(processFields(join(proc, 'stat'))[7]) : Number.NaN),
    peakMiB: () =>
      existsSync(proc) ? peakOf(readFileSync(join(proc, 'status'), 'utf8')) : Number.NaN,
  };
}

/** @param {string} status of proc(5) */
function peakOf(status) {
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]) / 1024;
}

/** @param {number} port @returns {Promise<boolean>} */
function listens(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
