// @ts-check
// What the size of an API costs: documents of 1, 10, 100 and 500 operations.
// Usage: node bench/scale.mjs [--rounds N] [--only NAME]…
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { operationsOf, resources, shopDocument } from './documents/shop.mjs';
import { scaleTable } from './page/scale-table.mjs';
import { buildService, sizeOf, writeShop } from './services/project.mjs';
import { readArguments } from './support/arguments.mjs';
import { inTemporaryFolder } from './support/cache.mjs';
import { load } from './support/load.mjs';
import { describeMachine } from './support/machine.mjs';
import { measured, runNode } from './support/process.mjs';
import { saveResults } from './support/results.mjs';
import { alternate } from './support/rounds.mjs';
import { spreads } from './support/statistics.mjs';
import { textTable } from './support/table.mjs';
import { hostName, precompile, serveCompiled } from './support/wasmtime.mjs';
import { bin } from './toolchains/generator.mjs';

const sizes = [1, 10, 100, 500].map((operations) => ({ name: String(operations), operations }));
/** What it takes to write the project and make its component. @typedef {(typeof sizes)[number]} Size */

/** Seconds of writing a project, and of the whole run. @param {Size} size */
function measureRun({ operations }) {
  return inTemporaryFolder(async (cwd) => {
    const document = join(cwd, 'shop.json');
    await writeFile(document, JSON.stringify(shopDocument(operations)));
    const args = [bin, 'shop', '--from', document, '--yes', '--no-git', '--json'];
    const written = await measured(() => runNode([...args, '--no-build'], { cwd }));
    await rm(join(cwd, 'shop'), { recursive: true });
    const proven = await measured(() => runNode(args, { cwd }));
    const { timings } = JSON.parse(proven.value);
    return { write: written.seconds, componentize: timings.componentize, total: proven.seconds };
  });
}

/** @param {Size} size */
async function build({ operations }) {
  const component = await buildService(await writeShop(`shop-${operations}`, operations));
  return { bytes: await sizeOf(component), compiled: await precompile(component) };
}

/** The middle of the operations that get one thing. @param {Size} size */
function questionOf({ operations }) {
  const all = resources(Math.ceil(operations / 5));
  const middle = all[Math.floor(all.length / 2)];
  const [get] = middle === undefined ? [] : operationsOf(middle);
  if (get === undefined) throw new RangeError('no operations');
  return { method: 'GET', path: get.path.replace('{id}', 'order-1'), status: 200 };
}

/** @param {Size & { compiled: string }} served */
async function measureRequests(served) {
  const server = await serveCompiled(served.compiled);
  try {
    const question = questionOf(served);
    await load(server.port, question, { connections: 1, seconds: 0.3 });
    const before = server.faults();
    const { p50, p99, requests } = await load(server.port, question, {
      connections: 1,
      seconds: 2,
    });
    return { p50, p99, faults: (server.faults() - before) / requests };
  } finally {
    await server.stop();
  }
}

const { contenders, rounds, complete } = readArguments(sizes, 7);
const machine = describeMachine();
const runs = await alternate(contenders, Math.min(rounds, 3), measureRun);
const built = [];
for (const size of contenders) built.push({ ...size, ...(await build(size)) });
const requests = await alternate(built, rounds, measureRequests);
const rows = built.map(({ name, operations, bytes }) => ({
  operations,
  bytes,
  ...spreads(runs.get(name) ?? []),
  ...spreads(requests.get(name) ?? []),
}));

process.stdout.write(`${textTable(scaleTable(rows))}\n`);
if (complete) saveResults('scale', { machine, host: await hostName(), rounds, rows });
