// @ts-check
/** Running a module's initialiser in V8. */
import { Unsupported } from './bytes.mjs';
import { clearFreeMemory } from './free-memory.mjs';
import { Exit, preview1 } from './preview1.mjs';
import { checkAssumptions, withVisibleState } from './snapshot.mjs';

/** Node's types know it as a part of browsers only. */
const { WebAssembly } = /** @type {any} */ (globalThis);

/**
 * @typedef {import('./module.mjs').WasmModule} WasmModule
 * @typedef {import('./snapshot.mjs').State} State
 *
 * @typedef {object} Calls
 * @property {string} run export that initialises
 * @property {string} [check] export that is called on what is thrown away afterwards, and answers 0 when all is well
 */

/** The initialiser did not come to a good end. The message is empty when the module has said on stderr what it wants. */
export class InitialisationFailed extends Error {}

/** Called before the initialiser when a module has it: libraries set themselves up. */
export const REACTOR = '_initialize';

/**
 * @param {WasmModule} module @param {ReadonlySet<number>} assigned globals @param {Calls} calls
 * @param {import('./preview1.mjs').Surroundings} surroundings
 * @returns {Promise<State>}
 * @throws {Unsupported} before anything runs
 * @throws {InitialisationFailed}
 */
export async function initialise(module, assigned, { run, check }, surroundings) {
  checkAssumptions(module, assigned);
  const visible = withVisibleState(module, assigned);
  const exports = await start(visible.bytes, visible.memory, surroundings).catch((error) => {
    throw new Unsupported(`V8 does not start it: ${error.message}`);
  });
  const memory = exports[visible.memory];
  if (exports[REACTOR] !== undefined) call(exports, REACTOR);
  call(exports, run);
  const state = {
    memory: new Uint8Array(memory.buffer.slice(0)),
    globals: new Map(Array.from(visible.globals, ([index, name]) => [index, exports[name].value])),
  };
  if (exports.cabi_realloc !== undefined) clearFreeMemory(state.memory, exports.cabi_realloc);
  const status = check !== undefined && exports[check] !== undefined ? call(exports, check) : 0;
  if (status !== 0) throw new InitialisationFailed(`${check} answered ${status}`);
  return state;
}

/**
 * @param {Uint8Array} bytes @param {string} memory name of its export
 * @param {import('./preview1.mjs').Surroundings} surroundings
 * @returns {Promise<Record<string, any>>} what the instance exports; nothing of it has run
 */
async function start(bytes, memory, surroundings) {
  const wasi = preview1(surroundings);
  const compiled = await WebAssembly.compile(bytes);
  const { exports } = await WebAssembly.instantiate(compiled, importsOf(compiled, wasi.imports));
  wasi.attach(exports[memory]);
  return exports;
}

/** @param {Record<string, any>} exports @param {string} name */
function call(exports, name) {
  const run = exports[name];
  if (typeof run !== 'function') throw new InitialisationFailed(`there is no function \`${name}\``);
  try {
    return run();
  } catch (error) {
    if (error instanceof Exit) throw new InitialisationFailed('');
    throw new InitialisationFailed(`the \`${name}\` function trapped\n\nCaused by:\n    ${error}`);
  }
}

/**
 * WASI, and for every other import a function that says that it isn't there.
 *
 * @param {unknown} module @param {Record<string, Function>} wasi
 */
function importsOf(module, wasi) {
  /** @type {Record<string, Record<string, any>>} */
  const imports = Object.create(null);
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    const given = from === 'wasi_snapshot_preview1' && Object.hasOwn(wasi, name);
    imports[from] ??= Object.create(null);
    Object.assign(imports[from] ?? {}, { [name]: given ? wasi[name] : () => missing(from, name) });
  }
  return imports;
}

/** @param {string} from @param {string} name @returns {never} */
function missing(from, name) {
  throw new Error(`attempted to call an unknown imported function: '${from}' '${name}'`);
}
