// @ts-check
// Changes OpenAPI documents at random and has the built package read, type and plan each. Every mutant must end in WIT
// that becomes a component, or in a refusal with exit code 2 that says where; within a time and a memory limit.
// Usage: node bench/fuzz.mjs [FOLDER] [--mutants 1000] [--seed 1] [--first 1] [--embed 1]
// The same seed makes the same mutants. One that breaks this is kept in a temporary folder, and the exit code is 1.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { wasiDependencies } from '../dist/src/wit/check/dependencies.js';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mutants: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '1' },
    embed: { type: 'string', default: '1' },
  },
});
const [folder = fileURLToPath(new URL('../../shared/openapi/', import.meta.url))] = positionals;

/** Larger documents say nothing that smaller ones don't, and take longer. */
const LARGEST = 200_000;
/** A mutant that takes longer is as good as one that never ends, on a machine that does other things too. */
const SLOWEST_MS = 60_000;
const LARGEST_HEAP_MB = 1024;
/** The whole project is made of one mutant in so many, and of one the WIT is embedded. */
const [PLANNED, EMBEDDED] = [5, Number(flags.embed)];
/** Said every so many mutants. */
const PROGRESS = 1000;
/** A worker's WebAssembly tools grow with all that they have done. */
const JOBS_A_WORKER = 500;

const documents = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((file) => /\.json(\.gz)?$/.test(file) && !file.endsWith('index.json'))
  .sort()
  .map((file) => readFileSync(join(folder, file)))
  .map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8'))
  .filter((text) => text.length <= LARGEST);
const dependencies = [...(await wasiDependencies()).values()]
  .map((text) => `${text.replace(/^(package [^;]+);/mu, '$1 {')}\n}`)
  .join('\n');
const kept = mkdtempSync(join(tmpdir(), 'fuzz-'));
const counts = { typed: 0, refused: 0, broken: 0 };
let slowest = { ms: 0, number: 0 };

/** @typedef {{ number: number, end: keyof typeof counts, problem?: string, mutant?: import('./fuzz/mutate.mjs').Mutant }} Answer */

function startWorker() {
  return new Worker(new URL('./fuzz/worker.mjs', import.meta.url), {
    workerData: { documents, dependencies, seed: flags.seed },
    resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MB },
    stdout: true,
  });
}

/** @param {Worker} worker @param {import('./fuzz/worker.mjs').Job} job @returns {Promise<Answer>} */
function ask(worker, job) {
  return new Promise((resolve) => {
    const lost = (/** @type {string} */ problem) => {
      resolve({ number: job.number, end: 'broken', problem });
    };
    const timer = setTimeout(() => lost(`took more than ${SLOWEST_MS} ms`), SLOWEST_MS);
    worker.once('message', (answer) => {
      clearTimeout(timer);
      worker.removeAllListeners('error');
      resolve(answer);
    });
    worker.once('error', (error) => {
      clearTimeout(timer);
      lost(`ended the worker: ${error.message}`);
    });
    worker.postMessage(job);
  });
}

/** @param {Answer} answer */
function record({ number, end, problem, mutant }) {
  counts[end] += 1;
  if (end !== 'broken') return;
  const file = join(kept, mutant === undefined ? String(number) : `${number}-${mutant.name}`);
  if (mutant !== undefined) writeFileSync(file, mutant.text);
  process.stdout.write(`mutant ${flags.seed}/${number} (${file}): ${problem}\n`);
}

let worker = startWorker();
const first = Number(flags.first);
const last = first + Number(flags.mutants) - 1;
for (let number = first; number <= last; number += 1) {
  const start = performance.now();
  const answer = await ask(worker, {
    number,
    plans: number % PLANNED === 0,
    embeds: number % EMBEDDED === 0,
  });
  const ms = performance.now() - start;
  if (ms > slowest.ms) slowest = { ms, number };
  record(answer);
  if (number % PROGRESS === 0) process.stderr.write(`${number} of ${last}\n`);
  // After a problem inside the WebAssembly tools each further call of them fails.
  if (answer.end === 'broken' || number % JOBS_A_WORKER === 0) {
    await worker.terminate();
    worker = startWorker();
  }
}
await worker.terminate();

process.stdout.write(
  `${flags.mutants} mutants of ${documents.length} documents, seed ${flags.seed}: ${counts.typed} typed, ${counts.refused} refused, ${counts.broken} broken; the slowest (${slowest.number}) took ${Math.round(slowest.ms)} ms\n`,
);
if (counts.broken === 0) rmSync(kept, { recursive: true });
process.exitCode = counts.broken === 0 ? 0 : 1;
