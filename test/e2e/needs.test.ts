import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matrix, proveMatrix } from '../../scripts/prove-needs.mjs';
import {
  announceMissingDatabases,
  type DatabaseServer,
  databaseKinds,
  mustRunOn,
  PASSWORD,
  postgres,
  serverVariables,
  startServers,
} from '../support/databases.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { run, runBin } from './support/cli.ts';

announceMissingDatabases(...databaseKinds);

let servers: ReadonlyMap<string, DatabaseServer> = new Map();
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  servers = await startServers();
  env = { ...process.env, ...serverVariables(servers) };
});

afterAll(() => Promise.all([...servers.values()].map((server) => server.remove())));

describe('needs', () => {
  // `node scripts/prove-needs.mjs` builds all 55 pairs.
  it('alone, in 30 pairs and all together are generated, built and proven', async () => {
    const proofs = await proveMatrix(matrix(30), { env });
    expect(proofs.length).toBe(11 + 30 + 2);
    expect(proofs.filter(({ problem }) => problem !== undefined)).toEqual([]);
    const away = databaseKinds.filter((kind) => !mustRunOn(kind)).length > 0;
    if (!away) expect(proofs.flatMap(({ unproven }) => unproven)).toEqual([]);
  }, 1_800_000);
});

describe.skipIf(!mustRunOn(postgres))('a project with Postgres, in a folder of its own', () => {
  it('installs, type-checks and passes its tests against the server', async () => {
    const folder = await temporaryFolder();
    const words = ['orders', '--needs', 'postgres', '--yes', '--no-git', '--json'];
    const made = await runBin(words, { cwd: folder, env });
    expect(made.status, made.stderr).toBe(0);
    const project = join(folder, 'orders');
    await writeFiles(project, {
      'test/database.test.ts': `import { expect, it } from 'vitest';
import { db } from '../src/host/postgres.ts';

it('is a real one', () => {
  expect(db.query\`select \${'1; drop table x'} as it, \${2n} as big\`).toEqual([{ it: '1; drop table x', big: 2n }]);
});
`,
    });
    const install = await run('npm', ['install', '--no-audit', '--no-fund'], { cwd: project });
    expect(install.status, install.stderr).toBe(0);
    const test = await run('npm', ['test'], { cwd: project, env });
    expect(test.status, test.stdout + test.stderr).toBe(0);
    expect(stripVTControlCharacters(test.stdout)).toMatch(/Test Files {2}3 passed \(3\)/);
    expect(test.stdout + test.stderr).not.toMatch(/skipped|Not proven/);
    const readme = await readFile(join(project, 'README.md'), 'utf8');
    expect(readme).toMatch(/docker run .*postgres:/);
    expect(readme).toContain('spin build --up');
  });

  it('writes the same bytes again, and no secret', async () => {
    const folder = await temporaryFolder();
    const words = ['orders', '--needs', 'postgres,kv', '--outbound', 'https://a.example/x'];
    const args = [...words, '--yes', '--no-git', '--no-build', '--json'];
    const first = await runBin(args, { cwd: folder, env });
    expect(first.status, first.stderr).toBe(0);
    const again = JSON.parse(
      (await runBin(['orders', ...args.slice(5)], { cwd: folder, env })).stdout,
    );
    expect(again.files.filter(({ action }: { action: string }) => action !== 'identical')).toEqual(
      [],
    );
    for (const { path } of again.files as { path: string }[]) {
      expect(await readFile(join(folder, 'orders', path), 'utf8'), path).not.toContain(PASSWORD);
    }
  });
});
