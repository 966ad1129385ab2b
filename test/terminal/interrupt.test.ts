import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { cancelled } from '../../src/terminal/failure.ts';
import { holdInterrupts } from '../../src/terminal/interrupt.ts';

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
