import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import helpers from 'yeoman-test';
import Assess from '../../generators/assess/index.ts';
import { packageRoot } from '../../src/project/package-root.ts';
import { testHost } from '../run/test-host.ts';

const FIXTURES = join(packageRoot(), 'test', 'fixtures', 'services');

async function run(...words: string[]) {
  const host = testHost();
  const context = helpers
    .run(Assess as never, {
      resolved: join(packageRoot(), 'generators', 'assess', 'index.ts'),
      namespace: 'wasm-component:assess',
    })
    .withArguments(words)
    .withOptions({ host } as object);
  const error: unknown = await context.then(
    () => undefined,
    (thrown) => thrown,
  );
  return { out: host.out(), error };
}

describe('the generator assess', () => {
  it('tells the verdict', async () => {
    const { out, error } = await run(join(FIXTURES, 'express-notes'));
    expect(error).toBeUndefined();
    expect(out).toMatch(/^Go: \d+ of 100/u);
  });

  it('hands the exit code of a failure to yo', async () => {
    const { error } = await run('gone');
    expect(error).toMatchObject({ code: 2 });
  });
});
