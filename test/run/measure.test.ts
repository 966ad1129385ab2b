import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { planProject } from '../../src/project/plan.ts';
import { recordMeasurements } from '../../src/run/measure.ts';
import type { Proof } from '../../src/run/services.ts';
import { fingerprint } from '../../src/writing/fingerprint.ts';
import { evidenceOf } from '../assessment/evidence.ts';
import { SERVICES } from '../fit/findings.ts';
import { temporaryFolder } from '../support/files.ts';
import { unlabelled } from '../support/labels.ts';
import { ordersModel } from '../support/models.ts';

const findings = SERVICES['Express with Postgres']?.findings ?? [];
const timings = { bundle: 0.5, componentize: 2.25, smoke: 9 };

let folder: string;
let plan: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  const assessment = assess(evidenceOf(findings), { target: undefined, today: new Date() });
  const files = await planProject(ordersModel({ assessment }));
  plan = files.find(({ path }) => path === 'MIGRATION.md')?.content ?? '';
  await writeFile(join(folder, 'MIGRATION.md'), plan);
  await writeFile(join(folder, 'orders.wasm'), new Uint8Array(1_000_000));
});

const written = () => readFile(join(folder, 'MIGRATION.md'), 'utf8');

/** A proof of a bundle with this text. */
async function proof(text: string, ms: readonly number[] = [90, 20, 40, 30]): Promise<Proof> {
  const requests = ms.map((each) => ({ ms: each }));
  const bundle = join(folder, 'bundle.js');
  await writeFile(bundle, text);
  const component = { component: join(folder, 'orders.wasm'), bundle, bytes: 12_345_678 };
  // The two of its parts that are measured.
  return { component, smoke: { requests } } as unknown as Proof;
}

function record(to: string, lang: 'en' | 'ko', one: Proof, took: typeof timings) {
  return recordMeasurements(to, lang, new Map([['orders', one]]), took);
}

describe('what a proof measured', () => {
  it('is written into the plan, with what it holds for', async () => {
    await record(folder, 'en', await proof('a'), timings);
    const text = await written();
    for (const row of [
      '| `orders`: component | 11.8 MiB |',
      '| `orders`: component, gzip | 0.0 MiB |',
      '| bundle and componentize | 2.8 s |',
      '| `orders`: first request | 90 ms |',
      '| `orders`: median of the 3 requests after it | 30 ms |',
    ]) {
      expect(text).toContain(row);
    }
    expect(text).toMatch(/Measured on \d{4}-\d\d-\d\d, .+ CPU, Node \d+/u);
    expect(text).not.toContain('Nothing was measured');
  });

  it('is no edit: a later run takes the file for what it wrote', async () => {
    await record(folder, 'ko', await proof('a'), timings);
    const text = await written();
    expect(text).not.toBe(plan);
    expect(fingerprint(text)).toBe(fingerprint(plan));
    expect(fingerprint(text.replaceAll('\n', '\r\n'))).toBe(fingerprint(plan));
    expect(fingerprint(text.replace('# ', '# My '))).not.toBe(fingerprint(plan));
  });

  it('stays for the same component and changes for another', async () => {
    await record(folder, 'en', await proof('a'), timings);
    const first = await written();
    await record(folder, 'en', await proof('a', [5, 5]), timings);
    expect(await written()).toBe(first);
    await record(folder, 'en', await proof('b', [5, 5]), timings);
    expect(await written()).toContain('| `orders`: first request | 5 ms |');
  });

  it('keeps the line ends of the file', async () => {
    await writeFile(join(folder, 'MIGRATION.md'), plan.replaceAll('\n', '\r\n'));
    await record(folder, 'en', await proof('a'), timings);
    expect(await written()).not.toMatch(/(?<!\r)\n/u);
  });

  it('leaves a plan alone that has no place for it, and needs none', async () => {
    await writeFile(join(folder, 'MIGRATION.md'), '# Mine\n');
    await record(folder, 'en', await proof('a'), timings);
    expect(await written()).toBe('# Mine\n');
    const other = await temporaryFolder();
    await record(other, 'en', await proof('a'), timings);
  });

  it('has its caveat beside it, so that no number stands alone', async () => {
    await record(folder, 'en', await proof('a'), timings);
    const region = /<!-- filled in: measured -->([\s\S]*?)<!-- \/filled/u.exec(
      await written(),
    )?.[1];
    const rest = (await written()).replace(region ?? '', '');
    expect(unlabelled(rest)).toEqual([]);
    expect(region).toMatch(/an instance for each/u);
  });
});
