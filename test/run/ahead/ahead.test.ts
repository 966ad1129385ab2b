import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { Ahead } from '../../../src/run/ahead/ahead.ts';
import type { PlanJob } from '../../../src/run/ahead/early-work.ts';
import { answersOf } from '../../support/answers.ts';
import { temporaryFolder, writeFiles } from '../../support/files.ts';

const ORDERS = fileURLToPath(new URL('../../../examples/orders.openapi.yaml', import.meta.url));
const built = new URL('../../../dist/src/run/ahead/thread.mjs', import.meta.url);

const started: Ahead[] = [];
afterEach(() => {
  for (const ahead of started.splice(0)) ahead.end();
});

function start(program: URL): Ahead {
  const ahead = new Ahead(program);
  started.push(ahead);
  return ahead;
}

/** A thread whose whole program is this. */
async function thread(program: string): Promise<Ahead> {
  const folder = await temporaryFolder();
  const text = `import { parentPort } from 'node:worker_threads';\n${program}\n`;
  await writeFiles(folder, { 'program.mjs': text });
  return start(pathToFileURL(join(folder, 'program.mjs')));
}

const job = (name: string): PlanJob => ({
  answers: answersOf({ interface: 'openapi', from: ORDERS, name }),
  run: { destination: `/work/${name}`, command: 'npx generator-wasm-component' },
});

describe('the built thread', () => {
  it('reads, proposes and plans', async () => {
    const ahead = start(built);
    expect((await ahead.read(ORDERS))?.value).toMatchObject({ title: 'Orders', basePath: '/v1' });
    expect(await ahead.propose(ORDERS, undefined)).toEqual({ value: undefined });
    ahead.foresee(job('likely'));
    const planned = await ahead.plan(job('wanted'));
    expect(planned?.typed?.package.name).toBe('wanted');
    expect(planned?.plan?.map(({ path }) => path)).toContain('src/wanted.ts');
    expect(planned?.api?.operations).toHaveLength(8);
  }, 30_000);

  it('has nothing of a document that can not be read', async () => {
    const ahead = start(built);
    expect(await ahead.read('/nowhere/openapi.yaml')).toBeUndefined();
    // It goes on.
    expect(await ahead.read(ORDERS)).toBeDefined();
  }, 30_000);
});

describe('a thread', () => {
  it('is asked once for the same answers', async () => {
    const ahead = await thread(`
      const seen = [];
      parentPort.on('message', ({ id, request }) => {
        seen.push(request.kind);
        parentPort.postMessage({ id, value: seen });
      });`);
    ahead.foresee(job('a'));
    ahead.foresee(job('a'));
    ahead.foresee(job('b'));
    expect((await ahead.read(ORDERS))?.value).toEqual(['foresee', 'foresee', 'read']);
  });

  it.each([
    ['throws when it is loaded', 'throw new Error("broken");'],
    ['is not there', 'await import("./nowhere.mjs");'],
    ['ends', `parentPort.on('message', () => process.exit(1));`],
    ['fails at work', `parentPort.on('message', () => { throw new Error('broken'); });`],
  ])(
    'that %s has nothing for anybody, then or later',
    async (_what, program) => {
      const ahead = await thread(program);
      expect(await Promise.all([ahead.read(ORDERS), ahead.plan(job('a'))])).toEqual([
        undefined,
        undefined,
      ]);
      ahead.foresee(job('b'));
      expect(await ahead.read(ORDERS)).toBeUndefined();
    },
    60_000,
  );

  it('is not given what can not be copied', async () => {
    const ahead = await thread(
      `parentPort.on('message', ({ id }) => parentPort.postMessage({ id, value: 1 }));`,
    );
    const { answers, run } = job('a');
    const assessment = { evidence: { folder: '/x' }, lang: 'en', odd: () => 1 } as never;
    expect(await ahead.plan({ answers, run: { ...run, assessment } })).toBeUndefined();
    expect(await ahead.read(ORDERS)).toEqual({ value: 1 });
  });

  it('ends whatever it is at', async () => {
    const ahead = await thread(`parentPort.on('message', () => { for (;;); });`);
    const reading = ahead.read(ORDERS);
    await new Promise((soon) => setTimeout(soon, 300));
    ahead.end();
    expect(await reading).toBeUndefined();
  });
});
