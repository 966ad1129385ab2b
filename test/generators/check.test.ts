import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import helpers from 'yeoman-test';
import Check from '../../generators/check/index.ts';
import { packageRoot } from '../../src/project/package-root.ts';
import { testHost } from '../run/test-host.ts';
import { temporaryFolder } from '../support/files.ts';

async function run(manifest?: string) {
  const folder = await temporaryFolder();
  const path = join(folder, 'spin.toml');
  if (manifest !== undefined) await writeFile(path, manifest);
  const host = testHost();
  const context = helpers
    .run(Check as never, {
      resolved: join(packageRoot(), 'generators', 'check', 'index.ts'),
      namespace: 'wasm-component:check',
    })
    .withArguments([path])
    .withOptions({ host } as object);
  const error: unknown = await context.then(
    () => undefined,
    (thrown) => thrown,
  );
  return { out: host.out(), error };
}

describe('the generator check', () => {
  it('tells what Spin would say', async () => {
    const { out, error } = await run('spin_manifest_version = 3\n');
    expect(out).toContain('invalid manifest version: 3');
    expect(error).toMatchObject({ code: 1 });
  });

  it('hands the exit code of a failure to yo', async () => {
    const { error } = await run();
    expect(error).toMatchObject({ code: 2 });
  });
});
