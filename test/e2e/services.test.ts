import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { packageRoot, runBin } from './support/cli.ts';

const SERVICES = join(packageRoot, 'test', 'fixtures', 'services');

/** Services that no project is made of by itself: the verdict says why. */
const STAYING = [
  'fastapi-forecast',
  'flask-invoices',
  'laravel-shop',
  'spring-clinic',
  'spring-orders',
];

const names = (await readdir(SERVICES)).filter((name) => !name.startsWith('.'));

describe.each(names.filter((name) => !STAYING.includes(name)))('%s', (name) => {
  it('is read, judged, written, built and proven from its folder alone', async () => {
    const cwd = await temporaryFolder();
    await cp(join(SERVICES, name), join(cwd, name), { recursive: true });
    const args = ['--from', name, '--strict-fit', '--yes', '--json', '--no-git'];
    const { status, stdout, stderr } = await runBin(args, { cwd });
    expect(status, stderr).toBe(0);
    const result = JSON.parse(stdout);
    expect(result.verdict.outcome).not.toBe('stay');
    expect(result.smoke.failed).toBe(0);
    expect(result.smoke.passed).toBeGreaterThanOrEqual(result.api.operations);
    expect(result.api.operations).toBeGreaterThan(0);
    for (const { file, line } of result.findings) {
      const text = await readFile(join(cwd, name, file), 'utf8');
      expect(text.split('\n').length).toBeGreaterThanOrEqual(line);
    }
    expect(stdout + stderr).not.toContain('planted');
  });
});

describe.each(STAYING)('%s', (name) => {
  it('ends the run where only a fitting service may move, and nothing is written', async () => {
    const cwd = await temporaryFolder();
    await cp(join(SERVICES, name), join(cwd, name), { recursive: true });
    const args = ['--from', name, '--strict-fit', '--yes', '--json', '--no-git'];
    const { status, stdout } = await runBin(args, { cwd });
    expect(status).toBe(3);
    expect(JSON.parse(stdout).verdict.outcome).toBe('stay');
    expect(await readdir(cwd)).toEqual([name]);
  });
});
