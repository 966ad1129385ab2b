import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { judge, type Subject } from '../../bench/fuzz/judge.mjs';
import { mutantOf } from '../../bench/fuzz/mutate.mjs';
import { readApiText } from '../../src/openapi/read-api.ts';
import { planProject } from '../../src/project/plan.ts';
import { Failure } from '../../src/terminal/failure.ts';
import { embed } from '../../src/wit/check/embed.ts';
import { typeApi } from '../../src/wit/lower.ts';
import { printWit } from '../../src/wit/printing/print.ts';
import { createHandler } from '../../templates/runtime/handler.ts';
import { publishedDocuments, readDocument } from '../support/documents.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { nastyDocument } from '../support/nasty-document.ts';

// `node bench/fuzz.mjs` tries as many more as you have time for.
const MUTANTS = 300;
const BATCH = 50;
const LARGEST = 60_000;

/** Without the packages of WASI: the same types and functions. */
const subject: Subject = {
  ...{ readApiText, typeApi, planProject, createHandler, Failure },
  printWit: (typed) => printWit(typed, { doors: 'typed' }),
};

describe('documents changed at random', () => {
  let documents: readonly string[];
  const wits = new Map<number, string>();
  const ends = new Map<string, number>();

  beforeAll(async () => {
    const orders = new URL('../../examples/orders.openapi.yaml', import.meta.url);
    documents = [
      ...[load(await readFile(orders, 'utf8')), nastyDocument].map((one) => JSON.stringify(one)),
      ...publishedDocuments('small')
        .map(({ file }) => readDocument(file))
        .filter((text) => text.length <= LARGEST),
    ];
  });

  it.each(Array.from({ length: MUTANTS / BATCH }, (_, batch) => batch * BATCH))(
    'end in WIT and a project, or in a refusal that says where: from %i',
    async (first) => {
      for (let number = first; number < first + BATCH; number += 1) {
        const mutant = mutantOf(documents, `unit/${number}`);
        const verdict = await judge(subject, mutant, number % 10 === 0);
        expect(verdict.end, `${number}: ${JSON.stringify(verdict).slice(0, 2000)}`).not.toBe(
          'broken',
        );
        if (verdict.end === 'typed') wits.set(number, verdict.wit);
        ends.set(verdict.end, (ends.get(verdict.end) ?? 0) + 1);
      }
    },
    60_000,
  );

  it('have WIT that becomes a component', async () => {
    const folder = await temporaryFolder();
    await writeFiles(
      folder,
      new Map([...wits].map(([number, wit]) => [`${number}/world.wit`, wit])),
    );
    const jobs = [...wits.keys()].map((number) => ({
      witPath: join(folder, String(number)),
      world: 'service',
    }));
    const problems = await embed(jobs, 100_000);
    expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
  }, 110_000);

  it('are of both kinds', () => {
    expect(ends.get('typed')).toBeGreaterThan(MUTANTS / 2);
    expect(ends.get('refused')).toBeGreaterThan(MUTANTS / 20);
  });
});

describe('a mutant', () => {
  it('is the same for the same seed', () => {
    const documents = [JSON.stringify(nastyDocument)];
    expect(mutantOf(documents, 'a')).toEqual(mutantOf(documents, 'a'));
    expect(mutantOf(documents, 'a')).not.toEqual(mutantOf(documents, 'b'));
  });
});

describe('the judge', () => {
  const mutant = { name: 'openapi.json', text: JSON.stringify(nastyDocument) };

  it('sees what throws', async () => {
    const typeApi = () => {
      throw new TypeError('undefined is not a function');
    };
    const verdict = await judge({ ...subject, typeApi }, mutant, false);
    expect(verdict).toMatchObject({ end: 'broken', problem: /undefined is not a function/ });
  });

  it('sees a refusal that says no place', async () => {
    const readApiText = () => {
      throw new Failure(2, 'Something is wrong.', { where: 'openapi.json' });
    };
    const verdict = await judge({ ...subject, readApiText }, mutant, false);
    expect(verdict).toMatchObject({ end: 'broken', problem: /without a place/ });
  });
});
