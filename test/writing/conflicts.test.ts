import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Prompt } from '../../src/terminal/prompt.ts';
import { type Action, decide } from '../../src/writing/decide.ts';
import { fingerprint } from '../../src/writing/fingerprint.ts';
import { checkNoWayOut, checkPath } from '../../src/writing/inside.ts';
import { settleConflicts } from '../../src/writing/settle.ts';
import { asOrdinaryUser, temporaryFolder, writeFiles } from '../support/files.ts';
import { projectFile } from './support.ts';

describe('what becomes of a file', () => {
  const [ours, older, theirs] = ['new\n', 'old\n', 'edited\n'];
  it.each<[string, string | undefined, string | undefined, 'generated' | 'user', Action]>([
    // on the disk, as we wrote it, owner → action
    ['is new', undefined, undefined, 'generated', 'create'],
    ['was deleted', undefined, older, 'generated', 'create'],
    ['of the user was deleted', undefined, older, 'user', 'create'],
    ['is the same', ours, ours, 'generated', 'identical'],
    ['is the same by chance', ours, undefined, 'generated', 'identical'],
    ['has CRLF now', 'new\r\n', ours, 'generated', 'identical'],
    ['is unedited', older, older, 'generated', 'update'],
    ['is unedited, with CRLF', 'old\r\n', older, 'generated', 'update'],
    ['of the user is unedited', older, older, 'user', 'update'],
    ['is edited', theirs, older, 'generated', 'conflict'],
    ['of the user is edited', theirs, older, 'user', 'keep'],
    ['was there before us', theirs, undefined, 'generated', 'conflict'],
    ['of the user was there before us', theirs, undefined, 'user', 'conflict'],
  ])('that %s', async (_what, current, before, owner, action) => {
    const folder = await temporaryFolder();
    if (current !== undefined) await writeFiles(folder, { 'src/a.ts': current });
    const written = new Map(before === undefined ? [] : [['src/a.ts', fingerprint(before)]]);
    const [decision] = await decide(folder, [projectFile('src/a.ts', ours, owner)], written);
    expect(decision?.action).toBe(action);
  });

  it.each<[string, string | undefined, Action | undefined]>([
    ['unedited', 'old\n', 'remove'],
    ['edited', 'edited\n', 'keep'],
    ['gone', undefined, undefined],
  ])('that is no longer planned and is %s', async (_what, current, action) => {
    const folder = await temporaryFolder();
    if (current !== undefined) await writeFiles(folder, { 'a.ts': current });
    const decisions = await decide(folder, [], new Map([['a.ts', fingerprint('old\n')]]));
    expect(decisions.map((decision) => decision.action)).toEqual(action ? [action] : []);
  });

  it('in a folder that does not exist: everything is created', async () => {
    const folder = join(await temporaryFolder(), 'not', 'there');
    const decisions = await decide(
      folder,
      [projectFile('a', ''), projectFile('b/c', '')],
      new Map(),
    );
    expect(decisions.map(({ action }) => action)).toEqual(['create', 'create']);
  });

  it('files that nobody planned are left alone', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'mine.txt': 'x' });
    expect(await decide(folder, [], new Map())).toEqual([]);
  });

  it('a folder in the place of a file, and a file in the place of a folder, are refused', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'a.ts/x': '', src: '' });
    const one = decide(folder, [projectFile('a.ts', '')], new Map());
    await expect(one).rejects.toMatchObject({ code: 2, where: join(folder, 'a.ts') });
    const other = decide(folder, [projectFile('src/b.ts', '')], new Map());
    await expect(other).rejects.toMatchObject({ code: 2, message: /folder should be/ });
  });

  it('a file that can not be read is refused', () =>
    asOrdinaryUser(async () => {
      const folder = await temporaryFolder();
      await writeFiles(folder, { 'a.ts': '' });
      await chmod(join(folder, 'a.ts'), 0);
      const reading = decide(folder, [projectFile('a.ts', '')], new Map());
      await expect(reading).rejects.toMatchObject({ code: 2 });
    }));
});

describe('settling', () => {
  const edited = { content: 'new\n', current: 'mine\n', why: 'edited' };
  const decisions = [
    { path: 'a', action: 'conflict', ...edited },
    { path: 'b', action: 'keep', ...edited },
    { path: 'c', action: 'conflict', ...edited },
    { path: 'd', action: 'create', content: '', why: '' },
    { path: 'e', action: 'keep', why: 'no longer planned' },
  ] as const;

  const shown: string[] = [];
  const settle = async (
    onConflict: 'ask' | 'skip' | 'overwrite' | 'fail',
    choices?: readonly string[],
  ) => {
    const left = [...(choices ?? [])];
    const asked: Prompt[] = [];
    const settled = await settleConflicts(decisions, {
      onConflict,
      ask: choices && (async (prompt) => asked.push(prompt) && left.shift()),
      show: (text) => shown.push(text),
    });
    return { actions: settled.map(({ action }) => action).join(' '), asked };
  };

  it('skip keeps what is edited', async () => {
    expect((await settle('skip')).actions).toBe('keep keep keep create keep');
  });

  it('overwrite takes what we still plan, the user’s own file too', async () => {
    expect((await settle('overwrite')).actions).toBe('overwrite overwrite overwrite create keep');
  });

  it.each(['fail', 'ask'] as const)('%s without a user lists each file', async (onConflict) => {
    await expect(settle(onConflict)).rejects.toMatchObject({
      code: 2,
      message: '2 files would be overwritten; nothing was written.\n  a (edited)\n  c (edited)',
      hint: expect.stringContaining('--on-conflict overwrite'),
    });
  });

  it.each([
    [['keep', 'overwrite'], 'keep keep overwrite create keep', 2],
    [['keep-all'], 'keep keep keep create keep', 1],
    [['overwrite-all'], 'overwrite keep overwrite create keep', 1],
    [['diff', 'diff', 'overwrite', 'keep'], 'overwrite keep keep create keep', 4],
  ])('the user says %j', async (choices, want, prompts) => {
    const { actions, asked } = await settle('ask', choices);
    expect(actions).toBe(want);
    expect(asked.length).toBe(prompts);
  });

  it('shows the difference', () => {
    expect(shown).toContain(['  ', '  - mine', '  + new', '    ', '  '].join('\n'));
  });

  it('the user stops', async () => {
    await expect(settle('ask', ['keep', 'stop'])).rejects.toMatchObject({ code: 130 });
  });

  it('nothing to settle is no question', async () => {
    const [, keep] = decisions;
    const rule = { onConflict: 'fail', ask: undefined, show: () => undefined } as const;
    expect(await settleConflicts([keep], rule)).toEqual([keep]);
  });
});

describe('paths', () => {
  it.each(['a', 'a/b.ts', '.github/x', '..a/b'])('%j is inside', (path) => {
    expect(() => checkPath(path)).not.toThrow();
  });

  it.each(['', '/a', '../a', 'a/../../b', 'a//b', './a', 'a/', 'a\\b', 'C:/a', 'a\0b', 'a\nb'])(
    '%j is not',
    (path) => {
      expect(() => checkPath(path)).toThrow(expect.objectContaining({ code: 2 }));
    },
  );

  it('a link out of the project is found, one inside it is fine', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'project/real/x': '', 'outside/x': '' });
    const project = join(folder, 'project');
    await symlink(join(folder, 'outside'), join(project, 'src'));
    await symlink(join(project, 'real'), join(project, 'lib'));
    await checkNoWayOut(project, 'lib/deep/a.ts');
    await checkNoWayOut(project, 'a.ts');
    await expect(checkNoWayOut(project, 'src/deep/a.ts')).rejects.toMatchObject({
      code: 2,
      where: join(project, 'src'),
    });
  });
});
