import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { wasiDependencies } from '../../src/wit/check/dependencies.ts';
import { embed } from '../../src/wit/check/embed.ts';
import { printWit } from '../../src/wit/printing/print.ts';
import type { FidelityReport } from '../../src/wit/typed-api.ts';
import { describeDocuments, publishedDocuments, typedDocument } from '../support/documents.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { usesWasmTools, wasmToolsProblem } from '../support/wasm-tools.ts';
import { expectAgreement } from './agreement.ts';

const documents = publishedDocuments();

/** What came after WASI 0.2 or is a draft, looked for apart from the check of `src/wit/check`. */
const LATER: readonly RegExp[] = [
  /(?<![-%\w])(?:map|stream|future)\s*</u,
  /(?<![-%\w])(?:async|stream|future|error-context)(?![-\w])/u,
  /list<[^,<>]*(?:<[^<>]*>)?,/u,
];

describeDocuments('published documents as WIT', () => {
  const reports = new Map<string, FidelityReport>();
  let folder = '';
  let dependencies: ReadonlyMap<string, string> = new Map();

  beforeAll(async () => {
    folder = await temporaryFolder();
    dependencies = await wasiDependencies();
  });

  it.each(documents)('$file', async ({ file, operations }) => {
    const api = typedDocument(file);
    const wit = printWit(api);
    reports.set(file, api.report);
    await writeFiles(join(folder, file), new Map([...dependencies, ['world.wit', wit]]));
    // The index doesn't follow references to path items.
    expect(api.report.operations).toBeGreaterThanOrEqual(operations);
    expectAgreement(api);
    const code = wit.replace(/\/\/.*$/gmu, '');
    expect(LATER.map((feature) => feature.exec(code)?.[0])).toEqual(LATER.map(() => undefined));
  });

  // One process for all, because each takes a second to start; a panic in one would fail those after it.
  it('all become components', async () => {
    const jobs = documents.map(({ file }) => ({ witPath: join(folder, file), world: 'service' }));
    const problems = await embed(jobs, 120_000);
    expect(inFiles(problems)).toEqual({});
  }, 130_000);

  it.skipIf(!usesWasmTools)(
    'all parse with wasm-tools',
    async () => {
      const problems: (string | undefined)[] = [];
      for (const { file } of documents) problems.push(await wasmToolsProblem(join(folder, file)));
      expect(inFiles(problems)).toEqual({});
    },
    130_000,
  );

  describe('what is in the WIT', () => {
    it('at least 99 % of all operations', () => {
      const all = [...reports.values()];
      expect(sum(all, ({ emitted }) => emitted)).toBeGreaterThanOrEqual(
        0.99 * sum(all, ({ operations }) => operations),
      );
    });

    it('at least 95 % of all stated types, and 90 % in each of 110 documents', () => {
      const all = [...reports.values()];
      const typed = sum(all, ({ typedShare, stated }) => typedShare * stated);
      const well = all.filter(({ typedShare }) => typedShare >= 0.9);
      expect(typed / sum(all, ({ stated }) => stated), lowest(reports)).toBeGreaterThanOrEqual(
        0.95,
      );
      expect(well.length, lowest(reports)).toBeGreaterThanOrEqual(110);
    });
  });
});

/** Problems by file. */
function inFiles(problems: readonly (string | undefined)[]): Record<string, string> {
  return Object.fromEntries(
    documents.flatMap(({ file }, index) => {
      const problem = problems[index];
      return problem === undefined ? [] : [[file, problem]];
    }),
  );
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

const SHOWN = 20;

/** A table of the documents with the lowest shares. */
function lowest(reports: ReadonlyMap<string, FidelityReport>): string {
  const rows = [...reports].sort(([, a], [, b]) => a.typedShare - b.typedShare).slice(0, SHOWN);
  return rows
    .map(([file, { typedShare, stated, demotions }]) =>
      [(100 * typedShare).toFixed(2), stated, demotions.length, file].join('\t'),
    )
    .reduce((table, row) => `${table}\n${row}`, 'typed %\tstated\tdemotions\tdocument');
}
