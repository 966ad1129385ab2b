// Makes, builds and smoke-tests a project for each need alone, for pairs of them and for all together, in TypeScript and
// JavaScript by turns, and checks its spin.toml by Spin's rules.
// Usage: node scripts/prove-needs.mjs [--pairs N] [--only TEXT]
// Servers are those of the environment (SPIN_VARIABLE_POSTGRES_HOST, …): what does not run is told as not proven.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const bin = fileURLToPath(new URL('../dist/bin.js', import.meta.url));

/** Values of `--needs`, and the need that `--outbound` brings. */
export const NEEDS = [
  'variables',
  'kv',
  'sqlite',
  'postgres',
  'mysql',
  'redis',
  'http',
  'files',
  'redis-trigger',
  'wasi-keyvalue',
  'wasi-config',
];

/**
 * Every need alone, pairs of them, all together in both languages. Fewer pairs than there are are spread over all.
 *
 * @param {number} [pairs]
 * @returns {{ needs: string[], language: 'ts' | 'js' }[]}
 */
export function matrix(pairs = Number.POSITIVE_INFINITY) {
  const all = NEEDS.flatMap((one, at) => NEEDS.slice(at + 1).map((other) => [one, other]));
  const step = Math.max(1, all.length / pairs);
  const some = Array.from(
    { length: Math.min(pairs, all.length) },
    (_, index) => all[Math.floor(index * step)],
  );
  const mixed = [...NEEDS.map((need) => [need]), ...some];
  return [
    ...mixed.map((needs, index) => ({ needs, language: index % 2 === 0 ? 'ts' : 'js' })),
    { needs: NEEDS, language: 'ts' },
    { needs: NEEDS, language: 'js' },
  ];
}

/** Runs the built bin for a combination. @returns what it proved, or why it failed */
export async function proveCombination({ needs, language }, env = process.env) {
  const work = mkdtempSync(join(tmpdir(), 'wasm-component-needs-'));
  const asked = needs.filter((need) => need !== 'http');
  const words = [
    ...['hello', '--yes', '--json', '--no-git', '--language', language],
    ...(asked.length > 0 ? ['--needs', asked.join(',')] : []),
    ...(needs.includes('http') ? ['--outbound', 'https://api.example.com'] : []),
  ];
  const start = performance.now();
  const run = await runBin(words, work, env);
  const result = parse(run.stdout);
  const check = await runBin(['check', join('hello', 'spin.toml'), '--strict'], work, env);
  const problem = problemOf(run, result, check);
  if (problem === undefined) rmSync(work, { recursive: true, force: true });
  const proofs = result.smoke?.needs ?? [];
  return {
    ...{ needs, language, problem, work, seconds: (performance.now() - start) / 1000 },
    unproven: proofs.filter(({ proven }) => !proven).map(({ need }) => need),
  };
}

function problemOf(run, result, check) {
  if (run.status !== 0) return result.error?.message ?? run.stderr.trim();
  if (check.status !== 0) return `check: ${check.stdout}${check.stderr}`;
  return undefined;
}

/** Runs all, two at a time. @param {(done: object) => void} [tell] */
export async function proveMatrix(combinations, { env = process.env, tell = () => {} } = {}) {
  const open = [...combinations];
  const done = [];
  const worker = async () => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const proof = await proveCombination(next, env);
      done.push(proof);
      tell(proof);
    }
  };
  await Promise.all([worker(), worker()]);
  return done;
}

function runBin(args, cwd, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (text) => {
        said[stream] += text;
      });
    }
    child.on('close', (status) => resolve({ status, ...said }));
  });
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

async function main() {
  const { values } = parseArgs({
    options: { pairs: { type: 'string' }, only: { type: 'string', default: '' } },
  });
  const pairs = values.pairs === undefined ? undefined : Number(values.pairs);
  const chosen = matrix(pairs).filter(({ needs }) => needs.join(',').includes(values.only));
  const say = (text) => process.stdout.write(`${text}\n`);
  const proofs = await proveMatrix(chosen, {
    tell: ({ needs, language, problem, seconds, unproven }) => {
      const name = needs.length > 2 ? 'all' : needs.join(' + ');
      const state = problem === undefined ? 'ok' : 'FAILED';
      const rest = unproven.length === 0 ? '' : `  not proven: ${unproven.join(', ')}`;
      say(`${name.padEnd(32)} ${language}  ${seconds.toFixed(1).padStart(5)} s  ${state}${rest}`);
    },
  });
  const failed = proofs.filter(({ problem }) => problem !== undefined);
  for (const { needs, work, problem } of failed) say(`\n${needs.join(', ')} (${work})\n${problem}`);
  say(`\n${proofs.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length > 0 || proofs.length === 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
