import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { cancelled } from '../../src/terminal/failure.ts';
import { holdInterrupts } from '../../src/terminal/interrupt.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';

it('work sees an interruption and can go back', async () => {
  const listeners = process.listenerCount('SIGINT');
  const work = holdInterrupts(async (interruption) => {
    expect(interruption.happened).toBe(false);
    process.emit('SIGINT', 'SIGINT');
    if (interruption.happened) throw cancelled();
  });
  await expect(work).rejects.toMatchObject({ code: 130 });
  expect(process.listenerCount('SIGINT')).toBe(listeners);
});

it('a signal that comes too late takes effect when the work is done', async () => {
  const events: string[] = [];
  const stop = () => events.push('stopped');
  await holdInterrupts(async () => {
    process.emit('SIGTERM', 'SIGTERM');
    // What the program did before this was held: end itself.
    process.once('SIGTERM', stop);
    events.push('done');
  });
  await setTimeout(50);
  expect(events).toEqual(['done', 'stopped']);
});

describe.skipIf(process.platform === 'win32')('work of other programs', () => {
  const built = new URL('../../dist/src/terminal/interrupt.js', import.meta.url);

  async function program(lines: string): Promise<string> {
    const folder = await temporaryFolder();
    const text = `import { endAtInterrupt } from ${JSON.stringify(built.href)};\n${lines}\n`;
    await writeFiles(folder, { 'program.mjs': text });
    return join(folder, 'program.mjs');
  }

  /** Its work fails as soon as it is interrupted, as that of a process in the same terminal does. */
  const INTERRUPTED = `
    const failing = new Promise((resolve, reject) => process.once('SIGINT', () => reject(new Error('child'))));
    const farewell = async () => console.log('farewell');
    setInterval(() => {}, 1000);
    const work = () => {
      console.log('working');
      return failing;
    };
    await endAtInterrupt(farewell, work).catch(({ message }) => {
      console.log(message);
      process.exit(1);
    });`;

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends at %s with its code, and says one thing', async (signal, code) => {
    const child = spawn(process.execPath, [await program(INTERRUPTED)]);
    const output = text(child.stdout);
    await once(child.stdout, 'data');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([code, null]);
    expect(await output).toMatch(/farewell\n$/u);
  });

  it('that is not interrupted is as ever, and nothing listens any more', async () => {
    const path = await program(`
      const farewell = async () => console.log('farewell');
      console.log(await endAtInterrupt(farewell, async () => 'done'));
      await endAtInterrupt(farewell, async () => { throw new Error('failed'); }).catch(({ message }) => console.log(message));
      console.log(process.listenerCount('SIGINT'));`);
    const { stdout } = await promisify(execFile)(process.execPath, [path]);
    expect(stdout).toBe('done\nfailed\n0\n');
  });
});
