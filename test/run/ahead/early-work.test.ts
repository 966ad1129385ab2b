import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { planProject } from '../../../src/project/plan.ts';
import type { Answers } from '../../../src/questions/answers.ts';
import { EarlyWork, type PlanJob, planKey } from '../../../src/run/ahead/early-work.ts';
import type { Planned } from '../../../src/run/documents.ts';
import { readService } from '../../../src/service/read-service.ts';
import { sampleRequests } from '../../../src/smoke/samples/index.ts';
import { answersOf } from '../../support/answers.ts';
import { temporaryFolder } from '../../support/files.ts';

const work = vi.hoisted(() => ({ read: 0, typed: 0, planned: 0 }));
vi.mock(import('../../../src/openapi/read-api.ts'), async (original) => {
  const real = await original();
  const readApi = (path: string) => {
    work.read += 1;
    return real.readApi(path);
  };
  return { ...real, readApi };
});
vi.mock(import('../../../src/wit/lower.ts'), async (original) => {
  const { typeApi } = await original();
  return {
    typeApi: (...given) => {
      work.typed += 1;
      return typeApi(...given);
    },
  };
});
vi.mock(import('../../../src/project/plan.ts'), async (original) => {
  const real = await original();
  const planProject: typeof real.planProject = (model) => {
    work.planned += 1;
    return real.planProject(model);
  };
  return { ...real, planProject };
});

const ORDERS = fileURLToPath(new URL('../../../examples/orders.openapi.yaml', import.meta.url));

const job = (changes: Partial<Answers> = {}): PlanJob => ({
  answers: answersOf({ interface: 'openapi', from: ORDERS, name: 'orders', ...changes }),
  run: { destination: '/work/orders', command: 'npx generator-wasm-component orders' },
});

let early: EarlyWork;
beforeEach(() => {
  early = new EarlyWork();
  Object.assign(work, { read: 0, typed: 0, planned: 0 });
});

const plan = (one: PlanJob) => early.answer({ kind: 'plan', job: one }) as Promise<Planned>;

describe('a plan that was made early', () => {
  it('is the same as one made at its time, and does nothing twice', async () => {
    await early.answer({ kind: 'read', path: ORDERS });
    await early.answer({ kind: 'propose', path: ORDERS, findings: undefined });
    await early.answer({ kind: 'foresee', job: job() });
    // On its way to the other thread it is copied.
    const known = structuredClone(await plan(job({ git: false })));
    expect(work).toEqual({ read: 1, typed: 1, planned: 1 });
    const { answers, run } = job();
    const model = await readService(answers, run);
    expect(known.plan).toEqual(await planProject(model));
    const copied = await readService(answers, run, known);
    expect(copied).toEqual(model);
    expect(sampleRequests(copied)).toEqual(sampleRequests(model));
    expect(await planProject(copied)).toEqual(known.plan);
  });

  it.each([
    ['the language', { language: 'js' }, { read: 1, typed: 1, planned: 2 }],
    ['the name', { name: 'shop' }, { read: 1, typed: 2, planned: 2 }],
    ['the base path', { basePath: '/v9' }, { read: 1, typed: 2, planned: 2 }],
    ['what happens afterwards', { install: true }, { read: 1, typed: 1, planned: 1 }],
    ['the components', { components: ['all'] }, { read: 1, typed: 1, planned: 1 }],
  ] as const)('is for its answers alone: another answer to %s', async (_what, change, done) => {
    await early.answer({ kind: 'foresee', job: job() });
    const known = await plan(job(change));
    expect(work).toEqual(done);
    const { answers, run } = job(change);
    const model = await readService(answers, run);
    const isApp = 'components' in change;
    expect(known.plan).toEqual(isApp ? undefined : await planProject(model));
    expect(known.typed).toEqual(model.typed);
  });

  it('is given up when other answers come meanwhile', async () => {
    const foreseen = early.answer({ kind: 'foresee', job: job({ name: 'first' }) });
    const known = await plan(job({ name: 'second' }));
    await foreseen;
    expect(known.typed?.package.name).toBe('second');
    expect(work).toEqual({ read: 1, typed: 1, planned: 1 });
  });
});

it('reads a document again after it could not be read', async () => {
  const path = join(await temporaryFolder(), 'openapi.json');
  const read = () => early.answer({ kind: 'read', path });
  await expect(read()).rejects.toMatchObject({ code: 2 });
  const paths = { '/': { get: { responses: { 200: { description: 'Fine' } } } } };
  const info = { title: 'Mended', version: '3' };
  await writeFile(path, JSON.stringify({ openapi: '3.1.0', info, paths }));
  expect(await read()).toEqual({ ...info, description: undefined, basePath: '' });
});

it('tells plans apart by all that they depend on, in whichever order it was answered', () => {
  const { answers, run } = job();
  const turned = Object.fromEntries(Object.entries(answers).reverse()) as unknown as Answers;
  expect(planKey({ answers: turned, run })).toBe(planKey(job()));
  expect(planKey(job({ components: [], git: !answers.git }))).toBe(planKey(job()));
  const others = [
    job({ description: 'Another.' }),
    job({ needs: ['sqlite'] }),
    { answers, run: { ...run, destination: '/elsewhere' } },
    { answers, run: { ...run, command: 'another' } },
  ];
  for (const other of others) expect(planKey(other)).not.toBe(planKey(job()));
});
