import { describe, expect, it } from 'vitest';
import { chooseAsk, isCi, type Terminal } from '../../src/terminal/prompt.ts';

function terminal(stdin: boolean, stderr: boolean, env: Record<string, string> = {}): Terminal {
  return { stdin: { isTTY: stdin }, stderr: { isTTY: stderr }, env } as Terminal;
}

/** As `QueuedAdapter` and `TerminalAdapter` look. */
const queued = { prompt: async () => ({}), actualAdapter: { stdin: {}, stdout: {} } };

describe('somebody is asked', () => {
  it.each<[string, Terminal, boolean, boolean]>([
    ['in a terminal', terminal(true, true), false, true],
    ['with --yes', terminal(true, true), true, false],
    ['with input from a pipe', terminal(false, true), false, false],
    ['with messages into a pipe', terminal(true, false), false, false],
    ['with CI', terminal(true, true, { CI: 'true' }), false, false],
    ['with CI=false', terminal(true, true, { CI: 'false' }), false, true],
  ])('%s', (_what, where, yes, want) => {
    expect(chooseAsk(queued, where, { yes }) !== undefined).toBe(want);
    expect(chooseAsk(queued.actualAdapter, where, { yes }) !== undefined).toBe(want);
  });

  it('by a host with an adapter of its own, terminal or not', async () => {
    const asked: unknown[] = [];
    const adapter = {
      async prompt(questions: readonly unknown[]) {
        asked.push(...questions);
        return { name: 'orders' };
      },
    };
    const nowhere = terminal(false, false, { CI: '1' });
    const prompt = { type: 'input', name: 'name', message: 'Name:' } as const;
    expect(await chooseAsk(adapter, nowhere, { yes: false })?.(prompt)).toBe('orders');
    expect(asked).toEqual([prompt]);
    expect(chooseAsk(adapter, nowhere, { yes: true })).toBeUndefined();
  });
});

it.each([
  [undefined, false],
  ['', false],
  ['0', false],
  ['false', false],
  ['1', true],
  ['true', true],
  ['woodpecker', true],
])('CI=%s is CI: %s', (value, want) => {
  expect(isCi({ CI: value })).toBe(want);
});
