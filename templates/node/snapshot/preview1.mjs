// @ts-check
/**
 * WASI preview 1 for an initialiser: node:wasi, except that the same module gets the same random bytes and a clock that
 * only its calls move. A snapshot keeps what they answered, so two builds would differ in it.
 */
import { createHash } from 'node:crypto';
import { WASI } from 'node:wasi';

/** What a module ends its process by. */
export class Exit extends Error {}

/**
 * @typedef {{ readonly buffer: ArrayBuffer }} Memory of WebAssembly
 *
 * @typedef {object} Surroundings
 * @property {Readonly<Record<string, string>>} preopens folders by the names that the module sees
 * @property {Readonly<Record<string, string>>} env
 * @property {string} seed of the random bytes
 * @property {number} stdin file descriptor
 * @property {number} time in milliseconds since 1970, at the start
 */

/**
 * @param {Surroundings} surroundings
 * @returns {{ imports: Record<string, Function>, attach(memory: Memory): void }} `attach` comes before the
 *   first call
 */
export function preview1({ preopens, env, stdin, seed, time }) {
  const wasi = new WASI({ version: 'preview1', args: [], env, preopens, stdin });
  /** @type {Memory | undefined} */
  let attached;
  const memory = () => attached?.buffer ?? new ArrayBuffer(0);
  let nanoseconds = BigInt(time) * 1_000_000n;
  let drawn = 0;
  return {
    imports: {
      .../** @type {Record<string, Function>} */ (wasi.wasiImport),
      proc_exit() {
        throw new Exit();
      },
      random_get(/** @type {number} */ start, /** @type {number} */ length) {
        drawn += 1;
        new Uint8Array(memory(), start >>> 0, length >>> 0).set(
          randomBytes(`${seed}${drawn}`, length >>> 0),
        );
        return 0;
      },
      clock_time_get(
        /** @type {number} */ _id,
        /** @type {bigint} */ _precision,
        /** @type {number} */ result,
      ) {
        nanoseconds += 1000n; // A loop that waits for the clock comes to an end.
        new DataView(memory()).setBigUint64(result >>> 0, nanoseconds, true);
        return 0;
      },
    },
    attach(own) {
      attached = own;
      // Not the instance itself: node:wasi refuses those that export a _start as well.
      wasi.initialize({ exports: { memory: own } });
    },
  };
}

/** @param {string} seed @param {number} length @returns {Uint8Array} */
function randomBytes(seed, length) {
  const bytes = new Uint8Array(length);
  for (let start = 0; start < length; start += 32) {
    const block = createHash('sha256').update(`${seed} ${start}`).digest();
    bytes.set(block.subarray(0, length - start), start);
  }
  return bytes;
}
