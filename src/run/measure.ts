import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { catalogueOf } from '../messages/catalogue.ts';
import type { Lang } from '../messages/lang.ts';
import {
  MEASURED,
  type MeasuredComponent,
  type Measurement,
  measuredBlocks,
  shownHash,
} from '../migration/measured.ts';
import { MIGRATION_FILE } from '../project/parts/migration.ts';
import { blockText } from '../report/markdown.ts';
import type { Progress } from '../terminal/progress.ts';
import { fillRegion, regionOf } from '../text/region.ts';
import { commitChanges } from '../writing/commit.ts';
import type { Proof } from './services.ts';

/**
 * Writes what the proofs measured into the project's plan. Numbers of the same bundles stay as they are, so that a second
 * run changes nothing; a plan without the region keeps what its owner made of it.
 *
 * @param proofs - by the component's name
 */
export async function recordMeasurements(
  folder: string,
  lang: Lang,
  proofs: ReadonlyMap<string, Proof>,
  timings: Progress['timings'],
): Promise<void> {
  const file = join(folder, MIGRATION_FILE);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const current = text === undefined ? undefined : regionOf(text, MEASURED);
  if (text === undefined || current === undefined) return;
  const bundleHash = await hashOfBundles([...proofs.values()]);
  if (current.includes(shownHash({ bundleHash }))) return;
  const measurement = { bundleHash, ...(await measure(proofs, timings)) };
  const content = measuredBlocks(measurement, catalogueOf(lang)).map(blockText).join('\n\n');
  await commitChanges(folder, [
    { path: MIGRATION_FILE, content: fillRegion(text, MEASURED, content) },
  ]);
}

async function hashOfBundles(proofs: readonly Proof[]): Promise<string> {
  const hash = createHash('sha256');
  for (const { component } of proofs) hash.update(await readFile(component.bundle));
  return hash.digest('hex');
}

/** What proofs tell of their components, on this machine and today. */
async function measure(
  proofs: ReadonlyMap<string, Proof>,
  timings: Progress['timings'],
): Promise<Omit<Measurement, 'bundleHash'>> {
  const cpus = availableParallelism();
  return {
    components: await Promise.all([...proofs].map(([name, proof]) => measureOne(name, proof))),
    buildSeconds: (timings.bundle ?? 0) + (timings.componentize ?? 0),
    machine: `${process.platform} ${process.arch}, ${cpus} CPU, Node ${process.versions.node}`,
    day: new Date().toISOString().slice(0, 10),
  };
}

async function measureOne(name: string, { component, smoke }: Proof): Promise<MeasuredComponent> {
  const bytes = await readFile(component.component);
  const [first, ...later] = smoke.requests.map(({ ms }) => ms);
  return {
    name,
    bytes: component.bytes,
    gzipBytes: (await promisify(gzip)(bytes)).length,
    firstMs: first,
    laterMs: median(later),
    later: later.length,
  };
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
