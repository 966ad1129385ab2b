// @ts-check
// One document from file to checked WIT in this fresh process, then warm. Usage: node child.mjs FILE ROUNDS
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Milliseconds by phase: `read` file → ApiModel, `type` ApiModel → TypedApi, `print` TypedApi → WIT text.
 * @typedef {{ read: number, type: number, print: number }} Phases
 *
 * @typedef {object} Figures
 * @property {number} operations
 * @property {number} types
 * @property {number} cold milliseconds from the start of the process to the text, modules loaded and all
 * @property {number} checked milliseconds from there until a component has been made of it, in a process of its own
 * @property {number} peak MiB of both processes together; of this one alone where there is no /proc
 * @property {readonly Phases[]} rounds warm
 */

const [file = '', rounds = '3'] = process.argv.slice(2);
const { readApi } = await import('../../dist/src/openapi/read-api.js');
const { typeApi } = await import('../../dist/src/wit/lower.js');
const { printWit } = await import('../../dist/src/wit/printing/print.js');

async function convert() {
  const start = performance.now();
  const api = await readApi(file);
  const read = performance.now();
  const typed = typeApi(api, { namespace: 'acme', name: 'service', version: api.version });
  const type = performance.now();
  const wit = printWit(typed);
  const end = performance.now();
  return { typed, wit, phases: { read: read - start, type: type - read, print: end - type } };
}

const { typed, wit } = await convert();
const cold = performance.now();
const own = process.resourceUsage().maxRSS / 1024;

const { checkWit } = await import('../../dist/src/wit/check/check.js');
const { wasiDependencies } = await import('../../dist/src/wit/check/dependencies.js');
let others = 0;
const watch = setInterval(() => {
  others = Math.max(others, peakOfChildren());
}, 20);
await checkWit(new Map([...(await wasiDependencies()), ['world.wit', wit]]), 'service');
clearInterval(watch);
const checked = performance.now() - cold;

await convert();
/** @type {Phases[]} */
const taken = [];
for (let round = 0; round < Number(rounds); round += 1) taken.push((await convert()).phases);

/** @type {Figures} */
const figures = {
  operations: typed.report.operations,
  types: typed.types.length + typed.interfaces.flatMap((one) => one.types).length,
  ...{ cold, checked, peak: own + others, rounds: taken },
};
process.stdout.write(JSON.stringify(figures));

/** MiB that the children of this process have used at most (proc(5): VmHWM). */
function peakOfChildren() {
  try {
    const tasks = readdirSync('/proc/self/task');
    const pids = tasks.flatMap((task) =>
      readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return pids.reduce((sum, pid) => sum + peakOf(pid), 0) / 1024;
  } catch {
    return 0; // It has ended, or there is no /proc.
  }
}

/** @param {string} pid */
function peakOf(pid) {
  return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}
