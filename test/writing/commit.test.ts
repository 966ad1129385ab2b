import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { chmod, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Change, commitChanges } from '../../src/writing/commit.ts';
import { asOrdinaryUser, filesIn, temporaryFolder, writeFiles } from '../support/files.ts';

const change = (path: string, content?: string): Change => ({ path, content });

describe('writing', () => {
  it('makes a project and the folders above it, open to others', async () => {
    const folder = await temporaryFolder();
    const project = join(folder, 'deep', 'project');
    await commitChanges(project, [change('a.txt', 'a\n'), change('src/b.txt', 'b\n')]);
    expect(await filesIn(folder)).toEqual({
      'deep/project/a.txt': 'a\n',
      'deep/project/src/b.txt': 'b\n',
    });
    const { mode } = await stat(project);
    expect(mode & 0o777).toBe(0o777 & ~process.umask());
  });

  it('changes a project: new, replaced and removed files, and folders that become empty', async () => {
    const project = await temporaryFolder();
    await writeFiles(project, { 'a.txt': 'old', 'gone/deep/b.txt': 'x', 'kept/c.txt': 'c' });
    await commitChanges(project, [
      change('a.txt', 'new'),
      change('gone/deep/b.txt'),
      change('d/e.txt', 'e'),
    ]);
    expect(await filesIn(project)).toEqual({ 'a.txt': 'new', 'kept/c.txt': 'c', 'd/e.txt': 'e' });
  });

  it('without changes touches nothing', async () => {
    const project = await temporaryFolder();
    const before = await stat(project);
    await commitChanges(project, []);
    expect((await stat(project)).mtimeMs).toBe(before.mtimeMs);
  });

  it('replaces a link itself, not what it points to', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'outside.txt': 'theirs', 'project/x': '' });
    const project = join(folder, 'project');
    await symlink(join(folder, 'outside.txt'), join(project, 'a.txt'));
    await commitChanges(project, [change('a.txt', 'ours')]);
    expect(await filesIn(folder)).toEqual({
      'outside.txt': 'theirs',
      'project/x': '',
      'project/a.txt': 'ours',
    });
  });
});

describe('when it fails, everything is as it was', () => {
  const before = { 'a.txt': 'old', 'b.txt': 'old', 'folder/x': '', file: '' };
  const half = [change('a.txt', 'new'), change('b.txt'), change('new/c.txt', 'c')];

  it.each([
    ['a folder is where a file should be', change('folder', 'x'), 'folder'],
    ['a file is where a folder should be', change('file/d.txt', 'x'), 'file/d.txt'],
  ])('%s', async (reason, last, where) => {
    const project = await temporaryFolder();
    await writeFiles(project, before);
    await expect(commitChanges(project, [...half, last])).rejects.toMatchObject({
      code: 2,
      message: expect.stringMatching(new RegExp(reason, 'iu')),
      where: join(project, where),
    });
    expect(await filesIn(project)).toEqual(before);
  });

  it('a link leads out of the project', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'project/a.txt': 'old', 'outside/x': '' });
    const project = join(folder, 'project');
    await symlink(join(folder, 'outside'), join(project, 'src'));
    const changes = [change('a.txt', 'new'), change('src/b.txt', 'b')];
    await expect(commitChanges(project, changes)).rejects.toMatchObject({ code: 2 });
    expect(await filesIn(folder)).toEqual({ 'project/a.txt': 'old', 'outside/x': '' });
  });

  it('a file that was not there is there now', async () => {
    const project = await temporaryFolder();
    await writeFiles(project, before);
    const late = { ...change('b.txt', 'ours'), isNew: true };
    await expect(commitChanges(project, [change('a.txt', 'new'), late])).rejects.toMatchObject({
      code: 2,
      message: 'Nothing was written: somebody else made this file meanwhile.',
      where: join(project, 'b.txt'),
    });
    expect(await filesIn(project)).toEqual(before);
    await commitChanges(project, [{ ...change('c.txt', 'ours'), isNew: true }]);
    expect(await filesIn(project)).toEqual({ ...before, 'c.txt': 'ours' });
  });

  it('the destination is a file', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { project: 'mine' });
    await expect(commitChanges(join(folder, 'project'), half)).rejects.toMatchObject({
      code: 2,
      message: 'Nothing was written: a file is where a folder should be.',
    });
    expect(await filesIn(folder)).toEqual({ project: 'mine' });
  });

  it('a folder above the destination is a file', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { above: 'mine' });
    const writing = commitChanges(join(folder, 'above', 'project'), half);
    await expect(writing).rejects.toMatchObject({ code: 2 });
    expect(await filesIn(folder)).toEqual({ above: 'mine' });
  });

  it('a path is too long, in a project that is new', async () => {
    const folder = await temporaryFolder();
    const writing = commitChanges(join(folder, 'x', 'y'), [...half, change('n'.repeat(300), '')]);
    await expect(writing).rejects.toMatchObject({ code: 2, message: /path is too long/ });
    expect(await filesIn(folder)).toEqual({});
  });

  it('permission is denied', () =>
    asOrdinaryUser(async () => {
      const project = await temporaryFolder();
      await writeFiles(project, before);
      await chmod(join(project, 'folder'), 0o500);
      const writing = commitChanges(project, [...half, change('folder/y', '')]);
      await expect(writing).rejects.toMatchObject({
        code: 2,
        message: expect.stringMatching(/permission denied/i),
      });
      expect(await filesIn(project)).toEqual(before);
    }));

  it('the disk is full', async (context) => {
    const disk = await temporaryFolder();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      return context.skip('a small disk can not be mounted here');
    }
    onTestFinished(() => void execFileSync('umount', [disk]));
    await writeFiles(disk, { 'old/a.txt': 'old' });
    const changes = [change('a.txt', 'new'), change('big.txt', 'x'.repeat(100_000))];
    for (const project of [join(disk, 'old'), join(disk, 'new')]) {
      await expect(commitChanges(project, changes)).rejects.toMatchObject({
        code: 2,
        message: 'Nothing was written: the disk is full.',
        where: join(project, 'big.txt'),
      });
    }
    expect(await filesIn(disk)).toEqual({ 'old/a.txt': 'old' });
  });

  it.each([0, 1, 3, 4])('it is interrupted after %d files', async (files) => {
    const project = await temporaryFolder();
    await writeFiles(project, before);
    let seen = 0;
    const interruption = {
      get happened() {
        seen += 1;
        return seen > files;
      },
    };
    const writing = commitChanges(project, half, interruption);
    await expect(writing).rejects.toMatchObject({ code: 130 });
    expect(await filesIn(project)).toEqual(before);
  });

  it('what can not be put back is kept, and the message says where', async () => {
    const project = await temporaryFolder();
    await writeFiles(project, { 'a.txt': 'mine', 'folder/x': '' });
    const changes = [change('a.txt'), change('folder', 'x')];
    const error = await commitChanges(project, changes, blockWayBack(project)).catch((e) => e);
    expect(error).toMatchObject({ code: 2, message: /could not be put back/ });
    const place = /kept in (.*)\.$/u.exec(error.hint)?.[1] ?? '';
    expect(Object.values(await filesIn(place))).toContain('mine');
  });
});

/** Puts a folder in the place of a.txt as soon as the writer has taken the file away. */
function blockWayBack(project: string) {
  return {
    get happened() {
      const taken = !existsSync(join(project, 'a.txt'));
      if (taken) mkdirSync(join(project, 'a.txt', 'x'), { recursive: true });
      return false;
    },
  };
}
