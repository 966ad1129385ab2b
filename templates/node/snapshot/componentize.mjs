// @ts-check
/**
 * componentize-js, several times as fast: its tools get the engine's skeleton (skeleton.mjs) and V8 does the work of
 * wizer (program.mjs). By the public options `engine` and `wizerBin` alone, and with the same result; whatever isn't
 * as expected is left to componentize-js as it is.
 */
import childProcess from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MalformedModule, Unsupported } from './bytes.mjs';
import { readCode } from './code.mjs';
import { graftComponent } from './graft.mjs';
import { readModule } from './module.mjs';
import { skeletonOf } from './skeleton.mjs';
import { compileForShortRuns, SAFE_COLLECTION } from './v8.mjs';

/**
 * What program.mjs is told.
 *
 * @typedef {object} Job
 * @property {string} engine path
 * @property {string} stdin path that the initialiser's input is written to
 * @property {string} data path that the memory's content is written to
 * @property {string} outcome path that says, once it is there, why the job can't be done
 * @property {Record<string, string>} env of the initialiser
 * @property {number} time that its clock starts at
 *
 * @typedef {typeof import('@bytecodealliance/componentize-js')} Tool
 * @typedef {import('./skeleton.mjs').Engine & { path: string, skeleton: Uint8Array }} Engine
 * @typedef {{ tool: Tool, engine: () => Engine }} Tools `engine` throws `Unsupported` when it isn't as expected
 * @typedef {{ sourcePath: string, witPath: string, worldName: string }} Source as componentize-js takes it
 * @typedef {{ component: Uint8Array, fallback?: string }} Made `fallback`: why it was left to componentize-js alone
 *
 * @typedef {object} Options
 * @property {number} [timeout] milliseconds for running the source's module level (default 120 000)
 * @property {Promise<Tools>} [tools] that are being loaded already
 */

/** The version whose splicer and arguments for wizer we know. */
const KNOWN = '0.23.0';

const program = fileURLToPath(new URL('program.mjs', import.meta.url));

/**
 * One at a time in a process: it changes how this process starts programs, while it lasts.
 *
 * @param {Source} source
 * @param {Options} [options]
 * @returns {Promise<Made>} @throws {Error} componentize-js's, with its texts
 */
export async function componentize(source, { timeout = 120_000, tools = loadTools() } = {}) {
  const { tool, engine } = await tools;
  const folder = await mkdtemp(join(tmpdir(), 'snapshot-'));
  try {
    return { component: await quickly(tool, engine(), source, folder, timeout) };
  } catch (error) {
    if (!(error instanceof Unsupported || error instanceof MalformedModule)) throw error;
    return { component: await slowly(tool, source, timeout), fallback: error.message };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Loads what does not depend on a source: componentize-js, its engine, and the engine's skeleton.
 *
 * @returns {Promise<Tools>}
 */
export async function loadTools() {
  // It is imported here because V8 takes its settings when it first sees a module.
  compileForShortRuns();
  const tool = await import('@bytecodealliance/componentize-js');
  const engine = await readEngine(tool).then(
    (read) => () => read,
    (error) => () => {
      throw error;
    },
  );
  return { tool, engine };
}

/** @param {Tool} tool @returns {Promise<Engine>} @throws {Unsupported} when anything is not as expected */
async function readEngine({ version }) {
  if (version !== KNOWN) throw new Unsupported(`componentize-js is ${version}, not ${KNOWN}`);
  if (process.platform === 'win32') throw new Unsupported('it was not tried on Windows');
  const own = fileURLToPath(import.meta.resolve('@bytecodealliance/componentize-js'));
  const path = join(dirname(own), '..', 'lib', 'starlingmonkey_embedding.wasm');
  const module = readModule(await read(path));
  const code = readCode(module);
  return { path, module, code, skeleton: skeletonOf({ module, code }) };
}

/** @param {Tool} tool @param {Source} source @param {number} timeout */
async function slowly(tool, source, timeout) {
  const { spawnSync } = childProcess;
  const { component } = await spawning(
    (file, args, options) => spawnSync(file, args, { ...options, ...limited(timeout) }),
    () => tool.componentize(source),
  );
  return component;
}

/**
 * @param {Tool} tool @param {Engine} engine @param {Source} source @param {string} folder for files on the way
 * @param {number} timeout
 * @throws {Unsupported} when anything is not as expected
 */
async function quickly({ componentize: stock }, engine, source, folder, timeout) {
  const job = {
    engine: engine.path,
    stdin: join(folder, 'stdin'),
    data: join(folder, 'data'),
    outcome: join(folder, 'outcome'),
    time: buildTime(),
  };
  const skeleton = join(folder, 'engine.wasm');
  await writeFile(skeleton, engine.skeleton);
  const wizerBin = join(folder, 'wizer');
  const { spawnSync } = childProcess;
  /** @type {string | undefined} */
  let crash;
  const initialise = (/** @type {string[]} */ args, /** @type {any} */ options) => {
    const words = [
      '--no-warnings',
      ...SAFE_COLLECTION,
      program,
      JSON.stringify({ ...job, env: options.env }),
      ...args,
    ];
    const limits = limited(timeout);
    const ended = spawnSync(process.execPath, words, {
      ...options,
      ...limits,
    });
    if (ended.signal !== null && ended.signal !== limits.killSignal) crash = ended.signal;
    return ended;
  };
  const { component } = await spawning(
    (file, args, options) =>
      file === wizerBin ? initialise(args, options) : spawnSync(file, args, options),
    () =>
      stock({ ...source, engine: skeleton, wizerBin }).catch((error) => {
        if (crash !== undefined) throw new Unsupported(`V8 was ended by ${crash}`);
        return refused(job, error);
      }),
  );
  return graftComponent(engine, component, await read(job.data));
}

/** @param {string} path of a file that must be there */
function read(path) {
  return readFile(path).catch((error) => {
    throw new Unsupported(error.message);
  });
}

/** Milliseconds; SOURCE_DATE_EPOCH as https://reproducible-builds.org/specs/source-date-epoch/ has it. */
function buildTime() {
  const epoch = process.env.SOURCE_DATE_EPOCH ?? '';
  return /^\d{1,10}$/.test(epoch) ? Number(epoch) * 1000 : Date.now();
}

/** @param {{ outcome: string }} job @param {unknown} error @returns {Promise<never>} */
async function refused({ outcome }, error) {
  const reason = await readFile(outcome, 'utf8').catch(() => undefined);
  throw reason === undefined ? error : new Unsupported(reason);
}

/** @param {number} timeout */
function limited(timeout) {
  return { timeout, killSignal: 'SIGKILL' }; // A loop in WebAssembly hears nothing else.
}

/**
 * Lets componentize-js start its program as we want: through this Node, which needs no executable file for it (there
 * may be none, on Windows or in a folder that allows none), and with an end.
 *
 * @template T @param {(file: string, args: string[], options: any) => any} spawnSync @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function spawning(spawnSync, work) {
  const original = childProcess.spawnSync;
  const replace = (/** @type {any} */ by) => {
    childProcess.spawnSync = by;
    syncBuiltinESMExports();
  };
  replace(spawnSync);
  try {
    return await work();
  } finally {
    replace(original);
  }
}
