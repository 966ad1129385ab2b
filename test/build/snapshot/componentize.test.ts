import { copyFile, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleProject } from '../../../src/build/bundle.ts';
import { componentizeProject } from '../../../src/build/componentize.ts';
import type { Project } from '../../../templates/node/build.mjs';
import {
  readComponent,
  readModule,
  SECTION,
  sectionBytes,
} from '../../../templates/node/snapshot/module.mjs';
import { componentizeByStock, fixtureProject } from '../../support/toolchain.ts';

const CORE_MODULE = 1;

async function bundled(): Promise<Project> {
  return (await bundleProject(await fixtureProject())).project;
}

async function ours(project: Project): Promise<Buffer> {
  expect(await componentizeProject(project)).toEqual({});
  return readFile(project.component);
}

/** A component's sections, the first core module apart. */
function parts(component: Uint8Array) {
  const sections = readComponent(component);
  const module = sections.findIndex(({ id }) => id === CORE_MODULE);
  const bytes = sections.map(
    ({ id, start, end }) => [id, Buffer.from(component.subarray(start, end))] as const,
  );
  const [core] = bytes.splice(module, 1);
  return { around: bytes, module: readModule(core?.[1] ?? new Uint8Array()) };
}

describe('the component', () => {
  let project: Project;
  let component: Buffer;

  beforeAll(async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
    project = await bundled();
    component = await ours(project);
  }, 120_000);

  it('is that of componentize-js, byte for byte, but for its memory', async () => {
    const [mine, theirs] = [
      parts(component),
      parts(await readFile(await componentizeByStock(project))),
    ];
    expect(mine.around).toEqual(theirs.around);
    expect(mine.module.sections.map(({ id }) => id)).toEqual(
      theirs.module.sections.map(({ id }) => id),
    );
    for (const id of Object.values(SECTION)) {
      if (id === SECTION.memory || id === SECTION.data || id === SECTION.dataCount) continue;
      const [one, other] = [mine, theirs].map(({ module }) => sectionBytes(module, id));
      expect(Buffer.compare(one ?? Buffer.of(), other ?? Buffer.of()), `section ${id}`).toBe(0);
    }
  }, 120_000);

  it('has the same bytes when it is made again, elsewhere', async () => {
    const elsewhere = await bundled();
    await copyFile(project.bundle, elsewhere.bundle);
    expect((await ours(elsewhere)).equals(component)).toBe(true);
  }, 120_000);

  it('differs in its memory alone, and little, when it is made at another time', async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1800000000');
    const [now, then] = [parts(await ours(project)), parts(component)];
    expect(now.around).toEqual(then.around);
    const data = now.module.sections.find(({ id }) => id === SECTION.data);
    const places: number[] = [];
    for (const [at, byte] of then.module.bytes.entries())
      if (now.module.bytes[at] !== byte) places.push(at);
    expect(places.length).toBeLessThan(1000);
    expect(places[0]).toBeGreaterThanOrEqual(data?.start ?? Number.NaN);
  }, 120_000);

  it('holds no path of this machine', () => {
    for (const path of [project.directory, 'componentize-', 'initializer-script-path /tmp'])
      expect(component.includes(path), path).toBe(false);
  });
});
