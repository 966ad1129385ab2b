import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readApi, readApiText } from '../../src/openapi/read-api.ts';
import { Failure } from '../../src/terminal/failure.ts';
import { embed } from '../../src/wit/check/embed.ts';
import { typeApi } from '../../src/wit/lower.ts';
import { printWit } from '../../src/wit/printing/print.ts';
import { temporaryFolder } from '../support/files.ts';
import { HOSTILE_SHAPES, type HostileShape } from '../support/hostile-shapes.ts';
import { expectAgreement } from './agreement.ts';

const ID = { namespace: 'acme', name: 'hostile', version: '1.0.0' };

describe('a document with', () => {
  let folder: string;
  const wits: string[] = [];

  beforeAll(async () => {
    folder = await temporaryFolder();
  });

  it.each([...HOSTILE_SHAPES])(
    '%s ends in WIT, or in a refusal that says where',
    async (what, shape) => {
      const place = join(folder, String(wits.length));
      await mkdir(place, { recursive: true });
      const end = await endOf(place, shape);
      if (shape.end !== 'wit') {
        expect(end).toMatchObject({ name: 'Failure', code: 2, where: shape.end });
        return;
      }
      expect(end, what).toEqual(expect.any(String));
      await writeFile(join(place, 'world.wit'), String(end));
      wits.push(place);
    },
  );

  it('any of these has WIT that becomes a component', async () => {
    const problems = await embed(
      wits.map((witPath) => ({ witPath, world: 'service' })),
      100_000,
    );
    expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
    expect(wits.length).toBeGreaterThan(HOSTILE_SHAPES.size / 2);
  }, 110_000);

  it('100,000 operations is refused, and how many there may be is said', () => {
    const get = { responses: { 204: { description: 'Fine.' } } };
    const paths = Array.from({ length: 100_000 }, (_, index) => [`/a/${index}`, { get }]);
    const document = {
      ...{ openapi: '3.1.0', info: { title: 'Many', version: '1' } },
      paths: Object.fromEntries(paths),
    };
    const start = performance.now();
    expect(() => readApiText(JSON.stringify(document), 'openapi.json')).toThrow(
      /more than 20,000 operations/u,
    );
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

/** The WIT of a document that is written to a file; or the refusal. */
async function endOf(
  folder: string,
  { document, name = 'openapi.json' }: HostileShape,
): Promise<string | Failure> {
  const path = join(folder, name);
  const isText = typeof document === 'string' || document instanceof Uint8Array;
  await writeFile(path, isText ? document : JSON.stringify(document));
  try {
    const typed = typeApi(await readApi(path), ID);
    expectAgreement(typed);
    return printWit(typed, { doors: 'typed' });
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
