// @ts-check
/**
 * Asynchronous drivers behind synchronous interfaces: the driver runs in a thread of its own, with its connections, and the
 * caller sleeps until it has answered. The same module is both ends.
 */
import { MessageChannel, receiveMessageOnPort, Worker, workerData } from 'node:worker_threads';

/**
 * What a driver module exports: functions whose values can be copied between threads. They throw `{ tag, val }`, the error of
 * the interface; anything else is a fault of the host.
 * @typedef {Record<string, (...values: any[]) => unknown>} Operations
 */

/**
 * Starts a driver.
 *
 * @param {URL} module exports `operations`
 * @returns {(operation: string, ...values: unknown[]) => any} calls one, and throws what it throws
 */
export function startDriver(module) {
  const { port1, port2 } = new MessageChannel();
  const answers = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { driver: module.href, port: port2, answers },
    transferList: [port2],
    execArgv: [],
  });
  worker.unref();
  return (operation, ...values) => {
    const before = Atomics.load(answers, 0);
    port1.postMessage({ operation, values });
    Atomics.wait(answers, 0, before);
    const { value, thrown, fault } = receiveMessageOnPort(port1)?.message ?? {};
    if (thrown !== undefined) throw thrown;
    if (fault !== undefined) throw new Error(fault);
    return value;
  };
}

/** @param {{ driver: string, port: import('node:worker_threads').MessagePort, answers: Int32Array }} task */
function serve({ driver, port, answers }) {
  const loaded = import(driver);
  const answer = (/** @type {object} */ message) => {
    port.postMessage(message);
    Atomics.add(answers, 0, 1);
    Atomics.notify(answers, 0);
  };
  port.on('message', async ({ operation, values }) => answer(await run(loaded, operation, values)));
  // The caller sleeps until something comes: nothing may end this thread without a word.
  process.on('uncaughtException', (error) => answer({ fault: String(error) }));
}

/** @param {Promise<{ operations: Operations }>} loaded @param {string} operation @param {unknown[]} values */
async function run(loaded, operation, values) {
  try {
    const { operations } = await loaded;
    return { value: await operations[operation]?.(...values) };
  } catch (error) {
    return error instanceof Error ? { fault: error.message } : { thrown: error };
  }
}

if (workerData?.driver !== undefined) serve(workerData);
