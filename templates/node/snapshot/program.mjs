// @ts-check
/**
 * Stands in for wizer: `node program.mjs JOB ARGUMENTS`. The arguments are those that componentize-js gives to wizer,
 * the job is a `Job` of componentize.mjs as JSON. Reads the module that componentize-js made of the engine's
 * skeleton, runs the initialiser of the whole engine, and writes the skeleton in the state that this led to. The
 * memory's content goes into a file of its own.
 */
import { createHash } from 'node:crypto';
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { Unsupported } from './bytes.mjs';
import { readCode } from './code.mjs';
import { dataSection } from './data.mjs';
import { graft } from './graft.mjs';
import { InitialisationFailed, initialise, REACTOR } from './initialise.mjs';
import { readModule, SECTION, sectionBytes } from './module.mjs';
import { withState } from './snapshot.mjs';
import { compileForShortRuns } from './v8.mjs';

/** @typedef {import('./componentize.mjs').Job} Job */

/** What the module sees as the folder of its bindings. A snapshot keeps paths: it shall not keep those of this machine. */
const BINDINGS = '/-bindings';

/** What we do anyway. */
const EXPECTED = new Set(['--allow-wasi', '--wasm-bulk-memory=true', '--inherit-env=true']);

/**
 * @param {readonly string[]} words
 * @throws {Unsupported} for arguments that componentize-js 0.23.0 doesn't give
 */
export function readArguments(words) {
  const options = words.join('\n').replace('--init-func\n', '--init-func=').split('\n');
  /** @type {Record<string, string>} */
  const preopens = {};
  const found = { input: options.pop() ?? '', output: '', run: '', preopens };
  for (const option of options) {
    const [, name, value = ''] = /^(-[^=]+)=(.*)$/.exec(option) ?? [];
    const [guest = '', host = ''] = value.split('::');
    if (name === '--init-func') found.run = value;
    else if (name === '-o') found.output = value;
    else if (name === '--dir') preopens[BINDINGS] = value;
    else if (name === '--mapdir') preopens[guest] = host;
    else if (!EXPECTED.has(option))
      throw new Unsupported(`wizer's argument ${option} is not known`);
  }
  return found;
}

/**
 * What the initialiser reads on stdin, in the paths that it sees.
 *
 * @param {string} text @param {Readonly<Record<string, string>>} preopens
 */
export function withoutHostPaths(text, preopens) {
  const folders = Object.entries(preopens);
  return folders.reduce(
    (words, [guest, host]) =>
      words.replaceAll(`${host}/`, guest.endsWith('/') ? guest : `${guest}/`),
    text,
  );
}

/** @param {Job} job @param {readonly string[]} words */
async function run({ engine, data, stdin, env, time }, words) {
  const { input, output, run, preopens } = readArguments(words);
  const whole = readModule(readFileSync(engine));
  const code = readCode(whole);
  const skeleton = readModule(readFileSync(input));
  const assigned = new Set([...code.assigned, ...readCode(skeleton).assigned]);
  const section = sectionBytes(whole, SECTION.data) ?? Uint8Array.of(0);
  const module = readModule(graft({ module: whole, code }, skeleton, section));
  const seed = createHash('sha256').update(skeleton.bytes).digest('hex');
  writeFileSync(stdin, withoutHostPaths(readFileSync(0, 'utf8'), preopens));
  const surroundings = { preopens, env, stdin: openSync(stdin, 'r'), seed, time };
  const state = await initialise(module, assigned, { run, check: 'check_init' }, surroundings);
  writeFileSync(output, withState(skeleton, state, new Set([REACTOR, run])));
  writeFileSync(data, dataSection(state.memory));
}

/** @param {Job} job @param {unknown} error */
function report({ outcome }, error) {
  process.exitCode = 1;
  const { message } = /** @type {Error} */ (error);
  if (!(error instanceof InitialisationFailed)) writeFileSync(outcome, message);
  else if (message !== '') process.stderr.write(`Error: ${message}\n`);
}

const [job, ...words] = process.argv.slice(2);
if (process.argv[1]?.endsWith('program.mjs') && job !== undefined) {
  compileForShortRuns();
  const read = /** @type {Job} */ (JSON.parse(job));
  run(read, words).catch((error) => report(read, error));
}
