import { type ChildProcess, execFile } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, expect, it } from 'vitest';
import { EarlyProcess } from '../../src/processes/early-process.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';

/** Answers its job with its own number, and ends; with EARLY_QUIT it ends at once. */
const PROGRAM = `
if (process.env.EARLY_QUIT === '1') process.exit(3);
process.once('message', (job) => {
  process.stdout.write('heard');
  process.send({ job, pid: process.pid }, () => process.disconnect());
});
`;

const built = new URL('../../dist/src/processes/early-process.js', import.meta.url);
let program: string;

beforeEach(async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, { 'program.mjs': PROGRAM });
  program = join(folder, 'program.mjs');
});

async function ask(child: ChildProcess, job: string): Promise<{ job: string; pid: number }> {
  child.send(job);
  const [answer] = await once(child, 'message');
  return answer;
}

it('gives the one that was prepared, once, and then new ones', async () => {
  const early = new EarlyProcess(program);
  early.prepare();
  early.prepare();
  const [first, second] = [early.take(), early.take()];
  const answers = await Promise.all([ask(first, 'a'), ask(second, 'b')]);
  expect(answers).toEqual([
    { job: 'a', pid: first.pid },
    { job: 'b', pid: second.pid },
  ]);
  expect(first.pid).not.toBe(second.pid);
});

it('lets what the program prints be heard', async () => {
  const early = new EarlyProcess(program);
  early.prepare();
  const child = early.take();
  const heard: Buffer[] = [];
  child.stdout?.on('data', (chunk) => heard.push(chunk));
  child.send('job');
  await once(child, 'close');
  expect(Buffer.concat(heard).toString()).toBe('heard');
});

it('starts anew when the prepared one has ended', async () => {
  const early = new EarlyProcess(program);
  process.env.EARLY_QUIT = '1';
  early.prepare();
  delete process.env.EARLY_QUIT;
  await new Promise((later) => setTimeout(later, 2000));
  expect(await ask(early.take(), 'job')).toMatchObject({ job: 'job' });
});

it('does not keep this process from ending', async () => {
  const script = `
    const { EarlyProcess } = await import(${JSON.stringify(built.href)});
    const early = new EarlyProcess(${JSON.stringify(program)});
    early.prepare();
    process.stdout.write('prepared');`;
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    timeout: 20_000,
  });
  expect((await run).stdout).toBe('prepared');
});
