import { describe, expect, it } from 'vitest';
import { InitialisationFailed } from '../../../templates/node/snapshot/initialise.mjs';
import { assemble, I32, importFunction, type Parts } from './assemble.ts';
import { constant, NONE, plain, snapshot } from './initialised.ts';

describe('an initialiser that fails', () => {
  const failing = (code: readonly number[], parts: Parts = {}) =>
    snapshot(assemble({ ...plain, functions: [{ type: 0, code }], ...parts })).catch(
      (thrown) => thrown,
    );

  it('by a trap says which', async () => {
    const error = await failing([0x00]);
    expect(error).toBeInstanceOf(InitialisationFailed);
    expect(error.message).toMatch(/^the `init` function trapped\n\nCaused by:\n .*unreachable/);
  });

  it('by calling its host says whom', async () => {
    const error = await failing([], {
      imports: [importFunction('wasi:random/random@0.2.10', 'get-random-u64', 0)],
      functions: [{ type: 0, code: [0x10, 0] }],
      exports: [['init', 0, 1]],
    });
    expect(error).toBeInstanceOf(InitialisationFailed);
    expect(error.message).toContain(
      "attempted to call an unknown imported function: 'wasi:random/random@0.2.10' 'get-random-u64'",
    );
  });

  it('by ending its process leaves the word to what it printed', async () => {
    const error = await failing([], {
      types: [NONE, [[I32], []]],
      imports: [importFunction('wasi_snapshot_preview1', 'proc_exit', 1)],
      functions: [{ type: 0, code: [...constant(3), 0x10, 0] }],
      exports: [['init', 0, 1]],
    });
    expect(error).toBeInstanceOf(InitialisationFailed);
    expect(error.message).toBe('');
  });

  it('by not being there', async () => {
    expect((await failing([], { exports: [] })).message).toContain('no function `init`');
  });

  it('in its own judgement', async () => {
    const bytes = assemble({
      ...plain,
      functions: [
        { type: 0, code: [] },
        { type: 1, code: constant(2) },
      ],
      exports: [...plain.exports, ['check', 0, 1]],
    });
    await expect(snapshot(bytes, 'check')).rejects.toThrow('check answered 2');
  });
});
