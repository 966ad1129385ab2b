// @ts-check
/** The thread of ahead.ts: answers each request with its value, or that there is none. */
import { parentPort } from 'node:worker_threads';
import { EarlyWork } from './early-work.ts';

const work = new EarlyWork();

parentPort?.on('message', async ({ id, request }) => {
  try {
    parentPort?.postMessage({ id, value: await work.answer(request) });
  } catch {
    // Whoever wanted it does it again, and tells what is wrong as ever.
    parentPort?.postMessage({ id, failed: true });
  }
});
