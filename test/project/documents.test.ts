import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { ProjectFile } from '../../src/project/file.ts';
import { planProject } from '../../src/project/plan.ts';
import { biomeReport } from '../support/biome.ts';
import { describeDocuments, publishedDocuments, readDocument } from '../support/documents.ts';
import { sources, typecheck, writeProjects } from '../support/emitted.ts';
import { documentModel } from '../support/models.ts';

describeDocuments('the projects of published documents', () => {
  const plans: Record<string, readonly ProjectFile[]> = {};

  beforeAll(async () => {
    for (const [index, { file }] of publishedDocuments('service').entries()) {
      const model = documentModel(readDocument(file), { stubs: 'examples' });
      plans[`p${index}`] = await planProject(model);
    }
  }, 120_000);

  it('pass the strict type check', async () => {
    const folder = await writeProjects(plans);
    const tsconfig = plans.p0?.find(({ path }) => path === 'tsconfig.json')?.content ?? '';
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ ...JSON.parse(tsconfig), include: ['*/src', '*/test'] }),
    );
    expect(await typecheck(folder)).toBe('');
  }, 120_000);

  it('are formatted as our formatter would, and lint finds nothing', async () => {
    const own = Object.entries(plans).map(([name, files]) =>
      sources(
        name,
        files.filter(({ path }) => !path.includes('/runtime/') && !path.endsWith('.mjs')),
      ),
    );
    expect(await biomeReport(Object.assign({}, ...own))).toBe('');
  }, 120_000);
});
