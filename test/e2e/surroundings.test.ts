import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { bin, runBin } from './support/cli.ts';

const isWindows = process.platform === 'win32';
const QUIET = ['hello', '--no-build', '--json'];

/** Runs a line of `sh` in which `$RUN` is our bin. */
async function shell(line: string, cwd: string) {
  const env = { ...process.env, RUN: `"${process.execPath}" "${bin}"` };
  const words = ['-c', line.replaceAll('$RUN', env.RUN)];
  return promisify(execFile)('sh', words, { cwd, env }).then(
    ({ stdout, stderr }) => ({ status: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ status: code as number, stdout, stderr }),
  );
}

describe.skipIf(isWindows)('streams', () => {
  it.each(['head -n 1', 'true'])('a reader that goes away is no error: | %s', async (reader) => {
    const cwd = await temporaryFolder();
    const line = `{ $RUN ${QUIET.join(' ')} 2>err; echo $? >status; } | ${reader}; cat err status`;
    const { stdout } = await shell(line, cwd);
    expect(stdout).not.toContain('EPIPE');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0');
    expect(await readdir(cwd)).toContain('hello');
  });

  it('messages that nobody reads are no error', async () => {
    const cwd = await temporaryFolder();
    await shell(`{ $RUN hello --no-build 2>&1 >out; echo $? >status; } | true`, cwd);
    expect((await shell('cat status', cwd)).stdout.trim()).toBe('0');
  });

  it.skipIf(process.platform !== 'linux')('a result that does not fit is one line', async () => {
    const cwd = await temporaryFolder();
    const { status, stderr } = await shell(`$RUN ${QUIET.join(' ')} >/dev/full`, cwd);
    expect(status).toBe(1);
    expect(stderr).toContain('The output could not be written: the disk is full.');
    expect(stderr).not.toMatch(/^ {4,}at /mu);
  });
});

describe('folders', () => {
  it.skipIf(isWindows)('a working directory that is gone', async () => {
    const cwd = await temporaryFolder();
    const line = `mkdir gone; cd gone; rmdir ../gone; $RUN ${QUIET.join(' ')}`;
    const { status, stdout, stderr } = await shell(line, cwd);
    expect(status).toBe(2);
    expect(stderr).toMatch(/The working directory is not there any more\.\n.*Change to a folder/);
    expect(stderr).not.toMatch(/^ {4,}at /mu);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 2 } });
  });

  it('a temporary folder that is not there', async () => {
    const cwd = await temporaryFolder();
    const place = join(cwd, 'nowhere');
    const env = { TMPDIR: place, TEMP: place, TMP: place };
    const { status, stdout } = await runBin(QUIET, { cwd, env });
    expect(status).toBe(2);
    expect(JSON.parse(stdout).error).toMatchObject({
      message: expect.stringContaining("The temporary folder can't be used"),
      where: place,
      hint: expect.stringContaining('TMPDIR'),
    });
    expect(await readdir(cwd)).toEqual([]);
  });

  it.skipIf(isWindows)('a link that leads nowhere, as the destination', async () => {
    const cwd = await temporaryFolder();
    await symlink(join(cwd, 'nowhere'), join(cwd, 'hello'));
    const { status, stdout } = await runBin(QUIET, { cwd });
    expect(status).toBe(2);
    expect(JSON.parse(stdout).error.message).toMatch(/^Nothing was written: .*link leads nowhere/);
    expect(await readdir(cwd)).toEqual(['hello']);
  });

  it.skipIf(isWindows)(
    'a link to a folder, and a path that shells and tools trip over',
    async () => {
      const cwd = await temporaryFolder();
      await mkdir(join(cwd, 'real'));
      await symlink(join(cwd, 'real'), join(cwd, 'link'));
      const odd = `a "b" 'c' $d`;
      for (const out of ['link', odd]) {
        const { status, stderr } = await runBin([...QUIET, '--no-git', '--out', out], { cwd });
        expect(status, stderr).toBe(0);
      }
      expect((await readdir(join(cwd, 'real'))).sort()).toEqual(
        (await readdir(join(cwd, odd))).sort(),
      );
    },
  );

  it('a destination elsewhere: the command says where it is to be run', async () => {
    const cwd = await temporaryFolder();
    const here = await runBin(['hello', '--no-build', '--no-git'], { cwd });
    expect(here.stderr).toContain('\nThe same again: npx generator-wasm-component hello --yes\n');
    const words = ['hello', '--out', 'deep down/other', '--no-build', '--no-git'];
    const there = await runBin(words, { cwd });
    expect(there.stderr).toContain(
      '\nThe same again, in "deep down": npx generator-wasm-component hello --out ./other --yes\n',
    );
  });
});

describe('without Git', () => {
  it('no repository is made, and that is said when somebody wanted one', async () => {
    const cwd = await temporaryFolder();
    // PATH without Git; Node is called by its own path.
    const env = { PATH: join(cwd, 'nowhere') };
    const silent = await runBin(QUIET, { cwd, env });
    expect(silent.status, silent.stderr).toBe(0);
    expect(JSON.parse(silent.stdout).warnings).toEqual([]);
    await rm(join(cwd, 'hello'), { recursive: true });
    const asked = await runBin([...QUIET, '--git'], { cwd, env });
    expect(asked.status, asked.stderr).toBe(0);
    expect(JSON.parse(asked.stdout).warnings).toEqual(['Git is missing: no repository was made.']);
    expect(await readdir(join(cwd, 'hello'))).not.toContain('.git');
  });
});

describe('at the same time', () => {
  it('two runs for one destination leave one whole project', async () => {
    const cwd = await temporaryFolder();
    const words = [...QUIET, '--no-git'];
    const both = await Promise.all([runBin(words, { cwd }), runBin(words, { cwd })]);
    for (const { status, stderr } of both) {
      expect([0, 2]).toContain(status);
      expect(stderr).not.toMatch(/^ {4,}at |should not/mu);
    }
    expect(both.map(({ status }) => status)).toContain(0);
    // No staging folder is left, and a further run finds nothing to do.
    expect(await readdir(cwd)).toEqual(['hello']);
    const { stdout } = await runBin(words, { cwd });
    const { files } = JSON.parse(stdout) as { files: { action: string }[] };
    expect(new Set(files.map(({ action }) => action))).toEqual(new Set(['identical']));
  });
});
