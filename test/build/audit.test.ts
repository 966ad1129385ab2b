import { beforeAll, expect, it } from 'vitest';
import { auditComponent } from '../../src/build/audit.ts';
import type { Bundle } from '../../src/build/bundle.ts';
import type { BuildResult } from '../../src/build/result.ts';
import { audit } from '../../templates/node/build.mjs';
import { buildOnce, fixtureProject } from '../support/toolchain.ts';

let bundle: Bundle;
let result: BuildResult;

beforeAll(async () => {
  bundle = await buildOnce(await fixtureProject());
  result = await auditComponent(bundle);
}, 180_000);

it('reads imports, exports, size and hash from the component', () => {
  expect(result.exports).toEqual([
    'acme:probe/orders@0.1.0',
    'acme:probe/types@0.1.0',
    'wasi:http/incoming-handler@0.2.10',
  ]);
  expect(result.imports).toContain('wasi:http/types@0.2.10');
  expect(result.imports.filter((name) => !/^wasi:\S+@0\.2\.\d+$/.test(name))).toEqual([]);
  expect(result.imports).toEqual([...result.imports].sort());
  expect(result).toMatchObject({ world: 'service', component: bundle.project.component });
  expect(result.bytes).toBeGreaterThan(10_000_000);
  expect(result.sha256).toMatch(/^[0-9a-f]{64}$/);
});

it.each([
  ['jco:node/fs@0.1.0', /jco only/],
  ['wasi:http/types@0.3.0', /Remove the import/],
  ['wasi:http/types@0.2.0-rc-2023-10-18', /Remove the import/],
  ['fermyon:spin/postgres@2.0.0', /Remove the import/],
  ['fermyon:spin/key-value@1.0.0', /Remove the import/],
])('refuses %s and names who asks for it', async (name, hint) => {
  const where = 'src/orders.ts:3:20';
  const interfaces = { imports: ['wasi:io/streams@0.2.12', name], exports: [] };
  await expect(audit(interfaces, bundle.project, [{ specifier: name, where }])).rejects.toThrow(
    expect.objectContaining({
      message: expect.stringContaining(name),
      where,
      hint: expect.stringMatching(hint),
    }),
  );
  await expect(audit(interfaces, bundle.project, [])).rejects.toThrow(
    expect.objectContaining({ where: 'wit/world.wit' }),
  );
});
