// @ts-check
/** WebAssembly in this process's V8. */
import { setFlagsFromString } from 'node:v8';

/**
 * Leaves V8's optimising compiler out for the rest of the process: a component took 3.4 s of processor time with it and
 * 1.7 s without, and a module level with a loop of 20 million rounds 9 s and 3.4 s (2026-11-24, Node 20.20.2).
 */
export function compileForShortRuns() {
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
}

/**
 * Flags for the process that runs the initialiser. With several threads V8's garbage collector loses objects of a long
 * run, and the process ends by a signal (Node 20.20.2 and 22.23.3, 2026-11-24: a component of 74 operations whose module
 * level fills 50 MB; Node 24.21.0 has it right).
 */
export const SAFE_COLLECTION = ['--single-threaded-gc'];
