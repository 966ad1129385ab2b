import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { initGit, installDependencies } from '../../src/run/finish.ts';
import { isInRepository, readFolderFacts } from '../../src/run/folder-facts.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';

describe('the package manager', () => {
  it.each([
    [[], undefined, 'npm'],
    [[], 'pnpm/10.1.0 npm/? node/v20.20.2 linux x64', 'pnpm'],
    [[], 'yarn/1.22.22 npm/? node/v20.20.2 linux x64', 'yarn'],
    [[], 'bun/1.3.0 npm/? node/v24.3.0 linux x64', 'bun'],
    [[], 'npm/11.0.0 node/v20.20.2 linux x64 workspaces/false', 'npm'],
    [[], 'deno/2.5.0', 'npm'],
    [['yarn.lock'], 'npm/11.0.0 node/v20', 'yarn'],
    [['bun.lock', 'bun.lockb'], undefined, 'bun'],
    [['yarn.lock', 'package-lock.json'], 'pnpm/10.1.0', 'pnpm'],
  ])('with %j and %j is %s', async (lockfiles, agent, want) => {
    const folder = await temporaryFolder();
    await writeFiles(folder, Object.fromEntries(lockfiles.map((name) => [name, ''])));
    const facts = await readFolderFacts(folder, { npm_config_user_agent: agent });
    expect(facts.packageManager).toBe(want);
  });
});

describe('a document that lies here', () => {
  it.each([
    [['openapi.yaml'], 'openapi.yaml'],
    [['Swagger.json', 'other.json'], 'Swagger.json'],
    [['openapi.yaml', 'openapi.json'], undefined],
    [['my-openapi.yaml'], undefined],
  ])('of %j is %j', async (names, want) => {
    const folder = await temporaryFolder();
    await writeFiles(folder, Object.fromEntries(names.map((name) => [name, ''])));
    expect((await readFolderFacts(folder, {})).document).toBe(want);
  });

  it('is none in a folder that is not there', async () => {
    const facts = await readFolderFacts(join(await temporaryFolder(), 'gone'), {});
    expect(facts.document).toBeUndefined();
  });
});

describe('git', () => {
  it('is made once, and never inside another repository', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'project/inner/x': '' });
    const project = join(folder, 'project');
    expect(await initGit(project)).toBe('made');
    const head = execFileSync('git', ['symbolic-ref', 'HEAD'], { cwd: project, encoding: 'utf8' });
    expect(head.trim()).toBe('refs/heads/main');
    expect(await initGit(project)).toBe('inside');
    expect(await initGit(join(project, 'inner'))).toBe('inside');
    expect(existsSync(join(project, 'inner', '.git'))).toBe(false);
    expect((await readFolderFacts(project, {})).canInitGit).toBe(false);
    expect((await readFolderFacts(folder, {})).canInitGit).toBe(true);
  });

  it('counts a worktree, whose .git is a file, and folders that are not there yet', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'worktree/.git': 'gitdir: elsewhere' });
    expect(await isInRepository(join(folder, 'worktree', 'not', 'there'))).toBe(true);
    expect(await isInRepository(folder)).toBe(false);
  });
});

describe('installing', () => {
  it('runs the package manager', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'package.json': '{ "private": true, "dependencies": {} }' });
    await installDependencies(folder, 'npm');
    expect(existsSync(join(folder, 'package-lock.json'))).toBe(true);
  });

  it('shows why it failed', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'package.json': '{ "private": true, ' });
    await expect(installDependencies(folder, 'npm')).rejects.toMatchObject({
      code: 1,
      where: folder,
      message: expect.stringMatching(/npm install failed\.\n[\s\S]*EJSONPARSE/),
    });
  });
});
