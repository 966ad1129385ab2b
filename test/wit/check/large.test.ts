import { describe, expect, it } from 'vitest';
import { checkWit } from '../../../src/wit/check/check.ts';
import { wasiDependencies } from '../../../src/wit/check/dependencies.ts';
import { printWit } from '../../../src/wit/printing/print.ts';
import type { TypedApi } from '../../../src/wit/typed-api.ts';
import { documentOf, returning, typed } from '../support.ts';

/** An API with so many operations, each with the tags of its number. */
function manyOperations(count: number, tagsOf: (index: number) => readonly string[]): TypedApi {
  const paths = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `/things/${index}`,
      {
        get: returning(
          `getThing${index}`,
          { $ref: '#/components/schemas/Thing' },
          {
            tags: tagsOf(index),
          },
        ),
      },
    ]),
  );
  const Thing = { type: 'object', properties: { id: { type: 'string' } } };
  return typed(documentOf(paths, { Thing }));
}

async function check(api: TypedApi): Promise<void> {
  await checkWit(new Map([...(await wasiDependencies()), ['world.wit', printWit(api)]]), 'service');
}

describe('an API as large as they come becomes a component', () => {
  it('with 1,500 tags: the largest have an interface each, the rest one together', async () => {
    const api = manyOperations(1600, (index) => [`Tag ${index < 100 ? 1499 : index - 100}`]);
    const labels = api.interfaces.map(({ label }) => label);
    const sizes = api.interfaces.map(({ functions }) => functions.length);
    expect(labels).toHaveLength(400);
    expect(api.interfaces.find(({ label }) => label === 'tag1499')?.functions).toHaveLength(101);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(1600);
    expect(labels).toContain('api');
    await check(api);
  }, 60_000);

  it('with 2,500 operations in one interface', async () => {
    const api = manyOperations(2500, () => ['things']);
    expect(api.interfaces.map(({ functions }) => functions.length)).toEqual([2500]);
    await check(api);
  }, 60_000);
});
