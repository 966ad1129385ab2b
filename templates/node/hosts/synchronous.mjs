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
 * A driver, started by the first call.
 *
 * @param {URL} module exports `operations`
 * @returns {(operation: string, ...values: unknown[]) => any} calls one, and throws what it throws
 */
export function startDriver(module) {
  /** @type {Thread | undefined} */
  let thread;
  let calls = 0;
  return (operation, ...values) => {
    thread ??= startThread(module);
    calls += 1;
    thread.port.postMessage({ call: calls, operation, values });
    const { value, thrown, fault } = answerTo(calls, thread);
    if (thrown !== undefined) throw thrown;
    if (fault !== undefined) throw new Error(fault);
    return value;
  };
}

/** @typedef {{ port: import('node:worker_threads').MessagePort, answers: Int32Array }} Thread */

/** Sleeps until the call is answered; the answer to an earlier one that had failed in between is nobody's. @param {number} call @param {Thread} thread */
function answerTo(call, { port, answers }) {
  for (;;) {
    const before = Atomics.load(answers, 0);
    const received = receiveMessageOnPort(port)?.message;
    if (received === undefined) Atomics.wait(answers, 0, before);
    else if (received.call === call) return received;
  }
}

/** @param {URL} module @returns {Thread} */
function startThread(module) {
  const { port1, port2 } = new MessageChannel();
  const answers = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { driver: module.href, port: port2, answers },
    transferList: [port2],
    execArgv: [],
  });
  worker.unref();
  return { port: port1, answers };
}

/** @param {{ driver: string, port: import('node:worker_threads').MessagePort, answers: Int32Array }} task */
function serve({ driver, port, answers }) {
  const loaded = import(driver);
  let inHand = 0;
  const answer = (/** @type {object} */ message) => {
    port.postMessage(message);
    Atomics.add(answers, 0, 1);
    Atomics.notify(answers, 0);
  };
  port.on('message', async ({ call, operation, values }) => {
    inHand = call;
    answer({ call, ...(await run(loaded, operation, values)) });
  });
  // The caller sleeps until something comes: nothing may end this thread without a word.
  process.on('uncaughtException', (error) => answer({ call: inHand, fault: String(error) }));
  process.on('unhandledRejection', (error) => answer({ call: inHand, fault: String(error) }));
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
