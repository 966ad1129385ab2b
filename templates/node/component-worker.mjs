/**
 * The thread in which the component runs (component-host starts it): transpiles it, compiles its core modules once, and
 * makes a fresh instance for every request, as Spin and `wasmtime serve` do.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { cli, http } from '@bytecodealliance/preview2-shim';
import { WASIShim } from '@bytecodealliance/preview2-shim/instantiation';
import { hollow } from './hollow.mjs';
import { answer, MemoryInput, MemoryOutput, types } from './incoming-http.mjs';
import { noOutbound } from './outgoing-http.mjs';

/**
 * What a later thread needs in order to start without transpiling again.
 * @typedef {{ script: string, modules: Map<string, WebAssembly.Module> }} Prepared
 * @typedef {Record<string, Record<string, (...values: unknown[]) => unknown>>} Exports
 */

/** @returns {Promise<Prepared>} */
async function prepare(component) {
  const files = await transpiled(component);
  const modules = new Map();
  for (const [name, bytes] of Object.entries(files)) {
    if (name.endsWith('.wasm')) modules.set(name, await WebAssembly.compile(bytes));
  }
  return { script: Buffer.from(files['component.js']).toString(), modules };
}

/** @returns {Promise<Record<string, Uint8Array>>} files by name */
async function transpiled(component) {
  const { transpile } = await import('@bytecodealliance/jco');
  const filesOf = async (bytes) => {
    const { files } = await transpile(bytes, {
      name: 'component',
      instantiation: { tag: 'sync' },
      map: versionedImports(),
      noTypescript: true,
    });
    return files;
  };
  const hollowed = hollowOf(component);
  if (hollowed === undefined) return filesOf(component);
  const files = await filesOf(hollowed.component);
  for (const name of Object.keys(files).filter((file) => file.endsWith('.wasm'))) {
    const same = hollowed.modules.find(({ hollow }) => Buffer.compare(hollow, files[name]) === 0);
    if (same === undefined) return filesOf(component); // jco has changed it.
    files[name] = same.whole;
  }
  return files;
}

/** Nothing for what isn't a component: jco says what is wrong with it. */
function hollowOf(component) {
  try {
    return hollow(component);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Imports the transpiled module from a file that is gone afterwards. */
async function load(script) {
  const folder = await mkdtemp(join(tmpdir(), 'component-'));
  try {
    const file = join(folder, 'component.mjs');
    await writeFile(file, script);
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A host module of `hosts/`. `host` is called for every instance and answers the entries of its import object; what the
 * instance holds is given back by what the module hands to `atEnd`. Stores and connections live longer, in the module.
 * @typedef {{ host(grants: object, atEnd: (giveBack: () => void) => void): Record<string, object> }} HostModule
 */

/** Unless it is told, jco's code leaves out the version of an import. @returns {Record<string, string>} */
function versionedImports() {
  const names = Object.keys(hostImports(() => undefined)).filter((name) => name.includes('@'));
  return Object.fromEntries(names.map((name) => [name, name]));
}

const hostImports = (atEnd) =>
  Object.assign({}, ...hosts.map(({ host }) => host(workerData.grants ?? {}, atEnd)));

/** No file, no environment, no argument of this machine; what the guest prints goes to the host. */
function capabilities() {
  const decoder = new TextDecoder();
  const print = (chunk) => port.postMessage({ output: decoder.decode(chunk, { stream: true }) });
  const output = new MemoryOutput(print);
  return new WASIShim({
    cli: {
      ...cli,
      stdin: { getStdin: () => new MemoryInput(new Uint8Array()) },
      stdout: { getStdout: () => output },
      stderr: { getStderr: () => output },
    },
    http: { ...http, types, outgoingHandler: noOutbound },
    sandbox: { preopens: {}, env: {}, args: [] },
  }).getImportObject();
}

/** jco throws the error case of a function's result as an error with a payload. Everything else ends the instance. */
const isAnswer = (thrown) => thrown !== null && typeof thrown === 'object' && 'payload' in thrown;

/** A thrown value that survives the way to the other thread. @returns {{ message: string, payload?: unknown }} */
function portable(thrown) {
  const message = thrown instanceof Error ? thrown.message : JSON.stringify(thrown);
  return isAnswer(thrown) ? { message, payload: thrown.payload } : { message };
}

function invoke(exports, { door, name, values }) {
  const exported = exports[door]?.[name];
  if (exported === undefined) throw new Error(`The component does not export ${door}.${name}.`);
  return exported(...values);
}

// jco 1.34's code calls this for every exported function and catches the error where there is none (Node 20 and 22). V8
// parses the whole caller, megabytes of it, to word that error: 0.6 s an instance for 31 operations, with this 0.02 s.
WebAssembly.promising ??= (callee) => callee;

// V8's optimising compiler works longer on jco and the engine than they run: 0.9 s for what takes 0.25 without it.
setFlagsFromString('--no-wasm-tier-up');
setFlagsFromString('--no-wasm-dynamic-tiering');

const port = parentPort;
/** @type {HostModule[]} */
const hosts = await Promise.all(workerData.hosts.map((url) => import(url)));
const prepared = workerData.prepared ?? (await prepare(workerData.component));
const { instantiate } = await load(prepared.script);
/** @param {(giveBack: () => void) => void} atEnd @returns {Exports} */
const newInstance = (atEnd) =>
  instantiate((name) => prepared.modules.get(name), { ...capabilities(), ...hostImports(atEnd) });
/** @type {Map<number, Exports>} */
const instances = new Map();

/** Makes an instance for one job; what it holds of the host is given back then. */
function once(work) {
  const held = [];
  try {
    return work(newInstance((giveBack) => held.push(giveBack)));
  } finally {
    for (const giveBack of held) giveBack();
  }
}

const jobs = {
  request({ message }) {
    return once(({ incomingHandler }) => {
      if (incomingHandler === undefined)
        throw new Error('The component does not export wasi:http/incoming-handler.');
      return answer(incomingHandler, message);
    });
  },
  message({ payload }) {
    return once(({ inboundRedis }) => {
      if (inboundRedis === undefined)
        throw new Error('The component does not export fermyon:spin/inbound-redis.');
      return inboundRedis.handleMessage(payload);
    });
  },
  instantiate({ instance }) {
    const exports = newInstance(() => undefined);
    instances.set(instance, exports);
    return Object.entries(exports).map(([door, functions]) => [door, Object.keys(functions)]);
  },
  call({ instance, ...call }) {
    if (instance === undefined) return once((exports) => invoke(exports, call));
    const exports = instances.get(instance);
    if (exports === undefined) {
      throw new Error('The instance is gone: an earlier call was stopped. Instantiate again.');
    }
    try {
      return invoke(exports, call);
    } catch (thrown) {
      if (!isAnswer(thrown)) instances.delete(instance);
      throw thrown;
    }
  },
};

port.on('message', (job) => {
  try {
    port.postMessage({ value: jobs[job.kind](job) });
  } catch (thrown) {
    port.postMessage({ thrown: portable(thrown) });
  }
});
port.postMessage({ prepared });
