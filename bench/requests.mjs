// @ts-check
// How fast components answer on `wasmtime serve`, precompiled: the emitted one with 50 operations, the engine alone,
// and the same routes and checks by hand.
// Usage: node bench/requests.mjs [--rounds N] [--only NAME]…
import { contenders as all, OPERATIONS, shopOnce } from './services/contenders.mjs';
import { questions, verify } from './services/questions.mjs';
import { readArguments } from './support/arguments.mjs';
import { spreadText } from './support/format.mjs';
import { load } from './support/load.mjs';
import { describeMachine } from './support/machine.mjs';
import { saveResults } from './support/results.mjs';
import { alternate } from './support/rounds.mjs';
import { spreads } from './support/statistics.mjs';
import { textTable } from './support/table.mjs';
import { hostName, precompile, serveCompiled } from './support/wasmtime.mjs';

/** @typedef {{ name: string, label: string, compiled: string }} Served */
/** @typedef {keyof typeof questions} Kind */

const SECONDS = 1.5;

/** @param {readonly import('./services/contenders.mjs').Contender[]} contenders @returns {Promise<Served[]>} */
async function buildAll(contenders) {
  const shop = shopOnce();
  const served = [];
  for (const { name, label, build } of contenders) {
    process.stderr.write(`building ${name}\n`);
    const compiled = await precompile(await build(shop));
    const server = await serveCompiled(compiled);
    await verify(server.port, name !== 'bare').catch((error) => {
      throw new Error(`${name} is no fair contender: ${error.message}`);
    });
    await server.stop();
    served.push({ name, label, compiled });
  }
  return served;
}

/** @param {Served} served */
async function measure({ compiled }) {
  const server = await serveCompiled(compiled);
  try {
    const get = await measureKind(server, 'get');
    const post = await measureKind(server, 'post');
    return { get, post, memory: { peakMiB: server.peakMiB() } };
  } finally {
    await server.stop();
  }
}

/** @param {Awaited<ReturnType<typeof serveCompiled>>} server @param {Kind} kind */
async function measureKind({ port, faults }, kind) {
  const question = questions[kind];
  await load(port, question, { connections: 1, seconds: 0.3 });
  const before = faults();
  const alone = await load(port, question, { connections: 1, seconds: SECONDS });
  const perRequest = (faults() - before) / alone.requests;
  const eight = await load(port, question, { connections: 8, seconds: SECONDS });
  return {
    p50: alone.p50,
    p99: alone.p99,
    perSecond: alone.perSecond,
    faults: perRequest,
    p50of8: eight.p50,
    p99of8: eight.p99,
    perSecondOf8: eight.perSecond,
  };
}

const { contenders, rounds, complete } = readArguments(all, 7);
const machine = describeMachine();
const served = await buildAll(contenders);
const taken = await alternate(served, rounds, measure);
const rows = served.map(({ name, label }) => {
  const own = taken.get(name) ?? [];
  const get = spreads(own.map((round) => round.get));
  const post = spreads(own.map((round) => round.post));
  const { peakMiB } = spreads(own.map((round) => round.memory));
  return { name, label, get, post, peakMiB };
});

for (const kind of /** @type {const} */ (['get', 'post'])) {
  const headings = ['p50 ms', 'p99 ms', '/s', 'faults', 'p50 ms, 8', '/s, 8', 'MiB'];
  const cells = rows.map(({ label, peakMiB, ...row }) => {
    const { p50, p99, perSecond, faults, p50of8, perSecondOf8 } = row[kind];
    return [
      label,
      spreadText(p50, 2),
      spreadText(p99, 2),
      perSecond.median.toFixed(0),
      faults.median.toFixed(0),
      spreadText(p50of8, 2),
      perSecondOf8.median.toFixed(0),
      peakMiB.median.toFixed(0),
    ];
  });
  process.stdout.write(`${textTable([[kind.toUpperCase(), ...headings], ...cells])}\n\n`);
}
if (complete)
  saveResults('requests', {
    machine,
    host: await hostName(),
    rounds,
    operations: OPERATIONS,
    rows,
  });
