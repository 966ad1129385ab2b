// Changes OpenAPI documents at random and has the built package read, type and plan each: every mutant must end in a
// valid project, or in a Failure with exit code 2.
// Usage: node scripts/fuzz-documents.mjs FOLDER [--mutants 1000] [--seed 1]
// The same seed makes the same mutants. One that breaks this is kept in a temporary folder, and the exit code is 1.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { readApiText } from '../dist/src/openapi/read-api.js';
import { planProject } from '../dist/src/project/plan.js';
import { Failure } from '../dist/src/terminal/failure.js';
import { wasiDependencies } from '../dist/src/wit/check/dependencies.js';
import { embed } from '../dist/src/wit/check/embed.js';
import { typeApi } from '../dist/src/wit/lower.js';
import { printWit } from '../dist/src/wit/printing/print.js';
import { createMutator } from './mutate-document.mjs';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mutants: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write('Name a folder of documents.\n');
  process.exit(2);
}

/** Larger documents say nothing that smaller ones don't, and take longer. */
const LARGEST = 200_000;
/** A mutant that takes longer is as good as one that never ends. */
const SLOWEST_MS = 10_000;
const [PLANNED, EMBEDDED] = [5, 10]; // one in so many
const BATCH = 40;

const documents = readdirSync(folder, { recursive: true })
  .filter((file) => /\.json(\.gz)?$/.test(file) && !file.endsWith('index.json'))
  .sort()
  .map((file) => readFileSync(join(folder, file)))
  .map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8'))
  .filter((text) => text.length <= LARGEST);
const kept = mkdtempSync(join(tmpdir(), 'fuzz-documents-'));
const counts = { typed: 0, refused: 0, planned: 0, embedded: 0, broken: 0 };
/** Mutants whose WIT waits to be embedded, by their number. */
const waiting = new Map();

function broken(number, text, problem) {
  counts.broken += 1;
  const file = join(kept, `${number}.json`);
  writeFileSync(file, text);
  process.stdout.write(`mutant ${number} (${file}): ${problem}\n`);
}

async function tryMutant(number, text) {
  const start = performance.now();
  try {
    const api = readApiText(text, 'openapi.json');
    const id = { namespace: 'acme', name: 'svc', version: '1.0.0' };
    const typed = typeApi(api, id, { basePath: api.basePath });
    const wit = printWit(typed);
    counts.typed += 1;
    if (number % PLANNED === 0) await planProject(serviceOf(api, typed));
    if (number % PLANNED === 0) counts.planned += 1;
    if (number % EMBEDDED === 0) waiting.set(number, { text, wit });
  } catch (error) {
    if (error instanceof Failure && error.code === 2) counts.refused += 1;
    else broken(number, text, error.stack);
  }
  const ms = performance.now() - start;
  if (ms > SLOWEST_MS) broken(number, text, `took ${Math.round(ms)} ms`);
}

function serviceOf(api, typed) {
  return {
    ...{ name: 'svc', title: api.title || 'svc', description: '', namespace: 'acme' },
    ...{ version: '1.0.0', language: 'ts', packageManager: 'npm', origin: 'nothing' },
    ...{ interface: { kind: 'openapi', path: 'openapi.json' }, stubs: 'examples', command: 'npx' },
    ...{ basePath: api.basePath, api, typed },
  };
}

/** One process for all that wait, because each takes a second to start. */
async function embedWaiting() {
  const work = mkdtempSync(join(tmpdir(), 'fuzz-wit-'));
  const jobs = [...waiting].map(([number, { wit }]) => {
    const witPath = join(work, String(number));
    for (const [path, text] of [...dependencies, ['world.wit', wit]]) {
      mkdirSync(dirname(join(witPath, path)), { recursive: true });
      writeFileSync(join(witPath, path), text);
    }
    return { witPath, world: 'service', source: wit };
  });
  const problems = await embed(jobs, 120_000);
  for (const [index, [number, { text }]] of [...waiting].entries()) {
    if (problems[index] !== undefined) broken(number, text, `WIT: ${problems[index]}`);
  }
  counts.embedded += waiting.size;
  waiting.clear();
  rmSync(work, { recursive: true, force: true });
}

const dependencies = await wasiDependencies();
const mutants = Number(flags.mutants);
for (let number = 1; number <= mutants; number += 1) {
  const mutate = createMutator(`${flags.seed}/${number}`);
  await tryMutant(number, mutate(documents));
  if (waiting.size === BATCH) await embedWaiting();
}
if (waiting.size > 0) await embedWaiting();

const { typed, refused, planned, embedded } = counts;
process.stdout.write(
  `${mutants} mutants of ${documents.length} documents, seed ${flags.seed}: ${typed} typed, ${refused} refused, ${planned} planned, ${embedded} embedded, ${counts.broken} broken\n`,
);
if (counts.broken === 0) rmSync(kept, { recursive: true });
process.exitCode = counts.broken === 0 ? 0 : 1;
