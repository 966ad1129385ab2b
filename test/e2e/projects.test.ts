import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { packageRoot, run, runBin } from './support/cli.ts';

const ordersDocument = join(packageRoot, 'examples', 'orders.openapi.yaml');

describe.each([
  ['edge function, ts', 'hello', ['--language', 'ts']],
  ['edge function, js', 'hello', ['--language', 'js']],
  ['orders, ts', 'orders', ['--language', 'ts', '--from', ordersDocument]],
  [
    'orders, js, stubs',
    'orders',
    ['--language', 'js', '--from', ordersDocument, '--stubs', 'examples'],
  ],
])('%s', (_title, name, flags) => {
  it('is written, built and proven, then passes its own tests from a fresh clone', async () => {
    const folder = await temporaryFolder();
    const project = join(folder, name);
    const first = await runBin([name, ...flags, '--yes', '--json'], { cwd: folder });
    expect(first.stderr).not.toMatch(/ExperimentalWarning/u);
    expect(first.status, first.stderr).toBe(0);

    const result = JSON.parse(first.stdout);
    expect(result.ok).toBe(true);
    expect(result.smoke.failed).toBe(0);
    expect(result.smoke.passed).toBeGreaterThanOrEqual(result.api.operations);
    expect(
      result.component.imports.every((name: string) => /^wasi:.*@0\.2\.\d+$/u.test(name)),
    ).toBe(true);

    // Only what git would carry: a clone has no dist/ and no node_modules/.
    const clone = join(folder, 'clone');
    await mkdir(clone);
    await run('git', ['init', '--quiet'], { cwd: project });
    await run('git', ['add', '--all'], { cwd: project });
    const files = await run('git', ['ls-files'], { cwd: project });
    expect(files.stdout).not.toMatch(/^(dist|node_modules)\//mu);
    await run('git', ['checkout-index', '--all', `--prefix=${clone}/`], { cwd: project });

    const install = await run('npm', ['install', '--no-audit', '--no-fund'], { cwd: clone });
    expect(install.status, install.stderr).toBe(0);
    const test = await run('npm', ['test'], { cwd: clone });
    expect(test.status, test.stdout + test.stderr).toBe(0);
  });
});

describe('a second run', () => {
  it('with the same answers changes no byte', async () => {
    const folder = await temporaryFolder();
    const project = join(folder, 'orders');
    const args = ['orders', '--from', ordersDocument, '--yes', '--json', '--no-build'];
    expect((await runBin(args, { cwd: folder })).status).toBe(0);
    await commitAll(project);

    const again = await runBin(args, { cwd: folder });
    expect(again.status, again.stderr).toBe(0);
    expect((await run('git', ['status', '--porcelain'], { cwd: project })).stdout).toBe('');
  });

  it('with a changed document changes generated files only, never the edited service', async () => {
    const folder = await temporaryFolder();
    const project = join(folder, 'orders');
    const document = join(folder, 'orders.yaml');
    const text = await readFile(ordersDocument, 'utf8');
    await writeFile(document, text);
    const args = ['orders', '--from', document, '--yes', '--json', '--no-build'];
    expect((await runBin(args, { cwd: folder })).status).toBe(0);

    const service = join(project, 'src', 'orders.ts');
    const edited = `${await readFile(service, 'utf8')}\n// mine\n`;
    await writeFile(service, edited);
    await commitAll(project);

    await writeFile(
      document,
      text.replace(
        /^paths:$/mu,
        'paths:\n  /extra:\n    get:\n      operationId: getExtra\n      responses:\n        "204":\n          description: Nothing.',
      ),
    );
    const again = await runBin(args, { cwd: folder });
    expect(again.status, again.stderr).toBe(0);
    expect(await readFile(service, 'utf8')).toBe(edited);
    const changed = (await run('git', ['status', '--porcelain'], { cwd: project })).stdout;
    expect(changed).toContain('wit/world.wit');
    expect(changed).toContain('src/generated/table.ts');
    expect(changed).not.toMatch(/src\/orders\.ts/u);
  });
});

async function commitAll(project: string): Promise<void> {
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: project });
  await git('init', '--quiet');
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'as generated');
}
