// Runs the built bin over every OpenAPI document of a folder, one after the other, and prints a table.
// Usage: node scripts/prove-documents.mjs FOLDER [--no-build] [--only TEXT]
// A project whose run failed is kept, the others are removed. Exits 1 when a run failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';

const bin = fileURLToPath(new URL('../dist/bin.js', import.meta.url));
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-build': { type: 'boolean' }, only: { type: 'string', default: '' } },
});
const [folder] = positionals;
if (folder === undefined || !existsSync(bin)) {
  const problem =
    folder === undefined ? 'Name a folder of documents.' : 'Run `npm run build` first.';
  process.stderr.write(`${problem}\n`);
  process.exit(2);
}

const documents = readdirSync(folder)
  .filter((file) => /\.(json|ya?ml)(\.gz)?$/.test(file) && file.includes(flags.only))
  .sort();

/** Unpacks the document and runs the bin on it: exit code, seconds, what it said. */
async function prove(file) {
  const work = mkdtempSync(join(tmpdir(), 'wasm-component-prove-'));
  const bytes = readFileSync(join(folder, file));
  const document = join(work, file.replace(/\.gz$/, ''));
  writeFileSync(document, file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  const build = flags['no-build'] ? ['--no-build'] : [];
  const start = performance.now();
  const run = await runBin(['service', '--from', document, '--yes', '--json', ...build], work);
  const seconds = (performance.now() - start) / 1000;
  if (run.status === 0) rmSync(work, { recursive: true, force: true });
  return { ...run, seconds, work };
}

function runBin(args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (text) => {
        said[stream] += text;
      });
    }
    child.on('close', (status) => resolve({ status, result: parse(said.stdout), ...said }));
  });
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function row(cells) {
  const widths = [52, 10, 7, 9, 7, 7];
  return cells.map((cell, index) => String(cell).padEnd(widths[index] ?? 0)).join(' ');
}

function cellsOf(file, { result, status, seconds }) {
  const { api, smoke, component } = result;
  return [
    file.replace(/\.(json|ya?ml)(\.gz)?$/, ''),
    api === undefined ? '-' : `${api.emitted}/${api.operations}`,
    api === undefined ? '-' : `${Math.round(api.typedShare * 100)}%`,
    smoke === undefined ? '-' : `${smoke.passed}/${smoke.passed + smoke.failed}`,
    component === undefined ? '-' : (component.bytes / 1e6).toFixed(1),
    seconds.toFixed(1),
    status === 0 ? 'ok' : `exit ${status}`,
  ];
}

process.stdout.write(
  `${row(['document', 'operations', 'typed', 'requests', 'MB', 'seconds', ''])}\n`,
);
const failed = [];
for (const file of documents) {
  const proof = await prove(file);
  process.stdout.write(`${row(cellsOf(file, proof))}\n`);
  if (proof.status !== 0) failed.push({ file, ...proof });
}
for (const { file, work, result, stderr } of failed) {
  const why = result.error?.message ?? stderr.trim();
  process.stdout.write(`\n${file} (${work})\n${why}\n`);
}
process.stdout.write(`\n${documents.length - failed.length} passed, ${failed.length} failed\n`);
process.exitCode = failed.length > 0 || documents.length === 0 ? 1 : 0;
