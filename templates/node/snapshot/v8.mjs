// @ts-check
/** WebAssembly in this process's V8. */
import { setFlagsFromString } from 'node:v8';

/**
 * Leaves V8's optimising compiler out for the rest of the process: a component took 3.4 s of processor time with it and
 * 1.7 s without, and a module level with a loop of 20 million rounds 9 s and 3.4 s (2026-11-24, Node 20.20.2).
 */
export function compileForShortRuns() {
  setFlagsFromString('--liftoff-only');
}
